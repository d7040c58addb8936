import { formatIpv4, formatIpv6 } from "../address.js";
import { hexNumber, u16, u32 } from "../bytes.js";
import type { Protocol } from "../protocol.js";
import { rowOnly } from "../row.js";
import { formatText } from "../sip/format-text.js";

// What machines of a LAN send each other in datagrams, known by its row.

const decoder = new TextDecoder();
const textOfAll = (bytes: Uint8Array, start: number, end: number) =>
  formatText(decoder.decode(bytes.subarray(start, end)));

const FACILITIES = (
  "KERN USER MAIL DAEMON AUTH SYSLOG LPR NEWS UUCP CRON AUTHPRIV FTP NTP LOGAUDIT LOGALERT CRON " +
  "LOCAL0 LOCAL1 LOCAL2 LOCAL3 LOCAL4 LOCAL5 LOCAL6 LOCAL7"
).split(" ");
const SEVERITIES = "EMERG ALERT CRIT ERR WARNING NOTICE INFO DEBUG".split(" ");

/** Syslog (RFC 3164 §4.1): facility and severity in one number, and a line. */
const syslog = rowOnly({
  name: "syslog",
  title: "Syslog Message",
  label: "Syslog",
  on: { udp: [514] },
  info(bytes, start, end) {
    const text = textOfAll(bytes, start, end);
    const [all, digits] = /^<(\d{1,3})>/.exec(text) ?? [];
    if (all === undefined) return text;
    const priority = Number(digits);
    return `${FACILITIES[priority >> 3] ?? "UNKNOWN"}.${SEVERITIES[priority & 7]}: ${text.slice(all.length)}`;
  },
});

const NAT_PMP: Readonly<Record<number, string>> = {
  0: "External Address Request",
  1: "Map UDP Request",
  2: "Map TCP Request",
  128: "External Address Response",
  129: "Map UDP Response",
  130: "Map TCP Response",
};
const PCP = ["Announce", "Map", "Peer"];

/** NAT Port Mapping Protocol (RFC 6886) and its successor, the Port Control Protocol (RFC 6887). */
const natPmp = rowOnly({
  name: "nat-pmp",
  title: "NAT Port Mapping Protocol",
  label: (bytes, start) => (bytes[start] === 0 ? "NAT-PMP" : `PCP v${bytes[start]}`),
  on: { udp: [5350, 5351] },
  accepts: (bytes, start, end) => end - start >= 2 && bytes[start]! <= 2,
  info(bytes, start) {
    const operation = bytes[start + 1]!;
    if (bytes[start] === 0) return NAT_PMP[operation] ?? `Unknown Opcode (${operation})`;
    const name = PCP[operation & 0x7f] ?? "Unknown";
    return `${name} ${operation & 0x80 ? "Response" : "Request"}`;
  },
});

/** Dropbox's search for itself in the LAN. */
const dropbox = rowOnly({
  name: "db-lsp-disc",
  title: "Dropbox LAN sync Discovery Protocol",
  label: (bytes, start, end) => (isJson(bytes, start, end) ? "DB-LSP-DISC/JSON" : "DB-LSP-DISC"),
  on: { udp: [17500] },
  info: (bytes, start, end) =>
    `Dropbox LAN sync Discovery Protocol${isJson(bytes, start, end) ? ", JavaScript Object Notation" : ""}`,
});

function isJson(bytes: Uint8Array, start: number, end: number): boolean {
  try {
    JSON.parse(decoder.decode(bytes.subarray(start, end)));
    return true;
  } catch {
    return false;
  }
}

const KEY = 171;

