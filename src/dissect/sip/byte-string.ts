/**
 * Bytes as text, one character (U+0000 to U+00FF) each, so that an index is an offset in bytes. SIP's grammar is
 * ASCII: its parsers read byte strings, and only what people see is decoded. (Beware of `\s` and `trim` on them:
 * byte A0, part of many a letter, is a blank to JavaScript.)
 */
export type ByteString = string;

/** From this length on, calling the decoder is quicker than adding characters (24 bytes: 0.5 µs both). */
const LONG = 24;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** `bytes[start, end)` as a byte string. */
export function byteString(bytes: Uint8Array, start = 0, end = bytes.length): ByteString {
  if (end - start >= LONG && areAscii(bytes, start, end)) return decoder.decode(bytes.subarray(start, end));
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** The UTF-8 of ordinary text, as a byte string. */
export function encode(text: string): ByteString {
  return isAscii(text) ? text : byteString(encoder.encode(text));
}

/** What a byte string says in UTF-8; U+FFFD stands for bytes that are not UTF-8, as in Wireshark. */
export function decode(text: ByteString): string {
  if (isAscii(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return decoder.decode(bytes);
}

function areAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[at]! > 0x7f) return false;
  }
  return true;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return false;
  }
  return true;
}
