import type { ByteString } from "./byte-string.js";
import { parseNumber } from "./characters.js";
import { trimmedText } from "./scan.js";

/** `host` or `host:port`, the host without an IPv6 address's brackets. */
export interface HostPort {
  host: ByteString;
  port: number | undefined;
  wellFormed: boolean;
}

/** Reads hostport and sent-by (RFC 3261 §25.1), blanks around the colon allowed. */
export function readHostPort(text: ByteString): HostPort {
  const bracket = text.startsWith("[") ? text.indexOf("]") : -1;
  const colon = text.indexOf(":", bracket + 1);
  const host = colon === -1 ? text : trimmedText(text, 0, colon);
  const port = colon === -1 ? undefined : portNumber(trimmedText(text, colon + 1, text.length));
  return {
    host: bracket === -1 ? host : host.slice(1, bracket),
    port,
    wellFormed: /^(?:[\w.-]+|\[[0-9a-f:.]+\])$/i.test(host) && (colon === -1 || port !== undefined),
  };
}

/** A port, or undefined where text is none. */
export function portNumber(text: string): number | undefined {
  const port = parseNumber(text);
  return port !== undefined && port <= 0xffff ? port : undefined;
}
