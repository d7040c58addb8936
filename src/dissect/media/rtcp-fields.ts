import { u32 } from "../bytes.js";
import { FieldList, hexAndDecimal, named } from "../fields.js";
import { ntpTime } from "../ntp-time.js";
import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { PACKET_TYPES, PAYLOAD_FEEDBACK, SDES_ITEMS, TRANSPORT_FEEDBACK } from "./rtcp-names.js";
import { RtcpType } from "./rtcp-packet.js";
import { listExtendedReport } from "./rtcp-xr-fields.js";
import { listSetup } from "./setup-field.js";

const REPORT_LENGTH = 24;

/** The details of one packet of a compound RTCP packet. */
export function rtcpFields(packet: Packet, layer: number): Field[] {
  const bytes = packet.buffers[layer]!;
  const at = packet.starts[layer]!;
  const fields = new FieldList(bytes, packet.ends[layer]!);
  const announcement = packet.conversations.announcements.find(packet);
  if (announcement) listSetup(fields, "rtcp", announcement, at);
  const type = bytes[at + 1]!;
  fields.bits("rtcp.version", "Version", at, 0xc0, (version) =>
    version === 2 ? "RFC 1889 Version (2)" : version,
  );
  if (bytes[at]! >> 6 !== 2 || PACKET_TYPES[type] === undefined) return fields.list;
  fields.flag("rtcp.padding", "Padding", at, 0x20);
  listCount(fields, type, at);
  fields.number("rtcp.pt", "Packet type", at + 1, 1, named(PACKET_TYPES));
  fields.number("rtcp.length", "Length", at + 2, 2, (words) => `${words} (${4 * (words + 1)} bytes)`);
  if (announcement?.encrypted) listEncrypted(fields, at + 4);
  else listBody(fields, type, bytes[at]! & 31, at + 4);
  return fields.list;
}

function listCount(fields: FieldList, type: number, at: number): void {
  const show = (name: string, label: string, names?: Readonly<Record<number, string>>) =>
    fields.bits(name, label, at, 0x1f, names && named(names));
  if (type === RtcpType.senderReport || type === RtcpType.receiverReport)
    show("rtcp.rc", "Reception report count");
  else if (type === RtcpType.sourceDescription || type === RtcpType.goodbye) show("rtcp.sc", "Source count");
  else if (type === RtcpType.application) show("rtcp.app.subtype", "Subtype");
  else if (type === RtcpType.transportFeedback) {
    show("rtcp.rtpfb.fmt", "RTCP Feedback message type (FMT)", TRANSPORT_FEEDBACK);
  } else if (type === RtcpType.payloadFeedback) {
    show("rtcp.psfb.fmt", "RTCP Feedback message type (FMT)", PAYLOAD_FEEDBACK);
  }
}

function listEncrypted(fields: FieldList, at: number): void {
  fields.number("rtcp.senderssrc", "Sender SSRC", at, 4, hexAndDecimal);
  fields.raw("srtcp.enc_payload", "SRTCP Encrypted Payload", at + 4, fields.end - at - 4);
}

function listBody(fields: FieldList, type: number, count: number, at: number): void {
  switch (type) {
    case RtcpType.senderReport:
      listSenderReport(fields, count, at);
      return;
    case RtcpType.receiverReport:
      fields.number("rtcp.senderssrc", "Sender SSRC", at, 4, hexAndDecimal);
      listReports(fields, count, at + 4);
      return;
    case RtcpType.sourceDescription:
      listChunks(fields, count, at);
      return;
    case RtcpType.goodbye:
      listGoodbye(fields, count, at);
      return;
    case RtcpType.application:
      fields.number("rtcp.ssrc.identifier", "Identifier", at, 4, hexAndDecimal);
      fields.text("rtcp.app.name", "Name (ASCII)", at + 4, 4);
      fields.raw("rtcp.app.data", "Application specific data", at + 8, fields.end - at - 8);
      return;
    case RtcpType.transportFeedback:
    case RtcpType.payloadFeedback:
      fields.number("rtcp.senderssrc", "Sender SSRC", at, 4, hexAndDecimal);
      fields.number("rtcp.mediassrc", "Media source SSRC", at + 4, 4, hexAndDecimal);
      if (at + 8 < fields.end) {
        fields.raw("rtcp.fci", "Feedback Control Information (FCI)", at + 8, fields.end - at - 8);
      }
      return;
    case RtcpType.extendedReport:
      listExtendedReport(fields, at);
  }
}

