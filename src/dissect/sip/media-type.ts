import { type ByteString, decode } from "./byte-string.js";
import { Char } from "./characters.js";
import { type Parameter, readParameters } from "./parameters.js";
import { findOutside, trimmedText } from "./scan.js";

/** A Content-Type (RFC 3261 §20.15). */
export interface MediaType {
  /** `application/sdp`: in lower case, without parameters. */
  type: string;
  parameters: Parameter[];
}

export function readMediaType(text: ByteString, base: number): MediaType {
  const semicolon = text.includes(";") ? findOutside(text, Char.semicolon, 0, text.length) : text.length;
  const { parameters } = readParameters(text, semicolon + 1, text.length, base);
  return { type: decode(trimmedText(text, 0, semicolon)).toLowerCase(), parameters };
}
