import { type ByteString, decode } from "./byte-string.js";
import { Char, isSpace, isToken } from "./characters.js";
import type { Header } from "./header.js";
import { type Parameter, parameterOf, readParameters } from "./parameters.js";
import type { ByteRange } from "./range.js";

/**
 * A challenge (WWW-Authenticate, Proxy-Authenticate) or the credentials that answer one (Authorization,
 * Proxy-Authorization): RFC 3261 §20.44 and §20.7, RFC 7616 §3.3 and §3.4. Values without quotes; `parameters` say
 * at which bytes each stands.
 */
export interface Authentication extends ByteRange {
  /** `WWW-Authenticate`, `Proxy-Authenticate`, `Authorization` or `Proxy-Authorization`. */
  header: string;
  /** `Digest`, as written. */
  scheme: string;
  realm: string | undefined;
  nonce: string | undefined;
  opaque: string | undefined;
  /** As written; absent means MD5. */
  algorithm: string | undefined;
  /** A challenge's list (`auth,auth-int`) or the one that was chosen. */
  qop: string | undefined;
  /** True where only the nonce was too old. */
  stale: boolean;
  domain: string | undefined;
  username: string | undefined;
  uri: string | undefined;
  response: string | undefined;
  nc: string | undefined;
  cnonce: string | undefined;
  parameters: Parameter[];
  wellFormed: boolean;
}

/** Reads `Digest name="value", name=value …`, or any other scheme. */
export function readAuthentication(header: Header): Authentication {
  const text: ByteString = header.raw;
  const base = header.valueStart;
  let space = 0;
  while (space < text.length && !isSpace(text.charCodeAt(space))) space++;
  const { parameters, wellFormed } = readParameters(text, space, text.length, base, Char.comma);
  const value = (name: string) => parameterOf(parameters, name);
  return {
    header: header.canonicalName,
    scheme: decode(text.slice(0, space)),
    realm: value("realm"),
    nonce: value("nonce"),
    opaque: value("opaque"),
    algorithm: value("algorithm"),
    qop: value("qop"),
    stale: value("stale")?.toLowerCase() === "true",
    domain: value("domain"),
    username: value("username"),
    uri: value("uri"),
    response: value("response"),
    nc: value("nc"),
    cnonce: value("cnonce"),
    parameters,
    wellFormed: isToken(text.slice(0, space)) && wellFormed,
    start: header.start,
    end: header.end,
  };
}
