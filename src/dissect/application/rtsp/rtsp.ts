import { hexNumber, u16 } from "../../bytes.js";
import { FieldList } from "../../fields.js";
import { pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { formatText } from "../../sip/format-text.js";
import { dissectorOf } from "../../sip/media-types.js";
import { Wanted } from "../../wanted.js";
import { headerValue } from "../http-message.js";
import { announceDescription } from "../sdp-announce.js";
import { DOLLAR, INTERLEAVED_HEADER, type RtspMessage, readMessage } from "./message.js";
import { rtspFields } from "./rtsp-fields.js";
import { announceTransport } from "./transport.js";

/** Real Time Streaming Protocol (RFC 2326): a message. */
export const rtsp: Protocol = {
  name: "rtsp",
  title: "Real Time Streaming Protocol",
  label: (packet, layer) => `RTSP${bodyText(packet, layer).label}`,
  on: { tcp: [554, 7236, 8554] },

  parse(packet, start, end) {
    const message = readMessage(packet, start, end);
    if (!message) return;
    packet.push(rtsp, start, message.end);
    if (packet.learning) learn(packet, message);
    if (packet.wireEnd > end && message.end === end) pushShortened(packet, end);
  },

  stream: readRtspStream,

  info: (packet, layer) => infoBefore(packet, layer) + lineText(packet, layer) + bodyText(packet, layer).info,

  fields: (packet, layer) => {
    const message = messageOf(packet, layer);
    return message ? rtspFields(packet.buffers[layer]!, packet.starts[layer]!, message) : [];
  },
};

/** Data between messages (RFC 2326 §10.12): `$`, a channel, a length. In Wireshark too it has no label of its own. */
const interleaved: Protocol = {
  name: "rtsp",
  title: "RTSP Interleaved Frame",

  parse(packet, start, end) {
    packet.push(interleaved, start, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    const channel = hexNumber(bytes[at + 1]!, 2);
    return `${infoBefore(packet, layer)}Interleaved channel ${channel}, ${u16(bytes, at + 2)} bytes`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("rtsp.magic", "Magic", at, 1, (value) => hexNumber(value, 2));
    fields.number("rtsp.channel", "Channel", at + 1, 1, (value) => hexNumber(value, 2));
    fields.number("rtsp.length", "Length", at + 2, 2);
    fields.raw("rtsp.data", "Data", at + INTERLEAVED_HEADER, fields.end - at - INTERLEAVED_HEADER);
    return fields.list;
  },
};

function readRtspStream(packet: Packet, start: number, end: number): number {
  const { bytes } = packet;
  let at = start;
  while (at < end) {
    const framed = bytes[at] === DOLLAR;
    if (framed && at + INTERLEAVED_HEADER > end) return at;
    const stop = framed ? at + INTERLEAVED_HEADER + u16(bytes, at + 2) : readMessage(packet, at, end)?.end;
    if (stop === undefined || stop > end) {
      packet.wanted = stop === undefined ? Wanted.emptyLine : stop - at;
      return at;
    }
    if (framed) interleaved.parse(packet, at, stop);
    else rtsp.parse(packet, at, end);
    at = stop;
  }
  return at;
}

function learn(packet: Packet, { kind, header, bodyStart, end }: RtspMessage): void {
  const transport = headerValue(header, "transport");
  if (kind === "reply" && transport !== undefined) announceTransport(packet, transport);
  if (bodyKind(header) === "sdp") announceDescription(packet, packet.bytes.subarray(bodyStart, end));
}

/** The texts of the messages before in the same frame. */
function infoBefore(packet: Packet, layer: number): string {
  const below = packet.protocols[layer - 1]!;
  if (below.name !== "rtsp") return "";
  // what was put together from several segments is read apart from what follows it
  const together = packet.buffers[layer - 1] !== packet.frameBytes && packet.starts[layer - 1] === 0;
  return below.info!(packet, layer - 1) + (together ? "" : ", ");
}

function messageOf(packet: Packet, layer: number): RtspMessage | undefined {
  const { bytes, wireEnd } = packet;
  packet.bytes = packet.buffers[layer]!;
  packet.wireEnd = packet.wireEnds[layer]!;
  const message = readMessage(packet, packet.starts[layer]!, packet.ends[layer]!);
  packet.bytes = bytes;
  packet.wireEnd = wireEnd;
  return message;
}

function lineText(packet: Packet, layer: number): string {
  const message = messageOf(packet, layer);
  const line = formatText(message?.header.lines[0]?.text ?? "");
  if (!message?.kind) return "Continuation";
  return message.kind === "reply" ? `Reply: ${line}` : line;
}

/** What Wireshark reads in a body shows in both columns. */
function bodyText(packet: Packet, layer: number): { label: string; info: string } {
  const message = messageOf(packet, layer);
  const empty = !message?.kind || message.bodyStart >= message.end;
  switch (empty ? undefined : bodyKind(message.header)) {
    case "sdp":
      return { label: "/SDP", info: "" };
    case "xml":
      return { label: "/XML", info: "" };
    case "text":
      return { label: "", info: ` (${contentType(message!.header)})` };
    default:
      return { label: "", info: "" };
  }
}

function bodyKind(header: RtspMessage["header"]): ReturnType<typeof dissectorOf> {
  return dissectorOf(contentType(header));
}

function contentType(header: RtspMessage["header"]): string {
  return (headerValue(header, "content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase();
}
