import { type ByteString, decode, encode } from "./byte-string.js";
import { isToken } from "./characters.js";
import { readHostPort } from "./host-port.js";
import { type Parameter, readParameters } from "./parameters.js";
import type { ByteRange } from "./range.js";
import { indexBefore } from "./scan.js";

/** A URI of SIP's world (RFC 3261 §19.1, RFC 3966), its parts as written, escapes not undone. */
export interface SipUri extends ByteRange {
  /** As written, whole. */
  text: string;
  /** In lower case: `sip`, `sips`, `tel`, or any other. */
  scheme: string;
  user: string | undefined;
  password: string | undefined;
  /** A name or address; an IPv6 address without its brackets. */
  host: string | undefined;
  port: number | undefined;
  /** The telephone number of a `tel:` URI. */
  number: string | undefined;
  /** `;name=value` after the host. */
  parameters: Parameter[];
  /** `?name=value&name=value` at the end. */
  headers: Parameter[];
  /** Whether it follows the grammar; of schemes other than sip, sips and tel only that there is a scheme. */
  wellFormed: boolean;
}

/** Reads `sip:user:password@host:port;parameters?headers`, `tel:+33123;parameters`, or any other URI. */
export function parseUri(text: string): SipUri {
  return readUri(encode(text), 0);
}

/** The same from a byte string, whose first byte is at offset `base` of the message. */
export function readUri(text: ByteString, base: number): SipUri {
  const colon = text.indexOf(":");
  const scheme = text.slice(0, Math.max(colon, 0)).toLowerCase();
  const uri: SipUri = {
    text: decode(text),
    scheme: decode(scheme),
    user: undefined,
    password: undefined,
    host: undefined,
    port: undefined,
    number: undefined,
    parameters: [],
    headers: [],
    wellFormed:
      isScheme(scheme) && colon < text.length - 1 && !/[ \t\r\n"<>]/.test(text) && hasValidEscapes(text),
    start: base,
    end: base + text.length,
  };
  if (scheme === "sip" || scheme === "sips") readSip(uri, text, colon + 1, base);
  else if (scheme === "tel") readTel(uri, text, colon + 1, base);
  return uri;
}

function readSip(uri: SipUri, text: ByteString, start: number, base: number): void {
  const at = text.indexOf("@", start); // a user part may hold ; and ?, so it is looked for first
  if (at !== -1) {
    const colon = text.indexOf(":", start);
    const password = colon !== -1 && colon < at;
    uri.user = decode(text.slice(start, password ? colon : at));
    if (password) uri.password = decode(text.slice(colon + 1, at));
    if (uri.user === "") uri.wellFormed = false;
  }
  const question = indexBefore(text, "?", at + 1, text.length);
  const semicolon = indexBefore(text, ";", at === -1 ? start : at + 1, question);
  const { host, port, wellFormed } = readHostPort(text.slice(at === -1 ? start : at + 1, semicolon));
  uri.host = decode(host);
  uri.port = port;
  if (!wellFormed) uri.wellFormed = false;
  if (semicolon < question) readUriParameters(uri, text, semicolon + 1, question, base);
  if (question < text.length) {
    uri.headers = readParameters(text, question + 1, text.length, base, "&".charCodeAt(0)).parameters;
  }
}

function readTel(uri: SipUri, text: ByteString, start: number, base: number): void {
  const semicolon = indexBefore(text, ";", start, text.length);
  uri.number = decode(text.slice(start, semicolon));
  if (!/^\+?[0-9A-F*#().-]+$/i.test(uri.number)) uri.wellFormed = false;
  if (semicolon < text.length) readUriParameters(uri, text, semicolon + 1, text.length, base);
}

function readUriParameters(uri: SipUri, text: ByteString, start: number, end: number, base: number): void {
  const { parameters, wellFormed } = readParameters(text, start, end, base);
  uri.parameters = parameters;
  if (!wellFormed) uri.wellFormed = false;
}

function isScheme(text: string): boolean {
  return isToken(text) && /^[a-z][a-z0-9+.-]*$/.test(text);
}

function hasValidEscapes(text: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(text);
}
