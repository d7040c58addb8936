import { formatIpv4 } from "../address.js";
import { hexNumber, u16, u32 } from "../bytes.js";
import { showChecksum } from "../checksum.js";
import { FieldList } from "../fields.js";
import { malformed, reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { igmpRecords, showRecord } from "./igmp-records.js";

const HEADER = 8;
const QUERY = 0x11;
const REPORT_1 = 0x12;
const REPORT_2 = 0x16;
const LEAVE = 0x17;
const REPORT_3 = 0x22;

const NAMES: Readonly<Record<number, string>> = {
  [QUERY]: "Membership Query",
  [REPORT_1]: "Membership Report",
  [REPORT_2]: "Membership Report",
  [LEAVE]: "Leave Group",
  [REPORT_3]: "Membership Report",
};

/** Internet Group Management Protocol: versions 1 (RFC 1112), 2 (RFC 2236) and 3 (RFC 3376). */
export const igmp: Protocol = {
  name: "igmp",
  title: "Internet Group Management Protocol",
  label: (packet, layer) => {
    const version = versionOf(packet, layer);
    return version === 0 ? "IGMP" : `IGMPv${version}`;
  },
  on: { ip: [2] },

  parse(packet, start, end) {
    const layer = packet.push(igmp, start, end);
    if (layer === -1 || !reaches(packet, start + HEADER, end)) return;
    if (packet.bytes[start] === REPORT_3 && !igmpRecords(packet.bytes, start, end).whole) {
      malformed.parse(packet, end, end);
    }
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const bytes = packet.buffers[layer]!;
    if (end <= at) return "";
    const type = bytes[at]!;
    const name = NAMES[type] ?? `Unknown Type:${hexNumber(type, 2)}`;
    const version = versionOf(packet, layer);
    if (end - at < HEADER || version <= 1) return name;
    if (type === QUERY) return name + queryInfo(bytes, at, end);
    if (type !== REPORT_3) return `${name}${type === LEAVE ? "" : " group"} ${formatIpv4(bytes, at + 4)}`;
    const { records } = igmpRecords(bytes, at, end);
    if (records.length === 0) return `${name} - General query`;
    return name + records.map((record) => showRecord(bytes, record)).join("");
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, end);
    const { bytes } = fields;
    fields.number(
      "igmp.type",
      "Type",
      at,
      1,
      (type) => `${NAMES[type] ?? "Unknown"} (${hexNumber(type, 2)})`,
    );
    if (end - at < HEADER) return fields.list;
    fields.number("igmp.checksum", "Checksum", at + 2, 2, (value) => showChecksum(packet, layer, value));
    if (bytes[at] !== REPORT_3) {
      const tenths = (value: number) => `${(value / 10).toFixed(1)} sec (${hexNumber(value, 2)})`;
      fields.number("igmp.max_resp", "Max Resp Time", at + 1, 1, tenths);
      fields.add("igmp.maddr", "Multicast Address", formatIpv4(bytes, at + 4), at + 4, 4);
      return fields.list;
    }
    fields.number("igmp.num_grp_recs", "Num Group Records", at + 6, 2);
    for (const record of igmpRecords(bytes, at, end).records) {
      const text = showRecord(bytes, record).replace(" / ", "");
      fields.group("igmp.record", "Group Record", text, record.at, record.length, (children) => {
        children.number("igmp.record_type", "Record Type", record.at, 1);
        children.add("igmp.maddr", "Multicast Address", formatIpv4(bytes, record.at + 4), record.at + 4, 4);
      });
    }
    return fields.list;
  },
};

function versionOf(packet: Packet, layer: number): number {
  const at = packet.starts[layer]!;
  const end = packet.ends[layer]!;
  const bytes = packet.buffers[layer]!;
  switch (bytes[at]) {
    case QUERY:
      if (end - at >= 12) return 3;
      return bytes[at + 1] === 0 ? 1 : 2;
    case REPORT_1:
      return 1;
    case REPORT_2:
    case LEAVE:
      return 2;
    case REPORT_3:
      return 3;
    default:
      return 0;
  }
}

/** `, specific for group 239.1.2.3, sources {1.2.3.4}` */
function queryInfo(bytes: Uint8Array, at: number, end: number): string {
  const group = u32(bytes, at + 4) === 0 ? ", general" : `, specific for group ${formatIpv4(bytes, at + 4)}`;
  const count = end - at >= 12 ? Math.min(u16(bytes, at + 10), Math.floor((end - at - 12) / 4)) : 0;
  if (count === 0) return group;
  const sources = Array.from({ length: count }, (_, i) => formatIpv4(bytes, at + 12 + 4 * i));
  return `${group}, source${count > 1 ? "s" : ""} {${sources.join(", ")}}`;
}
