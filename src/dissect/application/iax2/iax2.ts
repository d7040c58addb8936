import { hexNumber, u32 } from "../../bytes.js";
import { pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { CODECS } from "./codecs.js";
import { readElements } from "./elements.js";
import { FrameType, type Iax2Frame, readFrame, readTrunk } from "./frame.js";
import { iax2Fields } from "./iax2-fields.js";
import { CONTROLS, DATA_FORMATS, FRAME_TYPES, MESSAGES, MODEMS } from "./names.js";

const DATA_FORMAT = 255;

/** Inter-Asterisk eXchange, version 2 (RFC 5456): signalling and media of calls over one UDP port. */
export const iax2: Protocol = {
  name: "iax2",
  title: "Inter-Asterisk eXchange v2",
  label: "IAX2",
  on: { udp: [4569] },

  parse(packet, start, end) {
    const { bytes } = packet;
    packet.push(iax2, start, end);
    const frame = readFrame(bytes, start, end);
    if (!frame) return pushShortened(packet, end);
    const { elements, whole } = elementsOf(bytes, frame, end);
    if (packet.learning) {
      const format = elements.find(({ id }) => id === DATA_FORMAT);
      const value = format && format.end - format.start === 4 ? u32(bytes, format.start) : undefined;
      packet.conversations.iax2.learn(packet, frame, value);
    }
    const { bodyStart } = frame;
    if (!whole || (frame.kind === "trunk" && !readTrunk(bytes, { start, bodyStart, end }).whole)) {
      pushShortened(packet, end);
    }
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const start = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const frame = readFrame(bytes, start, end);
    switch (frame?.kind) {
      case "full":
        return fullText(packet, frame, end);
      case "mini":
        return `Mini packet, ${placeOf(frame)}${mediaText(packet, frame, end)}`;
      case "video":
        return `Mini video packet, ${placeOf(frame)}${mediaText(packet, frame, end)}`;
      case "trunk": {
        const { calls, whole } = readTrunk(bytes, { start, bodyStart: frame.bodyStart, end });
        if (!whole) return "";
        const count = new Set(calls.map(({ sourceCall }) => sourceCall)).size;
        return `Trunk packet with ${counted(calls.length, "media frame")} for ${counted(count, "call")}`;
      }
      case undefined:
        return "";
    }
  },

  fields: iax2Fields,
};

function elementsOf(bytes: Uint8Array, frame: Iax2Frame, end: number): ReturnType<typeof readElements> {
  if (frame.kind !== "full" || frame.type !== FrameType.iax) return { elements: [], whole: true };
  return readElements(bytes, frame.bodyStart, end);
}

function placeOf(frame: Iax2Frame): string {
  return `source call# ${frame.sourceCall}, timestamp ${frame.timestamp}ms`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function fullText(packet: Packet, frame: Iax2Frame, end: number): string {
  const { type, subclass } = frame;
  const text = `${FRAME_TYPES[type] ?? `Unknown (${hexNumber(type, 2)})`}, ${placeOf(frame)}`;
  const unknown = `unknown (${hexNumber(subclass, 2)})`;
  switch (type) {
    case FrameType.iax:
      return `${text} ${MESSAGES[subclass] ?? unknown}`;
    case FrameType.control:
      return `${text} ${CONTROLS[subclass] ?? unknown}`;
    case FrameType.modem:
      return `${text} ${MODEMS[subclass] ?? unknown}`;
    case FrameType.dtmfBegin:
    case FrameType.dtmfEnd:
      return `${text} digit ${String.fromCharCode(subclass)}`;
    case FrameType.voice:
    case FrameType.video:
      return text + mediaText(packet, frame, end);
    case FrameType.text:
    case FrameType.html:
      return text;
    default:
      return `${text} subclass ${subclass}`;
  }
}

function mediaText(packet: Packet, frame: Iax2Frame, end: number): string {
  const marker = frame.marker ? ", Mark" : "";
  if (frame.bodyStart >= end) return `${marker}, empty frame`;
  const calls = packet.conversations.iax2;
  const video = frame.kind === "video" || frame.type === FrameType.video;
  const format = video ? 0 : calls.dataFormat(packet, frame);
  if (format !== 0) return `, data, format ${DATA_FORMATS[format] ?? `unknown (${hexNumber(format, 2)})`}`;
  return `${marker}, ${codecText(calls.codec(packet, frame))}`;
}

function codecText(codec: number): string {
  const name = CODECS.find(({ bit }) => bit === codec)?.name;
  // of a mask with more than 32 bits, Wireshark shows the lowest ones
  return name ?? `unknown (${hexNumber(codec >= 0 && codec < 32 ? 2 ** codec : 0, 4)})`;
}
