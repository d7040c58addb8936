import type { Field } from "../protocol.js";
import { parseSdp } from "../sdp/index.js";

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

/** The lines of a session description, whose first byte is at `offset` of the message's buffer. */
export function sdpFields(description: Uint8Array, offset: number): Field[] {
  return parseSdp(description).lines.map(({ type, value, start, end }) => {
    const [name, label] = SDP_LINES[type] ?? ["sdp.unknown", "Unknown"];
    return { name, label, value, start: offset + start, end: offset + end };
  });
}
