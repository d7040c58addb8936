const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The characters of twelve bits at a time, as two bytes each. */
const PAIRS = new Uint16Array(4096);
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
for (let bits = 0; bits < 4096; bits++) {
  const first = ALPHABET.charCodeAt(bits >> 6);
  const second = ALPHABET.charCodeAt(bits & 63);
  PAIRS[bits] = LITTLE_ENDIAN ? first | (second << 8) : (first << 8) | second;
}

/** Bytes as base64 (RFC 4648 §4). */
export function base64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  const pairs = new Uint16Array((whole / 3) * 2);
  for (let from = 0, to = 0; from < whole; from += 3) {
    const bits = (bytes[from]! << 16) | (bytes[from + 1]! << 8) | bytes[from + 2]!;
    pairs[to++] = PAIRS[bits >> 12]!;
    pairs[to++] = PAIRS[bits & 4095]!;
  }
  return new TextDecoder().decode(pairs) + tail(bytes, whole);
}

function tail(bytes: Uint8Array, from: number): string {
  if (from === bytes.length) return "";
  const bits = (bytes[from]! << 16) | ((bytes[from + 1] ?? 0) << 8);
  const characters = [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63].map((six) => ALPHABET[six]!);
  return bytes.length - from === 1 ? `${characters[0]}${characters[1]}==` : `${characters.join("")}=`;
}

/** Text as the base64 of its UTF-8. */
export function base64Text(text: string): string {
  return base64(new TextEncoder().encode(text));
}
