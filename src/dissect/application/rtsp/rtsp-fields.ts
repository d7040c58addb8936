import { FieldList } from "../../fields.js";
import type { Field } from "../../protocol.js";
import { sdpFields } from "../sdp-fields.js";
import type { RtspMessage } from "./message.js";

const HEADERS: ReadonlyMap<string, readonly [name: string, label: string]> = new Map([
  ["session", ["rtsp.session", "Session"]],
  ["transport", ["rtsp.transport", "Transport"]],
  ["content-type", ["rtsp.content-type", "Content-type"]],
  ["content-length", ["rtsp.content-length", "Content-length"]],
]);

/** The details of a message: its first line, the header fields that have names in Wireshark, its description. */
export function rtspFields(bytes: Uint8Array, start: number, message: RtspMessage): Field[] {
  const { kind, header, bodyStart, end } = message;
  const [first, ...lines] = header.lines;
  if (!kind || !first) return [];
  const fields = new FieldList(bytes, end);
  const lineEnd = Math.min(end, lines[0]?.start ?? first.end + 2);
  const [name, label] = kind === "reply" ? ["rtsp.response", "Response"] : ["rtsp.request", "Request"];
  fields.group(name!, label!, `${first.text}\\r\\n`, start, lineEnd - start, (list) => {
    const [method = "", url = ""] = first.text.split(" ");
    const second = start + method.length + 1;
    if (kind === "reply") list.add("rtsp.status", "Status", url, second, url.length);
    else {
      list.add("rtsp.method", "Method", method.toUpperCase(), start, method.length);
      list.add("rtsp.url", "URL", url, second, url.length);
    }
  });
  for (const { text, start: at, end: stop } of lines) {
    const colon = text.indexOf(":");
    const known = HEADERS.get(text.slice(0, Math.max(0, colon)).toLowerCase());
    if (known) fields.add(known[0], known[1], text.slice(colon + 1).trim(), at, stop - at);
  }
  const description = /^application\/sdp/i.test(fields.list.find(isContentType)?.value ?? "");
  return [...fields.list, ...(description ? sdpFields(bytes.subarray(bodyStart, end), bodyStart) : [])];
}

function isContentType({ name }: Field): boolean {
  return name === "rtsp.content-type";
}