/** TP-Link's plugs and lamps: JSON, each byte combined with the one before. */
const tpLink = rowOnly({
  name: "tplink-smarthome",
  title: "TP-Link Smart Home Protocol",
  label: "TPLINK-SMARTHOME/JSON",
  on: { udp: [9999] },
  accepts: (bytes, start) => (bytes[start]! ^ KEY) === 0x7b,
  info(bytes, start, end, packet) {
    const plain = bytes.slice(start, end);
    for (let i = 0; i < plain.length; i++) plain[i]! ^= i === 0 ? KEY : bytes[start + i - 1]!;
    const who = packet.destinationPort === 9999 ? "Cmd" : "Rsp";
    return `UDP ${who}: ${textOfAll(plain, 0, plain.length)}`;
  },
});

const SRVLOC: Readonly<Record<number, string>> = {
  1: "Service Request",
  2: "Service Reply",
  3: "Service Registration",
  4: "Service Deregister",
  5: "Service Acknowledge",
  6: "Attribute Request",
  7: "Attribute Reply",
  8: "DA Advertisement",
  9: "Service Type Request",
  10: "Service Type Reply",
  11: "SA Advertisement",
};

/** Service Location Protocol (RFC 2608 §8). */
const srvloc = rowOnly({
  name: "srvloc",
  title: "Service Location Protocol",
  label: "SRVLOC",
  on: { udp: [427] },
  info(bytes, start, end) {
    if (end - start < 12) return "";
    const name = SRVLOC[bytes[start + 1]!] ?? `Unknown Function (${bytes[start + 1]!})`;
    const number = u16(bytes, start + (bytes[start] === 2 ? 10 : 8));
    return `${name}, V${bytes[start]} XID - ${number}`;
  },
});

/** sFlow (sFlow.org, version 5). */
const sflow = rowOnly({
  name: "sflow",
  title: "InMon sFlow",
  label: "sFlow",
  on: { udp: [6343] },
  accepts: (_bytes, start, end) => end - start >= 28,
  info(bytes, start, end) {
    const version = u32(bytes, start);
    const six = u32(bytes, start + 4) === 2;
    const at = start + (six ? 24 : 12);
    if (at + 16 > end) return `V${version}`;
    const agent = six ? formatIpv6(bytes, start + 8) : formatIpv4(bytes, start + 8);
    const count = u32(bytes, at + 12);
    return `V${version}, agent ${agent}, sub-agent ID ${u32(bytes, at)}, seq ${u32(bytes, at + 4)}, ${count} samples`;
  },
});

/** Cisco NetFlow and IPFIX (RFC 7011 §3.1). */
const netflow = rowOnly({
  name: "cflow",
  title: "Cisco NetFlow/IPFIX",
  label: "CFLOW",
  on: { udp: [2055, 4739, 9996] },
  accepts: (bytes, start, end) => end - start >= 16 && [1, 5, 7, 8, 9, 10].includes(u16(bytes, start)),
  info(bytes, start, end) {
    const version = u16(bytes, start);
    const count = u16(bytes, start + 2);
    const domain = (at: number) => `Obs-Domain-ID=${`${u32(bytes, at)}`.padStart(5)}`;
    if (version === 10) return `IPFIX flow (${`${count}`.padStart(4)} bytes) ${domain(start + 12)}`;
    const plural = count === 1 ? "" : "s";
    if (version !== 9 || end - start < 20) return `total: ${count} (v${version}) flow${plural}`;
    return `total: ${count} (v9) record${plural} ${domain(start + 16)}`;
  },
});

const OPENVPN: Readonly<Record<number, string>> = {
  1: "P_CONTROL_HARD_RESET_CLIENT_V1",
  2: "P_CONTROL_HARD_RESET_SERVER_V1",
  3: "P_CONTROL_SOFT_RESET_V1",
  4: "P_CONTROL_V1",
  5: "P_ACK_V1",
  6: "P_DATA_V1",
  7: "P_CONTROL_HARD_RESET_CLIENT_V2",
  8: "P_CONTROL_HARD_RESET_SERVER_V2",
  9: "P_DATA_V2",
  10: "P_CONTROL_HARD_RESET_CLIENT_V3",
};

