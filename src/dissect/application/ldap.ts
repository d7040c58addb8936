import { framed } from "../framed.js";
import type { Protocol } from "../protocol.js";
import { type Row, rowOnly } from "../row.js";
import { formatText } from "../sip/format-text.js";
import { type BerElement, berInteger, readAllBer, readBer } from "./ber.js";

const SEQUENCE = 0x30;
const CONTEXT_SIMPLE = 0x80;
const LONGEST = 1 << 20;

const OPERATIONS: Readonly<Record<number, string>> = {
  96: "bindRequest",
  97: "bindResponse",
  66: "unbindRequest",
  99: "searchRequest",
  100: "searchResEntry",
  101: "searchResDone",
  102: "modifyRequest",
  103: "modifyResponse",
  104: "addRequest",
  105: "addResponse",
  74: "delRequest",
  107: "delResponse",
  108: "modDNRequest",
  109: "modDNResponse",
  110: "compareRequest",
  111: "compareResponse",
  80: "abandonRequest",
  115: "searchResRef",
  119: "extendedReq",
  120: "extendedResp",
};

const RESULTS: Readonly<Record<number, string>> = {
  0: "success",
  1: "operationsError",
  2: "protocolError",
  3: "timeLimitExceeded",
  4: "sizeLimitExceeded",
  7: "authMethodNotSupported",
  8: "strongAuthRequired",
  10: "referral",
  14: "saslBindInProgress",
  16: "noSuchAttribute",
  32: "noSuchObject",
  34: "invalidDNSyntax",
  48: "inappropriateAuthentication",
  49: "invalidCredentials",
  50: "insufficientAccessRights",
  51: "busy",
  52: "unavailable",
  53: "unwillingToPerform",
  68: "entryAlreadyExists",
};
const SCOPES = ["baseObject", "singleLevel", "wholeSubtree"];

const decoder = new TextDecoder();

const info: Row["info"] = (bytes, start, end) => {
  const message = readBer(bytes, start, end);
  const [number, operation] = message ? readAllBer(bytes, message.start, message.end) : [];
  if (!number || !operation) return "";
  const name = OPERATIONS[operation.tag] ?? "Unknown";
  return `${name}(${berInteger(bytes, number)}) ${about(bytes, operation)}`;
};

/** Whom or what an operation is about, or how it ended. */
function about(bytes: Uint8Array, operation: BerElement): string {
  const name = ({ start, end }: BerElement) => {
    const text = formatText(decoder.decode(bytes.subarray(start, end)));
    return `"${text === "" ? "<ROOT>" : text}" `;
  };
  if (operation.tag === 0x4a) return name(operation);
  const [first, second, third] = readAllBer(bytes, operation.start, operation.end);
  if (!first) return "";
  switch (operation.tag) {
    case 0x60:
      return (second ? name(second) : "") + (third?.tag === CONTEXT_SIMPLE ? "simple " : "sasl ");
    case 0x63:
      return name(first) + (second ? `${SCOPES[berInteger(bytes, second)] ?? "Unknown"} ` : "");
    case 0x64:
    case 0x66:
    case 0x68:
    case 0x6c:
      return name(first);
    case 0x61:
    case 0x65:
    case 0x67:
    case 0x69:
    case 0x6b:
    case 0x6d:
    case 0x78:
      return `${RESULTS[berInteger(bytes, first)] ?? "Unknown result"} `;
    default:
      return "";
  }
}

/** Lightweight Directory Access Protocol (RFC 4511 §4.1.1): where phones look names up. */
export const ldap: Protocol = framed({
  name: "ldap",
  title: "Lightweight Directory Access Protocol",
  label: "LDAP",
  on: { tcp: [389, 3268] },
  header: 6,
  lengthAt: (bytes, at) => (bytes[at] === SEQUENCE ? elementLength(bytes, at) : 0),
  between: " | ",
  info,
});

/** A whole element's length, its header read. */
function elementLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at + 1]!;
  if (first < 0x80) return 2 + first;
  const size = first & 0x7f;
  if (size === 0 || size > 4) return 0;
  let length = 0;
  for (let i = 0; i < size; i++) length = length * 256 + bytes[at + 2 + i]!;
  return length > LONGEST ? 0 : 2 + size + length;
}

/** The same in datagrams (MS-ADTS §6.3.3): how domain controllers are found. */
export const cldap: Protocol = rowOnly({
  name: "cldap",
  title: "Connectionless Lightweight Directory Access Protocol",
  label: "CLDAP",
  on: { udp: [389] },
  info,
});
