import { hexNumber, u16 } from "../bytes.js";
import type { Protocol } from "../protocol.js";
import { byteAt, rowOnly } from "../row.js";

const HEADER = 4;
const Type = { packet: 0, key: 3 } as const;

const TYPES: Readonly<Record<number, string>> = {
  1: "Start",
  2: "Logoff",
  [Type.key]: "Key",
  4: "Encapsulated ASF Alert",
  5: "",
  6: "Announcement (Generic)",
  7: "Announcement (Specific)",
  8: "Announcement Request",
};

/** EAP over LAN (IEEE 802.1X §11): a port asks who is behind it, and Wi-Fi agrees on keys. */
export const eapol: Protocol = {
  name: "eapol",
  title: "802.1X Authentication",
  label: (packet, layer) => (packet.buffers[layer]![packet.starts[layer]! + 1] === 5 ? "EAPOL-MKA" : "EAPOL"),
  on: { ether: [0x888e, 0x88c7] },

  parse(packet, start, end) {
    if (end - start < HEADER) return;
    packet.push(eapol, start, end);
    if (packet.bytes[start + 1] === Type.packet) eap.parse(packet, start + HEADER, end);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const type = bytes[at + 1]!;
    if (type !== Type.key) return TYPES[type] ?? `Unknown Type (${hexNumber(type, 2)})`;
    return `Key${keyMessage(bytes, at + HEADER, packet.ends[layer]!)}`;
  },
};

const PAIRWISE = 0x0008;
const ACKNOWLEDGE = 0x0080;
const INTEGRITY = 0x0100;
/** The key descriptors of Wi-Fi (IEEE 802.11 §12.7.2). */
const DESCRIPTORS = [2, 254];
const DATA_LENGTH = 93;

/** Which message of a handshake this is. */
function keyMessage(bytes: Uint8Array, at: number, end: number): string {
  if (!DESCRIPTORS.includes(byteAt(bytes, at, end)) || at + DATA_LENGTH + 2 > end) return "";
  const flags = u16(bytes, at + 1);
  const fromAuthenticator = (flags & ACKNOWLEDGE) !== 0;
  if (!(flags & PAIRWISE)) return ` (Group Message ${fromAuthenticator ? 1 : 2} of 2)`;
  if (fromAuthenticator) return ` (Message ${flags & INTEGRITY ? 3 : 1} of 4)`;
  return ` (Message ${u16(bytes, at + DATA_LENGTH) > 0 ? 2 : 4} of 4)`;
}

const CODES: Readonly<Record<number, string>> = {
  1: "Request",
  2: "Response",
  3: "Success",
  4: "Failure",
  5: "Initiate",
  6: "Finish",
};

const METHODS: Readonly<Record<number, string>> = {
  1: "Identity",
  2: "Notification",
  3: "Legacy Nak (Response Only)",
  4: "MD5-Challenge EAP (EAP-MD5-CHALLENGE)",
  5: "One-Time Password EAP (EAP-OTP)",
  6: "Generic Token Card EAP (EAP-GTC)",
  13: "TLS EAP (EAP-TLS)",
  17: "Cisco Wireless EAP / Lightweight EAP (EAP-LEAP)",
  18: "GSM Subscriber Identity Modules EAP (EAP-SIM)",
  21: "Tunneled TLS EAP (EAP-TTLS)",
  23: "UMTS Authentication and Key Agreement EAP (EAP-AKA)",
  25: "Protected EAP (EAP-PEAP)",
  26: "MS-Authentication EAP (EAP-MS-AUTH)",
  29: "MS-CHAP-v2 EAP (EAP-MS-CHAP-V2)",
  43: "Flexible Authentication via Secure Tunneling EAP (EAP-FAST)",
  50: "UMTS Authentication and Key Agreement' EAP (EAP-AKA')",
  55: "Tunneled EAP protocol",
  254: "Expanded Type",
};

/** Extensible Authentication Protocol (RFC 3748 §4). */
export const eap = rowOnly({
  name: "eap",
  title: "Extensible Authentication Protocol",
  label: "EAP",
  info(bytes, start, end) {
    const code = bytes[start]!;
    const name = CODES[code] ?? `Unknown code (${hexNumber(code, 2)})`;
    const method = byteAt(bytes, start + HEADER, end);
    if (code > 2 || method === -1) return name;
    return `${name}, ${METHODS[method] ?? `Unknown type (${hexNumber(method, 2)})`}`;
  },
});