/** OpenVPN: the kind of a message is in its first five bits. */
const openVpn = rowOnly({
  name: "openvpn",
  title: "OpenVPN Protocol",
  label: "OpenVPN",
  on: { udp: [1194] },
  info: (bytes, start) => `MessageType: ${OPENVPN[bytes[start]! >> 3] ?? "Unknown Messagetype"}`,
});

const GTP: Readonly<Record<number, string>> = {
  1: "Echo request",
  2: "Echo response",
  16: "Create PDP context request",
  17: "Create PDP context response",
  18: "Update PDP context request",
  19: "Update PDP context response",
  20: "Delete PDP context request",
  21: "Delete PDP context response",
  26: "Error indication",
  254: "End Marker",
  255: "T-PDU",
};

/** GPRS Tunnelling Protocol (3GPP TS 29.060, 29.274). */
const gtp = rowOnly({
  name: "gtp",
  title: "GPRS Tunneling Protocol",
  label: (bytes, start) => (bytes[start]! >> 5 === 2 ? "GTPv2" : "GTP"),
  on: { udp: [2123, 2152, 3386] },
  accepts: (_bytes, start, end) => end - start >= 8,
  info: (bytes, start) => GTP[bytes[start + 1]!] ?? `Unknown (${hexNumber(bytes[start + 1]!, 2)})`,
});

/** A node of BitTorrent's table asks another: a dictionary whose first key is `a`, `r`, `e` or `ip`. */
const torrentTable = rowOnly({
  name: "bt-dht",
  title: "BitTorrent DHT Protocol",
  label: "BT-DHT",
  heuristic: ["udp"],
  accepts: (bytes, start, end) =>
    bytes[start] === 0x64 &&
    /^d(?:1:[are]|2:ip)/.test(decoder.decode(bytes.subarray(start, Math.min(end, start + 6)))),
  info: () => "BitTorrent DHT Protocol",
});

const CANON: Readonly<Record<number, string>> = { 1: "Printer", 2: "Scanner" };
const CANON_CODES: Readonly<Record<number, string>> = {
  1: "Discover",
  2: "Start Session",
  16: "Print Job Details",
  32: "Request TCP",
};

/** Canon's printers, by the letters that their messages begin with. */
const canon = rowOnly({
  name: "bjnp",
  title: "Canon BJNP",
  label: "BJNP",
  on: { udp: [8611, 8612, 8613, 8614] },
  accepts: (bytes, start, end) =>
    end - start >= 16 && /^(?:BJN[PB]|MFNP)$/.test(decoder.decode(bytes.subarray(start, start + 4))),
  info(bytes, start) {
    const device = bytes[start + 4]!;
    const code = bytes[start + 5]!;
    const kind = device & 0x80 ? "Response" : "Command";
    return `${CANON[device & 0x7f] ?? "Unknown type"} ${kind}: ${CANON_CODES[code] ?? `Unknown (${code})`}`;
  },
});

const always = (name: string, title: string, label: string, udp: number[], info?: string) =>
  rowOnly({ name, title, label, on: { udp }, ...(info === undefined ? {} : { info: () => info }) });

export const lanServices: readonly Protocol[] = [
  syslog,
  natPmp,
  dropbox,
  tpLink,
  srvloc,
  sflow,
  netflow,
  openVpn,
  gtp,
  torrentTable,
  canon,
  always("mndp", "Mikrotik Neighbor Discovery Protocol", "MNDP", [5678]),
  always("memcache", "Memcache Protocol", "MEMCACHE", [11211]),
  always("capwap.control", "CAPWAP Control", "CAPWAP-Control", [5246]),
  always("who", "Who", "WHO", [513]),
  always("auto_rp", "Cisco Auto-RP", "Auto-RP", [496]),
  always("cups", "Common Unix Printing System (CUPS) Browsing Protocol", "CUPS", [631]),
];
