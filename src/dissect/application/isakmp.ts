import { u32 } from "../bytes.js";
import { esp } from "../network/ipsec.js";
import type { Protocol } from "../protocol.js";
import { rowOnly } from "../row.js";

const EXCHANGES: Readonly<Record<number, string>> = {
  0: "NONE",
  1: "Base",
  2: "Identity Protection (Main Mode)",
  3: "Authentication Only",
  4: "Aggressive",
  5: "Informational",
  6: "Transaction (Config Mode)",
  32: "Quick Mode",
  33: "New Group Mode",
  34: "IKE_SA_INIT",
  35: "IKE_AUTH",
  36: "CREATE_CHILD_SA",
  37: "INFORMATIONAL",
  38: "IKE_SESSION_RESUME",
  43: "IKE_INTERMEDIATE",
};

const HEADER = 28;
const INITIATOR = 0x08;
const RESPONSE = 0x20;

/** Internet Key Exchange, versions 1 (RFC 2408 §3.1) and 2 (RFC 7296 §3.1). */
export const isakmp = rowOnly({
  name: "isakmp",
  title: "Internet Security Association and Key Management Protocol",
  label: "ISAKMP",
  on: { udp: [500, 848] },
  accepts: (_bytes, start, end) => end - start >= HEADER,
  info(bytes, start) {
    const exchange = bytes[start + 18]!;
    const name = EXCHANGES[exchange] ?? `Unknown exchange type (${exchange})`;
    if (bytes[start + 17]! >> 4 < 2) return name;
    const flags = bytes[start + 19]!;
    const who = flags & INITIATOR ? "Initiator" : "Responder";
    const number = `${u32(bytes, start + 20).toString(16)}`.padStart(2, "0");
    return `${name} MID=${number} ${who} ${flags & RESPONSE ? "Response" : "Request"}`;
  },
});

const KEEPALIVE = 0xff;
const MARKER = 4;

/** IPsec through address translation (RFC 3948 §2): keepalives, key exchange behind a zero marker, or ESP. */
export const ipsecInUdp: Protocol = {
  ...rowOnly({
    name: "udpencap",
    title: "UDP Encapsulation of IPsec Packets",
    label: "UDPENCAP",
    on: { udp: [4500] },
    info: (bytes, start, end) => (end - start === 1 && bytes[start] === KEEPALIVE ? "NAT-keepalive" : ""),
  }),

  parse(packet, start, end) {
    packet.push(ipsecInUdp, start, Math.min(end, start + MARKER));
    if (end - start <= MARKER) return;
    if (u32(packet.bytes, start) === 0) isakmp.parse(packet, start + MARKER, end);
    else esp.parse(packet, start, end);
  },
};
