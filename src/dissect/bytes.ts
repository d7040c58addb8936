/** Big-endian numbers and texts in packets. Callers check the bounds: past the end, numbers are of no meaning. */
export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

export function u24(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
}

export function u32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
}

/** A signed number of 32 bits: the cheapest form of four bytes that are only compared. */
export function i32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

/** A signed number of 24 bits. */
export function i24(bytes: Uint8Array, at: number): number {
  return (u24(bytes, at) << 8) >> 8;
}

let viewed: Uint8Array = new Uint8Array(0);
let view = new DataView(viewed.buffer);

/** A view of bytes, which reads numbers at once; that of the bytes asked for last is at hand. */
export function viewOf(bytes: Uint8Array): DataView {
  if (bytes !== viewed) {
    viewed = bytes;
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return view;
}

/** `0x002a`: a number in that many hexadecimal digits. */
export function hexNumber(value: number, digits: number): string {
  return `0x${value.toString(16).padStart(digits, "0")}`;
}

const UPPER_HEX = Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1).toUpperCase());

/** `2CF77874`: a number of 32 bits in hexadecimal, without zeros before it. */
export function upperHex(value: number): string {
  if (value < 0x10000000) return value.toString(16).toUpperCase();
  const upper = UPPER_HEX[value >>> 24]! + UPPER_HEX[(value >>> 16) & 255]!;
  return upper + UPPER_HEX[(value >>> 8) & 255]! + UPPER_HEX[value & 255]!;
}

const MOST_SHOWN = 256;

/** `0a1bff`, as details show bytes without meaning; long ones are cut with `…`. */
export function hexBytes(bytes: Uint8Array, start: number, end: number): string {
  const stop = Math.min(end, start + MOST_SHOWN);
  let text = "";
  for (let at = start; at < stop; at++) text += (bytes[at]! + 256).toString(16).slice(1);
  return stop < end ? `${text}…` : text;
}

const utf8 = new TextDecoder();

/** Text that ends with its first zero byte, at the latest at `end`. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  const zero = bytes.subarray(start, end).indexOf(0);
  return utf8.decode(bytes.subarray(start, zero === -1 ? end : start + zero));
}
