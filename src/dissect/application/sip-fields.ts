import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { parseSdp } from "../sdp/index.js";
import { parseSip, type SipMessage } from "../sip/index.js";

/** Names of SDP's lines (RFC 8866 §5), as Wireshark shows them. */
const SDP_LINES: Readonly<Record<string, readonly [name: string, label: string]>> = {
  v: ["sdp.version", "Session Description Protocol Version (v)"],
  o: ["sdp.owner", "Owner/Creator, Session Id (o)"],
  s: ["sdp.session_name", "Session Name (s)"],
  i: ["sdp.session_info", "Session Information (i)"],
  u: ["sdp.uri", "URI of Description (u)"],
  e: ["sdp.email", "E-mail Address (e)"],
  p: ["sdp.phone", "Phone Number (p)"],
  c: ["sdp.connection_info", "Connection Information (c)"],
  b: ["sdp.bandwidth", "Bandwidth Information (b)"],
  t: ["sdp.time", "Time Description, active time (t)"],
  r: ["sdp.repeat_time", "Repeat Time (r)"],
  m: ["sdp.media", "Media Description, name and address (m)"],
  a: ["sdp.media_attr", "Media Attribute (a)"],
};

/** The details of a SIP message: its first line, its headers, and the lines of its session descriptions. */
export function sipFields(packet: Packet, layer: number): Field[] {
  const base = packet.starts[layer]!;
  const message = parseSip(packet.buffers[layer]!, base, packet.ends[layer]!);
  if (message === undefined) return [];
  const { start, end, text } = message.firstLine;
  const request = message.kind === "request";
  const fields: Field[] = [
    {
      name: request ? "sip.Request-Line" : "sip.Status-Line",
      label: request ? "Request-Line" : "Status-Line",
      value: text,
      start: base + start,
      end: base + end,
    },
  ];
  const headers = headerFields(message, base);
  if (headers.length > 0) {
    fields.push({
      name: "sip.msg_hdr",
      label: "Message Header",
      value: "",
      start: headers[0]!.start,
      end: headers.at(-1)!.end,
      children: headers,
    });
  }
  const { body } = message;
  if (body.end > body.start) {
    fields.push({
      name: "sip.msg_body",
      label: "Message Body",
      value: message.contentType ?? "",
      start: base + body.start,
      end: base + body.end,
      children: message.sdp.flatMap((part) => sdpFields(message, part, base)),
    });
  }
  return fields;
}

function headerFields(message: SipMessage, base: number): Field[] {
  return message.headers.map((header) => ({
    name: `sip.${header.canonicalName}`,
    label: header.name,
    value: header.value,
    start: base + header.start,
    end: base + header.end,
  }));
}

function sdpFields(message: SipMessage, part: { start: number; end: number }, base: number): Field[] {
  const offset = base + part.start;
  return parseSdp(message.bytes.subarray(part.start, part.end)).lines.map(({ type, value, start, end }) => {
    const [name, label] = SDP_LINES[type] ?? ["sdp.unknown", "Unknown"];
    return { name, label, value, start: offset + start, end: offset + end };
  });
}
