import { hexNumber } from "../../bytes.js";
import { FieldList, named } from "../../fields.js";
import type { Packet } from "../../packet.js";
import type { Field } from "../../protocol.js";
import { CODECS } from "./codecs.js";
import { listElement } from "./element-fields.js";
import { readElements } from "./elements.js";
import { codecOf, FrameType, hasTimes, type Iax2Frame, readFrame, readTrunk } from "./frame.js";
import { CONTROLS, FRAME_TYPES, HTML, MESSAGES, MODEMS } from "./names.js";

const PACKET_TYPES = {
  mini: "Mini voice packet (0)",
  full: "Full packet (1)",
  video: "Mini video packet (2)",
  trunk: "Trunk packet (3)",
};

/** The details of a frame: its header, then what its type has: elements, calls of a trunk, or a payload. */
export function iax2Fields(packet: Packet, layer: number): Field[] {
  const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
  const start = packet.starts[layer]!;
  const frame = readFrame(fields.bytes, start, fields.end);
  if (!frame) return [];
  const meta = frame.kind === "video";
  fields.add("iax2.packet_type", "Packet type", PACKET_TYPES[frame.kind], start, meta ? 4 : 2);
  if (frame.kind !== "trunk") {
    fields.add("iax2.src_call", "Source call", frame.sourceCall, meta ? start + 2 : start, 2);
  }
  switch (frame.kind) {
    case "full":
      listFull(fields, frame, start);
      break;
    case "trunk":
      listTrunk(fields, frame, start);
      break;
    default: {
      const at = frame.bodyStart - 2;
      fields.add("iax2.timestamp", "Timestamp", frame.timestamp, at, 2);
      if (meta) fields.add("iax2.video.mini_marker", "Marker", frame.marker ? 1 : 0, at, 2);
      listPayload(fields, frame);
    }
  }
  return fields.list;
}

function listFull(fields: FieldList, frame: Iax2Frame, at: number): void {
  fields.add("iax2.dst_call", "Destination call", frame.destinationCall, at + 2, 2);
  fields.flag("iax2.retransmission", "Retransmission", at + 2, 0x8000);
  fields.number("iax2.timestamp", "Timestamp", at + 4, 4);
  fields.number("iax2.oseqno", "Outbound seq.no.", at + 8, 1);
  fields.number("iax2.iseqno", "Inbound seq.no.", at + 9, 1);
  fields.number("iax2.type", "Type", at + 10, 1, named(FRAME_TYPES));
  listBody(fields, frame);
}

function listBody(list: FieldList, frame: Iax2Frame): void {
  const at = frame.bodyStart - 1;
  const subclass = (name: string, label: string, names: Readonly<Record<number, string>>) =>
    list.number(`iax2.${name}.subclass`, label, at, 1, named(names));
  const text = (name: string, label: string) => {
    if (list.end > frame.bodyStart) list.text(name, label, frame.bodyStart, list.end - frame.bodyStart);
  };
  switch (frame.type) {
    case FrameType.iax:
      subclass("iax", "IAX subclass", MESSAGES);
      for (const element of readElements(list.bytes, frame.bodyStart, list.end).elements)
        listElement(list, element);
      break;
    case FrameType.control:
      subclass("control", "Control subclass", CONTROLS);
      break;
    case FrameType.modem:
      subclass("modem", "Modem subclass", MODEMS);
      break;
    case FrameType.html:
      subclass("html", "HTML subclass", HTML);
      if (frame.subclass === 1) text("iax2.html.url", "HTML URL");
      break;
    case FrameType.text:
      subclass("text", "Text subclass", { 0: "Text" });
      text("iax2.text.text", "Text");
      break;
    case FrameType.dtmfBegin:
    case FrameType.dtmfEnd:
      list.text("iax2.dtmf.subclass", "DTMF subclass (digit)", at, 1);
      break;
    case FrameType.voice:
      list.number("iax2.voice.subclass", "Voice Subclass (compressed codec no)", at, 1);
      list.add("iax2.voice.codec", "CODEC", codecValue(codecOf(frame)), at, 1);
      listPayload(list, frame);
      break;
    case FrameType.video:
      list.bits("iax2.video.subclass", "Video Subclass (compressed codec no)", at, 0xbf);
      list.flag("iax2.video.marker", "Marker", at, 0x40);
      list.add("iax2.video.codec", "CODEC", codecValue(codecOf(frame)), at, 1);
      listPayload(list, frame);
      break;
    default:
      list.number("iax2.subclass", "Unknown subclass", at, 1);
  }
}

/** `Raw mu-law data (G.711) (0x0000000000000004)` */
function codecValue(codec: number): string {
  const mask = codec < 0 ? 0n : 1n << BigInt(codec);
  const name = CODECS.find(({ bit }) => bit === codec)?.name ?? "Unknown";
  return `${name} (0x${mask.toString(16).padStart(16, "0")})`;
}

function listPayload(fields: FieldList, { bodyStart }: Iax2Frame): void {
  if (bodyStart < fields.end)
    fields.raw("iax2.payload_data", "IAX2 payload", bodyStart, fields.end - bodyStart);
}

function listTrunk(fields: FieldList, frame: Iax2Frame, start: number): void {
  fields.bits("iax2.trunk.metacmd", "Meta command", start + 2, 0x7f);
  const times = hasTimes(fields.bytes, start);
  const data = `${hexNumber(fields.bytes[start + 3]!, 2)}${times ? " (trunk timestamps)" : ""}`;
  fields.group("iax2.trunk.cmddata", "Command data", data, start + 3, 1, (list) => {
    list.flag("iax2.trunk.cmddata.ts", "Trunk timestamps", start + 3, 1);
  });
  fields.number("iax2.timestamp", "Timestamp", start + 4, 4);
  const { calls } = readTrunk(fields.bytes, { start, bodyStart: frame.bodyStart, end: fields.end });
  for (const call of calls) {
    const lengthAt = times ? call.at : call.at + 2;
    fields.number("iax2.trunk.call.len", "Data length", lengthAt, 2);
    fields.add(
      "iax2.trunk.call.scallno",
      "Source call number",
      call.sourceCall,
      times ? call.at + 2 : call.at,
      2,
    );
    if (times) fields.number("iax2.trunk.call.ts", "Timestamp", call.at + 4, 2);
    fields.raw("iax2.trunk.call.payload", "Data", call.start, call.end - call.start);
  }
}
