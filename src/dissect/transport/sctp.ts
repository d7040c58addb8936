import { hexNumber, u16, u32 } from "../bytes.js";
import { FieldList, named } from "../fields.js";
import { infoBelow, pushShortened, reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { CHUNKS, M3UA_MESSAGES } from "./sctp-names.js";

const HEADER = 12;
const CHUNK_HEADER = 4;
const DATA_HEADER = 16;
const DATA = 0;
const SACK = 3;
/** A message that is whole in its chunk begins and ends there. */
const WHOLE = 3;
const M3UA = 3;

interface Chunk {
  type: number;
  flags: number;
  at: number;
  end: number;
}

/** Stream Control Transmission Protocol (RFC 9260 §3): its chunks; of what they carry, M3UA is known by its name. */
export const sctp: Protocol = {
  name: "sctp",
  title: "Stream Control Transmission Protocol",
  label: "SCTP",
  on: { ip: [132] },

  parse(packet, start, end) {
    const layer = packet.push(sctp, start, end);
    if (layer === -1 || !reaches(packet, start + HEADER, end)) return;
    const { bytes } = packet;
    packet.sourcePort = u16(bytes, start);
    packet.destinationPort = u16(bytes, start + 2);
    const { chunks, whole } = chunksIn(bytes, start + HEADER, end);
    const { sctpStarts } = packet.conversations;
    const data = chunks.find(isData);
    if (data && packet.learning && sctpStarts.latest(packet) === undefined) {
      sctpStarts.learn(packet, u32(bytes, data.at + CHUNK_HEADER));
    }
    for (const chunk of chunks)
      if (isM3ua(bytes, chunk)) m3ua.parse(packet, chunk.at + DATA_HEADER, chunk.end);
    if (!whole) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const start = packet.starts[layer]!;
    if (start + HEADER > packet.ends[layer]!) return "";
    const { chunks } = chunksIn(bytes, start + HEADER, packet.ends[layer]!);
    return chunks.map((chunk) => `${chunkText(packet, bytes, chunk)} `).join("");
  },

  summary(packet, layer) {
    const at = packet.starts[layer]!;
    if (at + HEADER > packet.ends[layer]!) return "";
    const bytes = packet.buffers[layer]!;
    return `, Src Port: ${u16(bytes, at)} (${u16(bytes, at)}), Dst Port: ${u16(bytes, at + 2)} (${u16(bytes, at + 2)})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("sctp.srcport", "Source port", at, 2);
    fields.number("sctp.dstport", "Destination port", at + 2, 2);
    fields.number("sctp.verification_tag", "Verification tag", at + 4, 4, (tag) => hexNumber(tag, 8));
    fields.number("sctp.checksum", "Checksum", at + 8, 4, (sum) => `${hexNumber(sum, 8)} [unverified]`);
    for (const chunk of chunksIn(fields.bytes, at + HEADER, fields.end).chunks) {
      const name = `${CHUNKS[chunk.type] ?? "RESERVED"} chunk`;
      fields.group("sctp.chunk", name, "", chunk.at, chunk.end - chunk.at, (list) => {
        list.number("sctp.chunk_type", "Chunk type", chunk.at, 1, named(CHUNKS));
        list.number("sctp.chunk_flags", "Chunk flags", chunk.at + 1, 1, (flags) => hexNumber(flags, 2));
        list.number("sctp.chunk_length", "Chunk length", chunk.at + 2, 2);
        if (isData(chunk))
          list.number("sctp.data_tsn_raw", "Transmission sequence number (absolute)", chunk.at + 4, 4);
      });
    }
    return fields.list;
  },
};

/** MTP 3 User Adaptation Layer (RFC 4666): signalling system 7 over IP. */
const m3ua: Protocol = {
  name: "m3ua",
  title: "MTP 3 User Adaptation Layer",
  label: "M3UA (RFC 4666)",

  parse(packet, start, end) {
    packet.push(m3ua, start, end);
  },

  info: infoBelow,

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("m3ua.version", "Version", at, 1, named({ 1: "Release 1" }));
    fields.number("m3ua.message_length", "Message length", at + 4, 4);
    return fields.list;
  },
};

/** Chunks one after the other, each padded to four octets; `whole` is false where one does not fit. */
function chunksIn(bytes: Uint8Array, start: number, end: number): { chunks: Chunk[]; whole: boolean } {
  const chunks: Chunk[] = [];
  for (let at = start; at < end; ) {
    const length = at + CHUNK_HEADER <= end ? u16(bytes, at + 2) : 0;
    if (length < CHUNK_HEADER || at + length > end) return { chunks, whole: false };
    chunks.push({ type: bytes[at]!, flags: bytes[at + 1]!, at, end: at + length });
    at += (length + 3) & ~3;
  }
  return { chunks, whole: true };
}

function isData({ type, at, end }: Chunk): boolean {
  return type === DATA && end - at > DATA_HEADER;
}

function isM3ua(bytes: Uint8Array, chunk: Chunk): boolean {
  return isData(chunk) && (chunk.flags & WHOLE) === WHOLE && u32(bytes, chunk.at + 12) === M3UA;
}

function chunkText(packet: Packet, bytes: Uint8Array, chunk: Chunk): string {
  const { type, flags, at, end } = chunk;
  if (isM3ua(bytes, chunk)) return M3UA_MESSAGES[u16(bytes, at + DATA_HEADER + 2)] ?? "reserved";
  const name = CHUNKS[type] ?? "RESERVED";
  const { sctpStarts } = packet.conversations;
  if (isData(chunk)) {
    const tsn = (u32(bytes, at + 4) - (sctpStarts.latest(packet) ?? 0)) >>> 0;
    return `${name} (TSN=${tsn})${(flags & WHOLE) === WHOLE ? "" : " (Message Fragment)"}`;
  }
  if (type === SACK && end - at >= 12) {
    const ack = (u32(bytes, at + 4) - (sctpStarts.latest(packet, { back: true }) ?? 0)) >>> 0;
    return `${name} (Ack=${ack}, Arwnd=${u32(bytes, at + 8)})`;
  }
  return name;
}