function listSenderReport(fields: FieldList, count: number, at: number): void {
  const word = (value: number) => `${value} (0x${value.toString(16).padStart(8, "0")})`;
  fields.number("rtcp.senderssrc", "Sender SSRC", at, 4, hexAndDecimal);
  fields.number("rtcp.timestamp.ntp.msw", "Timestamp, MSW", at + 4, 4, word);
  fields.number("rtcp.timestamp.ntp.lsw", "Timestamp, LSW", at + 8, 4, word);
  const { bytes } = fields;
  fields.add(
    "rtcp.timestamp.ntp",
    "MSW and LSW as NTP timestamp",
    ntpTime(u32(bytes, at + 4), u32(bytes, at + 8)),
    at + 4,
    8,
  );
  fields.number("rtcp.timestamp.rtp", "RTP timestamp", at + 12, 4);
  fields.number("rtcp.sender.packetcount", "Sender's packet count", at + 16, 4);
  fields.number("rtcp.sender.octetcount", "Sender's octet count", at + 20, 4);
  listReports(fields, count, at + 24);
}

function listReports(fields: FieldList, count: number, start: number): void {
  for (let i = 0; i < count; i++) {
    const at = start + REPORT_LENGTH * i;
    if (at + REPORT_LENGTH > fields.end) return;
    fields.group("rtcp.source", `Source ${i + 1}`, "", at, REPORT_LENGTH, (report) => {
      report.number("rtcp.ssrc.identifier", "Identifier", at, 4, hexAndDecimal);
      report.group("rtcp.ssrc.contents", "SSRC contents", "", at + 4, 4, (contents) => {
        contents.number("rtcp.ssrc.fraction", "Fraction lost", at + 4, 1, (lost) => `${lost} / 256`);
        contents.number(
          "rtcp.ssrc.cum_nr",
          "Cumulative number of packets lost",
          at + 5,
          3,
          (lost) => (lost << 8) >> 8,
        );
      });
      report.number("rtcp.ssrc.ext_high", "Extended highest sequence number received", at + 8, 4);
      report.number("rtcp.ssrc.high_cycles", "Sequence number cycles count", at + 8, 2);
      report.number("rtcp.ssrc.high_seq", "Highest sequence number received", at + 10, 2);
      report.number("rtcp.ssrc.jitter", "Interarrival jitter", at + 12, 4);
      report.number(
        "rtcp.ssrc.lsr",
        "Last SR timestamp",
        at + 16,
        4,
        (lsr) => `${lsr} (0x${lsr.toString(16).padStart(8, "0")})`,
      );
      report.number(
        "rtcp.ssrc.dlsr",
        "Delay since last SR timestamp",
        at + 20,
        4,
        (delay) => `${delay} (${Math.trunc((delay / 65536) * 1000)} milliseconds)`,
      );
    });
  }
}

function listChunks(fields: FieldList, count: number, start: number): void {
  const { bytes, end } = fields;
  let at = start;
  for (let i = 0; i < count && at + 4 <= end; i++) {
    let stop = at + 4;
    while (stop < end && bytes[stop] !== 0) stop += 2 + (bytes[stop + 1] ?? 0);
    const items = at + 4;
    const last = Math.min(stop, end);
    const hex = u32(bytes, at).toString(16).toUpperCase();
    const next = Math.min(end, start + ((stop - start + 4) & ~3));
    const from = at;
    fields.group("rtcp.sdes.chunk", `Chunk ${i + 1}, SSRC/CSRC 0x${hex}`, "", from, next - from, (chunk) => {
      chunk.number("rtcp.ssrc.identifier", "Identifier", from, 4, hexAndDecimal);
      chunk.group("rtcp.sdes.items", "SDES items", "", items, last + 1 - items, (list) =>
        listItems(list, items),
      );
    });
    at = next;
  }
}

function listItems(list: FieldList, start: number): void {
  const type = (at: number) => list.number("rtcp.sdes.type", "Type", at, 1, named(SDES_ITEMS));
  let at = start;
  while (at < list.end && list.bytes[at] !== 0) {
    const length = list.bytes[at + 1] ?? 0;
    type(at);
    list.number("rtcp.sdes.length", "Length", at + 1, 1);
    list.text("rtcp.sdes.text", "Text", at + 2, length);
    at += 2 + length;
  }
  type(at);
}

function listGoodbye(fields: FieldList, count: number, start: number): void {
  for (let i = 0; i < count; i++) {
    fields.number("rtcp.ssrc.identifier", "Identifier", start + 4 * i, 4, hexAndDecimal);
  }
  const at = start + 4 * count;
  if (at >= fields.end) return;
  fields.number("rtcp.sdes.length", "Length", at, 1);
  fields.text("rtcp.sdes.text", "Text", at + 1, fields.bytes[at]!);
}
