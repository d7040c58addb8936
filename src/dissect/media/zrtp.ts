import { plainSrtp } from "../announcements.js";
import { hexNumber, textOf, u32 } from "../bytes.js";
import { addressOf, portOf } from "../endpoints.js";
import { FieldList } from "../fields.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";

const HEADER = 12;
/** `ZRTP`, where an RTP packet has its timestamp. */
const COOKIE = 0x5a525450;

const LAST_PORT = 0xffff;

const MESSAGES: readonly string[] = [
  "Hello",
  "HelloACK",
  "Commit",
  "DHPart1",
  "DHPart2",
  "Confirm1",
  "Confirm2",
  "Conf2ACK",
  "Error",
  "ErrorACK",
  "GoClear",
  "ClearACK",
  "SASrelay",
  "RelayACK",
  "Ping",
  "PingACK",
];

/**
 * ZRTP (RFC 6189 §5), by which phones agree on SRTP keys on the media path itself.
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |0 0 0 1| not used (set to zero)|         sequence number       |
 *     |                  magic cookie 'ZRTP' (0x5a525450)             |
 *     |                        source identifier                      |
 *     |            message: 0x505a, length, type (8 characters) …     |
 *     |                               CRC                             |
 */
export const zrtp: Protocol = {
  name: "zrtp",
  title: "ZRTP protocol",
  label: "ZRTP",

  looksLike(packet, start, end) {
    const { bytes, conversations } = packet;
    if (end - start < HEADER || bytes[start]! >= 64 || u32(bytes, start + 4) !== COOKIE) return false;
    return conversations.heuristicRtp || conversations.flows.announcement(packet) !== undefined;
  },

  parse(packet, start, end) {
    packet.push(zrtp, start, end);
    if (packet.learning && messageType(packet.bytes, start, end) === "Conf2ACK") announceSrtp(packet);
  },

  info(packet, layer) {
    const type = messageType(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!);
    return MESSAGES.includes(type) ? `${type} Packet` : "Unknown ZRTP Packet";
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, end);
    fields.number("zrtp.sequence", "Sequence", at + 2, 2);
    fields.text("zrtp.cookie", "Magic Cookie", at + 4, 4);
    fields.number("zrtp.source_id", "Source Identifier", at + 8, 4, (id) => hexNumber(id, 8));
    fields.number("zrtp.signature", "Signature", at + 12, 2, (signature) => hexNumber(signature, 4));
    fields.number("zrtp.length", "Length", at + 14, 2);
    fields.text("zrtp.type", "Type", at + 16, 8);
    fields.number("zrtp.checksum", "Checksum", end - 4, 4, (checksum) => hexNumber(checksum, 8));
    return fields.list;
  },
};

/** The last message of the agreement: from here on the media is encrypted, and RTCP on the ports after. */
function announceSrtp(packet: Packet): void {
  const { announcements } = packet.conversations;
  const srtp = plainSrtp(packet.number, "ZRTP");
  announcements.addBetween(packet, srtp);
  for (const end of ["source", "destination"] as const) {
    const port = portOf(packet, end);
    if (port !== LAST_PORT) announcements.add(addressOf(packet, end), port + 1, { ...srtp, use: "rtcp" });
  }
}

function messageType(bytes: Uint8Array, at: number, end: number): string {
  return textOf(bytes, Math.min(at + 16, end), Math.min(at + 24, end)).trimEnd();
}
