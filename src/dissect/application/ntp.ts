import { u32 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { pushShortened } from "../malformed.js";
import { ntpTime } from "../ntp-time.js";
import type { Protocol } from "../protocol.js";

const LENGTH = 48;
const CONTROL = 6;
const PRIVATE = 7;

const VERSIONS = ["reserved", "NTP Version 1", "NTP Version 2", "NTP Version 3", "NTP Version 4"];
const MODES = [
  "reserved",
  "symmetric active",
  "symmetric passive",
  "client",
  "server",
  "broadcast",
  "control",
  "private",
];

/** Requests of ntpd's own protocol of mode 7, as far as they have short names. */
const PRIVATE_REQUESTS: Readonly<Record<number, string>> = {
  0: "PEER_LIST",
  1: "PEER_LIST_SUM",
  2: "PEER_INFO",
  3: "PEER_STATS",
  4: "SYS_INFO",
  5: "SYS_STATS",
  6: "IO_STATS",
  7: "MEM_STATS",
  8: "LOOP_INFO",
  9: "TIMER_STATS",
  20: "MON_GETLIST",
  28: "AUTHINFO",
  38: "GET_KERNEL",
  42: "MON_GETLIST_1",
};

/**
 * Network Time Protocol (RFC 5905 §7.3).
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |LI | VN  |Mode |    Stratum     |     Poll      |  Precision   |
 */
export const ntp: Protocol = {
  name: "ntp",
  title: "Network Time Protocol",
  label: "NTP",
  on: { udp: [123] },

  parse(packet, start, end) {
    packet.push(ntp, start, end);
    const mode = packet.bytes[start]! & 7;
    if (end - start < (mode === CONTROL || mode === PRIVATE ? 8 : LENGTH)) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    const mode = bytes[at]! & 7;
    const text = `${VERSIONS[(bytes[at]! >> 3) & 7] ?? "reserved"}, ${MODES[mode]}`;
    if (mode !== PRIVATE || packet.ends[layer]! - at < 8) return text;
    const request = bytes[at + 3]!;
    const name = PRIVATE_REQUESTS[request] ?? `Unknown (${request})`;
    return `${text}, ${bytes[at]! >= 0x80 ? "Response" : "Request"}, ${name}`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const fields = new FieldList(bytes, packet.ends[layer]!);
    fields.bits("ntp.flags.li", "Leap Indicator", at, 0xc0);
    fields.bits(
      "ntp.flags.vn",
      "Version number",
      at,
      0x38,
      (version) => `${VERSIONS[version] ?? "reserved"} (${version})`,
    );
    fields.bits("ntp.flags.mode", "Mode", at, 0x07, (mode) => `${MODES[mode]} (${mode})`);
    if ((bytes[at]! & 7) >= CONTROL || at + LENGTH > fields.end) return fields.list;
    fields.number("ntp.stratum", "Peer Clock Stratum", at + 1, 1);
    fields.number("ntp.ppoll", "Peer Polling Interval", at + 2, 1);
    fields.number("ntp.precision", "Peer Clock Precision", at + 3, 1, (power) => (power << 24) >> 24);
    for (const [name, label, offset] of [
      ["ntp.reftime", "Reference Timestamp", 16],
      ["ntp.org", "Origin Timestamp", 24],
      ["ntp.rec", "Receive Timestamp", 32],
      ["ntp.xmt", "Transmit Timestamp", 40],
    ] as const) {
      fields.add(name, label, ntpTime(u32(bytes, at + offset), u32(bytes, at + offset + 4)), at + offset, 8);
    }
    return fields.list;
  },
};
