/**
 * Bytes as text, one character (U+0000 to U+00FF) each, so that an index is an offset in bytes. SIP's grammar is
 * ASCII: its parsers read byte strings, and only what people see is decoded. (Beware of `\s` and `trim` on them:
 * byte A0, part of many a letter, is a blank to JavaScript.)
 */
export type ByteString = string;

const CHUNK = 4096; // arguments of one call
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** `bytes[start, end)` as a byte string. */
export function byteString(bytes: Uint8Array, start = 0, end = bytes.length): ByteString {
  let text = "";
  for (let at = start; at < end; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + CHUNK, end)));
  }
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

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return false;
  }
  return true;
}
