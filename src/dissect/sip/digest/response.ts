import { md5 } from "./md5.js";

/** What a digest is computed from: the credentials' fields, the method, and the secret that they do not hold. */
export interface DigestInput {
  username: string;
  realm: string;
  /** The password. */
  secret: string;
  /** The request's. */
  method: string;
  /** The credentials' `uri`, which need not be the Request-URI. */
  uri: string;
  nonce: string;
  /** The one that the credentials chose; absent as in RFC 2069. */
  qop?: string | undefined;
  nc?: string | undefined;
  cnonce?: string | undefined;
  /** `MD5` (also when absent) or `MD5-sess`. */
  algorithm?: string | undefined;
  /** The body, for `auth-int`. */
  body?: Uint8Array | undefined;
}

/** Hexadecimal, in lower case. */
export interface Digest {
  /** H(username:realm:secret): what a server keeps in place of the password. */
  ha1: string;
  /** H(method:uri). */
  ha2: string;
  /** What the `response` of right credentials is. */
  response: string;
}

/** The request digest (RFC 2617 §3.2.2, RFC 7616 §3.4.1); undefined for algorithms other than MD5 and MD5-sess. */
export function digestResponse(input: DigestInput): Digest | undefined {
  const { nonce, qop, nc = "", cnonce = "" } = input;
  const algorithm = (input.algorithm ?? "MD5").toLowerCase();
  if (algorithm !== "md5" && algorithm !== "md5-sess") return undefined;
  const user = hash(input.username, input.realm, input.secret);
  const ha1 = algorithm === "md5-sess" ? hash(user, nonce, cnonce) : user;
  const integrity = qop?.toLowerCase() === "auth-int";
  const ha2 = integrity
    ? hash(input.method, input.uri, md5(input.body ?? new Uint8Array(0)))
    : hash(input.method, input.uri);
  const response = qop ? hash(ha1, nonce, nc, cnonce, qop, ha2) : hash(ha1, nonce, ha2);
  return { ha1, ha2, response };
}

function hash(...parts: string[]): string {
  return md5(new TextEncoder().encode(parts.join(":")));
}
