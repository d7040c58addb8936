import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { parseSip, type SipMessage } from "../sip/index.js";
import { sdpFields } from "./sdp-fields.js";

/** The details of a SIP message: its first line, its headers, and the lines of its session descriptions. */
export function sipFields(packet: Packet, layer: number): Field[] {
  const base = packet.starts[layer]!;
  const bytes = packet.buffers[layer]!;
  const message = parseSip(bytes, base, packet.ends[layer]!);
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
      children: message.sdp.flatMap((part) =>
        sdpFields(bytes.subarray(base + part.start, base + part.end), base + part.start),
      ),
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
