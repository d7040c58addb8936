import { u16, u32 } from "../bytes.js";
import { FieldList, hexAndDecimal } from "../fields.js";
import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { payloadName } from "./payload.js";
import { listSetup } from "./setup-field.js";

const VERSIONS = ["Old VAT Version", "First Draft Version", "RFC 1889 Version", "Unknown"];

/** The details of an RTP header (RFC 3550 §5.1) and what follows it. */
export function rtpFields(packet: Packet, layer: number): Field[] {
  const at = packet.starts[layer]!;
  const bytes = packet.buffers[layer]!;
  const end = packet.ends[layer]!;
  const { payloadType, payloadStart, payloadEnd, announcement } = packet.rtp;
  const fields = new FieldList(bytes, end);
  fields.bits("rtp.version", "Version", at, 0xc0, (version) => `${VERSIONS[version]} (${version})`);
  if (bytes[at]! >> 6 !== 2) return fields.list;
  if (announcement) listSetup(fields, "rtp", announcement, at);
  fields.flag("rtp.padding", "Padding", at, 0x20);
  fields.flag("rtp.ext", "Extension", at, 0x10);
  fields.bits("rtp.cc", "Contributing source identifiers count", at, 0x0f);
  fields.flag("rtp.marker", "Marker", at + 1, 0x80);
  fields.bits(
    "rtp.p_type",
    "Payload type",
    at + 1,
    0x7f,
    () => `${payloadName(payloadType, announcement)} (${payloadType})`,
  );
  fields.number("rtp.seq", "Sequence number", at + 2, 2);
  fields.number("rtp.timestamp", "Timestamp", at + 4, 4);
  fields.number("rtp.ssrc", "Synchronization Source identifier", at + 8, 4, hexAndDecimal);
  const sources = bytes[at]! & 15;
  if (sources > 0) listSources(fields, at + 12, sources);
  if (bytes[at]! & 0x10) listExtension(fields, at + 12 + 4 * sources);
  if (payloadEnd > payloadStart) {
    if (announcement?.encrypted)
      fields.raw("srtp.enc_payload", "SRTP Encrypted Payload", payloadStart, payloadEnd - payloadStart);
    else fields.raw("rtp.payload", "Payload", payloadStart, payloadEnd - payloadStart);
  }
  if (payloadEnd < end) {
    fields.raw("rtp.padding.data", "Padding data", payloadEnd, end - 1 - payloadEnd);
    fields.number("rtp.padding.count", "Padding count", end - 1, 1);
  }
  return fields.list;
}

function listSources(fields: FieldList, at: number, count: number): void {
  fields.group(
    "rtp.csrc.items",
    "Contributing Source identifiers",
    `${count} items`,
    at,
    4 * count,
    (children) => {
      for (let i = 0; i < count; i++) {
        children.number(
          "rtp.csrc.item",
          `CSRC item ${i}`,
          at + 4 * i,
          4,
          (ssrc) => `0x${ssrc.toString(16).toUpperCase()}`,
        );
      }
    },
  );
}

/** Header extensions: of RFC 8285 in elements with one or two bytes of header, of other profiles in words. */
function listExtension(fields: FieldList, at: number): void {
  const { bytes, end } = fields;
  if (at + 4 > end) return;
  const profile = u16(bytes, at);
  const length = 4 * u16(bytes, at + 2);
  fields.number(
    "rtp.ext.profile",
    "Defined by profile",
    at,
    2,
    (value) => `Unknown (0x${value.toString(16).padStart(4, "0")})`,
  );
  fields.number("rtp.ext.len", "Extension length", at + 2, 2);
  if (length === 0) return;
  fields.group("rtp.hdr_exts", "Header extensions", "", at + 4, length, (children) => {
    if (profile === 0xbede) listElements(children, at + 4, 1);
    else if (profile >> 4 === 0x100) listElements(children, at + 4, 2);
    else {
      for (let word = at + 4; word + 4 <= children.end; word += 4) {
        children.add("rtp.hdr_ext", "Header extension", u32(bytes, word), word, 4);
      }
    }
  });
}

function listElements(fields: FieldList, start: number, header: 1 | 2): void {
  const { bytes, end } = fields;
  const form = header === 1 ? "One-Byte Header" : "Two-Byte Header";
  for (let at = start; at + header <= end; ) {
    const first = bytes[at]!;
    const id = header === 1 ? first >> 4 : first;
    if (id === 0) {
      at++; // padding between elements
      continue;
    }
    if (header === 1 && id === 15) return; // §4.2: reserved, and reading stops
    const length = header === 1 ? (first & 15) + 1 : bytes[at + 1]!;
    fields.group(
      "rtp.ext.rfc5285",
      `RFC 5285 Header Extension (${form})`,
      "",
      at,
      header + length,
      (children) => {
        if (header === 1) {
          children.bits("rtp.ext.rfc5285.id", "Identifier", at, 0xf0);
          children.bits("rtp.ext.rfc5285.len", "Length", at, 0x0f, (value) => value + 1);
        } else {
          children.number("rtp.ext.rfc5285.id", "Identifier", at, 1);
          children.number("rtp.ext.rfc5285.len", "Length", at + 1, 1);
        }
        children.raw("rtp.ext.rfc5285.data", "Extension Data", at + header, length);
      },
    );
    at += header + length;
  }
}
