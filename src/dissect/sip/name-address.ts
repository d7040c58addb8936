import { type ByteString, decode, encode } from "./byte-string.js";
import { Char, isToken } from "./characters.js";
import { type Parameter, parameterOf, readParameters } from "./parameters.js";
import type { ByteRange } from "./range.js";
import { findOutside, indexBefore, quotedEnd, trimmedText, trimRange, unquote } from "./scan.js";
import { readUri, type SipUri } from "./uri.js";

/** `"Display name" <uri>;parameters` or `uri;parameters`: From, To, Contact, Route … (RFC 3261 §20.10). */
export interface NameAddress extends ByteRange {
  /** Without quotes; undefined where there is none. */
  displayName: string | undefined;
  uri: SipUri;
  /** The header's own parameters, those after `>`. */
  parameters: Parameter[];
  tag: string | undefined;
  /** Whether it follows the grammar; if not, this is what could be read. */
  wellFormed: boolean;
}

/** Reads one value of From, To, Contact, Route and their like. */
export function parseNameAddress(text: string): NameAddress {
  return readNameAddress(encode(text), 0);
}

/**
 * The URI alone: no display name, brackets or parameters, `sip:user1@192.168.187.12` (RFC 3261 §25.1, addr-spec
 * cut before its parameters and headers).
 */
export function addressSpec({ uri }: NameAddress): string {
  const host = uri.text.indexOf("@") + 1;
  const cut = uri.text.slice(host).search(/[;?]/);
  return cut === -1 ? uri.text : uri.text.slice(0, host + cut);
}

/** The same from a byte string, whose first byte is at offset `base` of the message. */
export function readNameAddress(text: ByteString, base: number): NameAddress {
  const open = findBracket(text);
  return open === -1 ? readBare(text, base) : readBracketed(text, open, base);
}

function readBracketed(text: ByteString, open: number, base: number): NameAddress {
  const close = indexBefore(text, ">", open, text.length);
  const after = Math.min(close + 1, text.length);
  const semicolon = findOutside(text, Char.semicolon, after, text.length);
  const name = trimmedText(text, 0, open);
  const address = assemble(text, { start: open + 1, end: close }, semicolon, base);
  if (name !== "") address.displayName = decode(unquote(name));
  const closed = close < text.length && trimmedText(text, after, semicolon) === "";
  if (!closed || !isDisplayName(name)) address.wellFormed = false;
  return address;
}

/** Without brackets, `;`, `,` and `?` cannot be the URI's: parameters are the header's. */
function readBare(text: ByteString, base: number): NameAddress {
  const semicolon = findOutside(text, Char.semicolon, 0, text.length);
  const address = assemble(text, trimRange(text, 0, semicolon), semicolon, base);
  if (/[,?]/.test(address.uri.text)) address.wellFormed = false;
  return address;
}

function assemble(text: ByteString, inside: ByteRange, semicolon: number, base: number): NameAddress {
  const uri = readUri(text.slice(inside.start, inside.end), base + inside.start);
  const { parameters, wellFormed } = readParameters(text, semicolon + 1, text.length, base);
  return {
    displayName: undefined,
    uri,
    parameters,
    tag: parameterOf(parameters, "tag"),
    wellFormed: uri.wellFormed && wellFormed,
    start: base,
    end: base + text.length,
  };
}

/** The `<` that opens the address: the first after a quoted display name, or the first before any colon. */
function findBracket(text: ByteString): number {
  const { start } = trimRange(text, 0, text.length);
  const quoted = text.charCodeAt(start) === Char.quote;
  const from = quoted ? quotedEnd(text, start, text.length) : start;
  const open = text.indexOf("<", from === -1 ? start : from);
  const colon = quoted ? -1 : text.indexOf(":", start);
  return colon !== -1 && colon < open ? -1 : open;
}

function isDisplayName(name: ByteString): boolean {
  if (name.startsWith('"')) return quotedEnd(name, 0, name.length) === name.length;
  return name === "" || name.split(/[ \t]+/).every(isToken);
}
