import { hexNumber, textOf, u16, u24, u32 } from "../bytes.js";
import { framed } from "../framed.js";
import type { Protocol } from "../protocol.js";
import { rowOnly } from "../row.js";
import { formatText } from "../sip/format-text.js";

// Protocols over TCP whose messages tell their length, known by their rows.

const BGP = ["", "OPEN", "UPDATE", "NOTIFICATION", "KEEPALIVE", "ROUTE-REFRESH"];

/** Border Gateway Protocol (RFC 4271 §4.1): a marker of ones, the length, the type. */
const bgp = framed({
  name: "bgp",
  title: "Border Gateway Protocol",
  label: "BGP",
  on: { tcp: [179] },
  header: 19,
  lengthAt: (bytes, at) => (bytes[at] === 0xff && bytes[at + 15] === 0xff ? u16(bytes, at + 16) : 0),
  between: ", ",
  info(bytes, start) {
    const type = bytes[start + 18]!;
    return `${BGP[type] || `Unknown message type (${hexNumber(type, 2)})`}${BGP[type] ? " Message" : ""}`;
  },
});

const MQTT: Readonly<Record<number, string>> = {
  1: "Connect Command",
  2: "Connect Ack",
  3: "Publish Message",
  4: "Publish Ack",
  5: "Publish Received",
  6: "Publish Release",
  7: "Publish Complete",
  8: "Subscribe Request",
  9: "Subscribe Ack",
  10: "Unsubscribe Request",
  11: "Unsubscribe Ack",
  12: "Ping Request",
  13: "Ping Response",
  14: "Disconnect Req",
  15: "Authentication Exchange",
};

/** MQTT (OASIS MQTT 3.1.1 §2.2): the length has seven bits a byte, the lowest first. */
const mqtt = framed({
  name: "mqtt",
  title: "MQ Telemetry Transport Protocol",
  label: "MQTT",
  on: { tcp: [1883] },
  header: 2,
  lengthAt(bytes, at) {
    let length = 0;
    for (let i = 1; i <= 4; i++) {
      const byte = bytes[at + i] ?? 0;
      length += (byte & 127) * 128 ** (i - 1);
      if (byte < 128) return bytes[at]! >> 4 === 0 ? 0 : 1 + i + length;
    }
    return 0;
  },
  between: ", ",
  info(bytes, start, end) {
    const type = bytes[start]! >> 4;
    let at = start + 2;
    while (at < end && bytes[at - 1]! >= 128) at++;
    let topic = "";
    const publishes = type === 3;
    if (publishes && at + 2 <= end) {
      const stop = Math.min(end, at + 2 + u16(bytes, at));
      topic = ` [${formatText(textOf(bytes, at + 2, stop))}]`;
      at = stop;
    }
    const numbered = (type >= 4 && type <= 11) || (publishes && (bytes[start]! & 6) !== 0);
    const number = numbered && at + 2 <= end ? ` (id=${u16(bytes, at)})` : "";
    if (type === 8 && at + 4 <= end)
      topic = ` [${formatText(textOf(bytes, at + 4, Math.min(end, at + 4 + u16(bytes, at + 2))))}]`;
    return `${MQTT[type] ?? "Unknown"}${number}${topic}`;
  },
});

const PPTP: readonly string[] = [
  "",
  "Start-Control-Connection-Request",
  "Start-Control-Connection-Reply",
  "Stop-Control-Connection-Request",
  "Stop-Control-Connection-Reply",
  "Echo-Request",
  "Echo-Reply",
  "Outgoing-Call-Request",
  "Outgoing-Call-Reply",
  "Incoming-Call-Request",
  "Incoming-Call-Reply",
  "Incoming-Call-Connected",
  "Call-Clear-Request",
  "Call-Disconnect-Notify",
  "WAN-Error-Notify",
  "Set-Link-Info",
];

/** Point-to-Point Tunneling Protocol (RFC 2637 §1.4): control of a tunnel whose data goes in GRE. */
const pptp = framed({
  name: "pptp",
  title: "Point-to-Point Tunnelling Protocol",
  label: "PPTP",
  on: { tcp: [1723] },
  header: 10,
  lengthAt: (bytes, at) => u16(bytes, at),
  info: (bytes, start) => PPTP[u16(bytes, start + 8)] || `Unknown control type (${u16(bytes, start + 8)})`,
});

const KERBEROS: Readonly<Record<number, string>> = {
  10: "AS-REQ",
  11: "AS-REP",
  12: "TGS-REQ",
  13: "TGS-REP",
  14: "AP-REQ",
  15: "AP-REP",
  30: "KRB Error",
};
const APPLICATION = 0x60;

const kerberosInfo = (bytes: Uint8Array, at: number, end: number): string =>
  at < end ? (KERBEROS[bytes[at]! & 31] ?? "") : "";

/** Kerberos (RFC 4120 §7.2.2): a length, and a message that its first byte names. */
const kerberos = framed({
  name: "kerberos",
  title: "Kerberos",
  label: "KRB5",
  on: { tcp: [88] },
  header: 4,
  lengthAt: (bytes, at) => (bytes[at] === 0 ? 4 + u24(bytes, at + 1) : 0),
  info: (bytes, start, end) => kerberosInfo(bytes, start + 4, end),
});

/** The same in datagrams, without the length. */
const kerberosInUdp = rowOnly({
  name: "kerberos",
  title: "Kerberos",
  label: "KRB5",
  on: { udp: [88] },
  accepts: (bytes, start) => (bytes[start]! & 0xe0) === APPLICATION,
  info: kerberosInfo,
});

/** MySQL: a length and a number before each message, both little-endian. */
const mysql = framed({
  name: "mysql",
  title: "MySQL Protocol",
  label: "MySQL",
  on: { tcp: [3306] },
  header: 4,
  lengthAt: (bytes, at) => 4 + (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)),
});

const OPENFLOW = 8;

/** OpenFlow: version, type, length. */
const openFlow = framed({
  name: "openflow",
  title: "OpenFlow",
  label: "OpenFlow",
  on: { tcp: [6633, 6634, 6653] },
  header: OPENFLOW,
  lengthAt: (bytes, at) => (bytes[at]! <= 6 && bytes[at]! > 0 ? u16(bytes, at + 2) : 0),
});

const TACACS = ["", "Authentication", "Authorization", "Accounting"];

/** TACACS+ (RFC 8907 §4.1). */
const tacacs = framed({
  name: "tacplus",
  title: "TACACS+",
  label: "TACACS+",
  on: { tcp: [49] },
  header: 12,
  lengthAt: (bytes, at) => (bytes[at]! >> 4 === 12 ? 12 + u32(bytes, at + 8) : 0),
  info: (bytes, start, _end, packet) =>
    `${packet.destinationPort === 49 ? "Q" : "R"}: ${TACACS[bytes[start + 1]!] || "Unknown"}`,
});

export const tcpServices: readonly Protocol[] = [
  bgp,
  mqtt,
  pptp,
  kerberos,
  kerberosInUdp,
  mysql,
  openFlow,
  tacacs,
];
