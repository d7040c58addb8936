/**
 * Header fields of the IANA registry that are met on wires, each with its compact form after a slash, and a comma
 * where one field may hold several values (RFC 3261 §7.3.1, §20).
 */
const REGISTRY = `
Accept, Accept-Contact/a, Accept-Encoding, Accept-Language, Accept-Resource-Priority, Alert-Info, Allow,
Allow-Events/u, Answer-Mode Authentication-Info, Authorization Call-ID/i Call-Info, Contact/m, Content-Disposition
Content-Encoding/e, Content-Language, Content-Length/l Content-Type/c CSeq Date Diversion, Encryption Error-Info,
Event/o Expires Flow-Timer From/f Geolocation, Hide History-Info, Identity/y Identity-Info/n Info-Package
In-Reply-To, Join Max-Breadth Max-Forwards MIME-Version Min-Expires Min-SE Organization P-Access-Network-Info,
P-Asserted-Identity, P-Associated-URI, P-Called-Party-ID P-Charging-Function-Addresses P-Charging-Vector
P-Early-Media P-Preferred-Identity, P-Visited-Network-ID, Path, Priority Privacy Proxy-Authenticate
Proxy-Authorization Proxy-Require, RAck Reason, Record-Route, Recv-Info, Refer-Sub Refer-To/r Referred-By/b
Reject-Contact/j, Remote-Party-ID, Replaces Reply-To Request-Disposition/d, Require, Resource-Priority, Response-Key
Retry-After Route, RSeq Security-Client, Security-Server, Security-Verify, Server Service-Route, Session-Expires/x
Session-ID SIP-ETag SIP-If-Match Subject/s Subscription-State Supported/k, Target-Dialog Timestamp To/t
Unsupported, User-Agent Via/v, Warning, WWW-Authenticate
`;

const canonical = new Map<string, string>();
const lists = new Set<string>();
for (const [, name, compact, comma] of REGISTRY.matchAll(/([A-Z][\w-]*)(?:\/([a-z]))?(,?)/gi)) {
  canonical.set(name!.toLowerCase(), name!);
  if (compact) canonical.set(compact, name!);
  if (comma) lists.add(name!);
}

/** The registered form of a header's name, `Call-ID` for `i` and `call-id`; an unknown name stays as written. */
export function canonicalName(name: string): string {
  return canonical.get(name.toLowerCase()) ?? name;
}

/** What two spellings of a header's name have in common. */
export function headerKey(name: string): string {
  return canonicalName(name).toLowerCase();
}

/** Whether a comma separates values of this header (by its registered name), rather than being part of one. */
export function holdsList(name: string): boolean {
  return lists.has(name);
}
