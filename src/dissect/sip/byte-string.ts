/**
 * Bytes as text, one character (U+0000 to U+00FF) each, so that an index is an offset in bytes. SIP's grammar is
 * ASCII: its parsers read byte strings, and only what people see is decoded. (Beware of `\s` and `trim` on them:
 * byte A0, part of many a letter, is a blank to JavaScript.)
 */
export type ByteString = string;

const BEYOND_ASCII = /[\x80-\uffff]/;
const REPLACEMENT = "\ufffd";
/** As many characters as one call may be given. */
const CHUNK = 4096;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** `bytes[start, end)` as a byte string. */
export function byteString(bytes: Uint8Array, start = 0, end = bytes.length): ByteString {
  const text = decoder.decode(bytes.subarray(start, end));
  // a character of each byte, and none for what is not UTF-8: all of it is ASCII
  if (text.length === end - start && !text.includes(REPLACEMENT)) return text;
  let characters = "";
  for (let at = start; at < end; at += CHUNK) {
    characters += Reflect.apply(String.fromCharCode, String, bytes.subarray(at, Math.min(at + CHUNK, end)));
  }
  return characters;
}

/** The UTF-8 of ordinary text, as a byte string. */
export function encode(text: string): ByteString {
  return isAscii(text) ? text : byteString(encoder.encode(text));
}

/** What a byte string says in UTF-8; U+FFFD stands for bytes that are not UTF-8, as in Wireshark. */
export function decode(text: ByteString): string {
  return isAscii(text) ? text : decoder.decode(bytesOf(text));
}

/** The bytes that a byte string stands for. */
export function bytesOf(text: ByteString): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}
