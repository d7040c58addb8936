import { hexNumber } from "../../bytes.js";
import { FieldList, named } from "../../fields.js";
import { awaited } from "../../framed.js";
import { pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { announceMedia } from "./media.js";
import { MESSAGES, REQUESTS, RESPONSES } from "./names.js";

/** Of the length, which does not count itself and the version. */
const PREFIX = 8;
const HEADER = 12;

const VERSIONS: Readonly<Record<number, string>> = {
  0: "Basic",
  10: "V10",
  11: "V11",
  15: "V15",
  16: "V16",
  17: "V17",
  18: "V18",
  19: "V19",
  20: "V20",
  21: "V21",
  22: "V22",
};

/**
 * Skinny Client Control Protocol, between Cisco's telephones and their call manager; chan_skinny and chan_sccp speak
 * it. Numbers are little endian:
 *
 *     length (4) | version (4) | message (4) | as much as the length says, less 4
 */
export const skinny: Protocol = {
  name: "skinny",
  title: "Skinny Client Control Protocol",
  on: { tcp: [2000] },

  label(packet, layer) {
    // of several messages in a segment, the last one that asks or answers counts
    for (let at = layer; packet.protocols[at] === skinny; at--) {
      const id = messageAt(packet, at);
      if (REQUESTS.has(id)) return "SKINNY/REQ";
      if (RESPONSES.has(id)) return "SKINNY/RESP";
    }
    return "SKINNY";
  },

  parse(packet, start, end) {
    if (!isMessage(packet.bytes, start, end)) return;
    packet.push(skinny, start, end);
    if (packet.learning) announceMedia(packet, start, end);
    if (packet.wireEnd > end) pushShortened(packet, end);
  },

  stream: awaited(
    {
      lengthEnd: 4,
      headerEnd: PREFIX,
      belongs: isMessage,
      lengthAt: (bytes, at) => PREFIX + u32(bytes, at),
      waitingInfo: "Skinny Client Control Protocol [TCP segment of a reassembled PDU]",
    },
    (packet, start, end) => skinny.parse(packet, start, end),
  ),

  info(packet, layer) {
    const before = packet.protocols[layer - 1] === skinny ? skinny.info!(packet, layer - 1) : "";
    const id = messageAt(packet, layer);
    const unknown = `0x${id.toString(16).toUpperCase().padStart(8, "0")} (Unknown)`;
    return `${before}${MESSAGES[id] ?? unknown} `;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.add("skinny.data_length", "Data length", u32(fields.bytes, at), at, 4);
    const version = u32(fields.bytes, at + 4);
    const versionText = `${VERSIONS[version] ?? "Unknown"} (${hexNumber(version, 8)})`;
    fields.add("skinny.hdr_version", "Header version", versionText, at + 4, 4);
    fields.add("skinny.messageId", "Message ID", named(MESSAGES)(u32(fields.bytes, at + 8)), at + 8, 4);
    fields.raw("skinny.data", "Data", at + HEADER, fields.end - at - HEADER);
    return fields.list;
  },
};

function isMessage(bytes: Uint8Array, start: number, end: number): boolean {
  return start + PREFIX <= end && u32(bytes, start) >= 4 && u32(bytes, start + 4) in VERSIONS;
}

function messageAt(packet: Packet, layer: number): number {
  const at = packet.starts[layer]!;
  return at + HEADER > packet.ends[layer]! ? 0 : u32(packet.buffers[layer]!, at + 8);
}

function u32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}
