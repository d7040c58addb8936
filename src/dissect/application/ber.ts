/** An element in BER (ITU-T X.690 §8.1): tag, then a value of known length in `bytes[start, end)`. */
export interface BerElement {
  tag: number;
  /** Of the tag. */
  at: number;
  start: number;
  end: number;
}

/** The element at `at`, or undefined where it does not fit before `end`. Only short tags and definite lengths. */
export function readBer(bytes: Uint8Array, at: number, end: number): BerElement | undefined {
  if (at + 2 > end || (bytes[at]! & 0x1f) === 0x1f) return undefined;
  let length = bytes[at + 1]!;
  let start = at + 2;
  if (length >= 0x80) {
    const size = length & 0x7f;
    if (size === 0 || size > 4 || start + size > end) return undefined;
    length = 0;
    for (const stop = start + size; start < stop; start++) length = length * 256 + bytes[start]!;
  }
  if (start + length > end) return undefined;
  return { tag: bytes[at]!, at, start, end: start + length };
}

/** The elements in `bytes[start, end)`, one after the other, up to the first that does not fit. */
export function readAllBer(bytes: Uint8Array, start: number, end: number): BerElement[] {
  const elements: BerElement[] = [];
  for (let at = start; at < end; ) {
    const element = readBer(bytes, at, end);
    if (!element) break;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/** An integer's value; long ones lose their last digits. */
export function berInteger(bytes: Uint8Array, { start, end }: BerElement): number {
  let value = start < end && bytes[start]! >= 128 ? -1 : 0;
  for (let at = start; at < end; at++) value = value * 256 + bytes[at]!;
  return value;
}

/** `1.3.6.1.2.1.1.5.0`: an object identifier (X.690 §8.19). */
export function berOid(bytes: Uint8Array, { start, end }: BerElement): string {
  const parts: number[] = [];
  let value = 0;
  for (let at = start; at < end; at++) {
    value = value * 128 + (bytes[at]! & 0x7f);
    if (bytes[at]! >= 0x80) continue;
    if (parts.length === 0) {
      const first = Math.min(2, Math.floor(value / 40));
      parts.push(first, value - 40 * first);
    } else parts.push(value);
    value = 0;
  }
  return parts.join(".");
}
