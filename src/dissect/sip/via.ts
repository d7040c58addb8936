import { type ByteString, decode } from "./byte-string.js";
import { Char, isSpace, isToken } from "./characters.js";
import { portNumber, readHostPort } from "./host-port.js";
import { type Parameter, parameterOf, readParameters } from "./parameters.js";
import type { ByteRange } from "./range.js";
import { findOutside, indexBefore, trimmedText, trimRange } from "./scan.js";

/** One hop (RFC 3261 §20.42). */
export interface Via extends ByteRange {
  /** `SIP/2.0` */
  protocol: string;
  /** `UDP`, `TCP`, `TLS`, `WS` … as written. */
  transport: string;
  /** Who sent the message here; an IPv6 address without its brackets. */
  host: string;
  port: number | undefined;
  branch: string | undefined;
  received: string | undefined;
  /** The source port that the next hop saw (RFC 3581); undefined also while `rport` only asks for it. */
  rport: number | undefined;
  parameters: Parameter[];
  wellFormed: boolean;
}

/**
 * Reads `SIP/2.0/UDP host:port;parameters`, blanks allowed around `/`, `:` and `;`; the text's first byte is at
 * offset `base` of the message.
 */
export function readVia(text: ByteString, base: number): Via {
  const semicolon = findOutside(text, Char.semicolon, 0, text.length);
  const first = indexBefore(text, "/", 0, semicolon);
  const second = indexBefore(text, "/", first + 1, semicolon);
  const name = trimmedText(text, 0, first);
  const version = trimmedText(text, first + 1, second);
  const word = firstWord(text, second + 1, semicolon);
  const transport = text.slice(word.start, word.end);
  const sentBy = readHostPort(trimmedText(text, word.end, semicolon));
  const { parameters, wellFormed } = readParameters(text, semicolon + 1, text.length, base);
  return {
    protocol: decode(`${name}/${version}`),
    transport: decode(transport),
    host: decode(sentBy.host),
    port: sentBy.port,
    branch: parameterOf(parameters, "branch"),
    received: parameterOf(parameters, "received"),
    rport: portNumber(parameterOf(parameters, "rport") ?? ""),
    parameters,
    wellFormed: [name, version, transport].every(isToken) && sentBy.wellFormed && wellFormed,
    start: base,
    end: base + text.length,
  };
}

function firstWord(text: ByteString, start: number, end: number): ByteRange {
  const { start: from, end: to } = trimRange(text, Math.min(start, end), end);
  let stop = from;
  while (stop < to && !isSpace(text.charCodeAt(stop))) stop++;
  return { start: from, end: stop };
}
