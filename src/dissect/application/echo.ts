import { FieldList } from "../fields.js";
import type { Protocol } from "../protocol.js";

/** Echo (RFC 862): what is sent comes back. */
export const echo: Protocol = {
  name: "echo",
  title: "Echo",
  label: "ECHO",
  on: { udp: [7], tcp: [7] },
  parse: (packet, start, end) => void packet.push(echo, start, end),
  info: (packet) => (packet.destinationPort === 7 ? "Request" : "Response"),
  fields(packet, layer) {
    const start = packet.starts[layer]!;
    const list = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    list.raw("echo.data", "Echo data", start, list.end - start);
    return list.list;
  },
};
