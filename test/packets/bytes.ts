/** Bytes from hexadecimal; blanks are for the reader. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(text.replace(/\s/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function join(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** 16 bits, most significant first. */
export const word = (value: number): Uint8Array => Uint8Array.of((value >> 8) & 255, value & 255);

/** 32 bits, most significant first. */
export const long = (value: number): Uint8Array => join(word(value >>> 16), word(value & 0xffff));
