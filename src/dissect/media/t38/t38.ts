import { nodeAt, type PerNode } from "../../asn1/per.js";
import { hexBytes } from "../../bytes.js";
import { pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Field, Protocol } from "../../protocol.js";
import { NEVER_BEGUN } from "./sessions.js";
import { readUdptl, type T38Packet } from "./udptl.js";

/** Octets of data that the packet list shows; of more, one less and dots. */
const MOST_SHOWN = 7;

/** Fax over UDPTL (ITU-T T.38 §9): a sequence number, the primary message, and older ones again. */
export const t38: Protocol = {
  name: "t38",
  title: "ITU-T Recommendation T.38",
  label: "T.38",

  parse(packet, start, end) {
    packet.push(t38, start, end);
    const read = readUdptl(packet.bytes, start, end);
    if (packet.learning) packet.conversations.t38.learn(packet, read);
    if (!read.whole) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const read = readLayer(packet, layer);
    let text = "UDP: UDPTLPacket ";
    if (read.sequence === -1) return text;
    text += `Seq=${String(read.sequence).padStart(5, "0")} `;
    if (read.indicator !== undefined) text += ` t30ind: ${read.indicator}`;
    if (read.data !== undefined) text += ` data:${read.data}:`;
    const remarks = packet.conversations.t38.of(packet.number);
    for (const [index, { type, data }] of read.items.entries()) {
      const shown = data ? `[${octetsText(bytes, data.start, data.end)}]` : "";
      const remark = remarks[index] ?? "";
      if (remark === NEVER_BEGUN) return `${text} ${type}${remark}`;
      // what ends a message says first what came before
      text += /-data$/.test(type) ? ` ${type}${shown}${remark}` : ` ${type}${remark}${shown}`;
    }
    if (read.problem !== "") text += `[UNKNOWN PER: ${read.problem}]`;
    return read.whole && read.end < packet.ends[layer]! ? `${text} [Malformed?]` : text;
  },

  fields: (packet, layer) => fieldsOf(readLayer(packet, layer).node),
};

function readLayer(packet: Packet, layer: number): T38Packet {
  return readUdptl(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!);
}

function octetsText(bytes: Uint8Array, start: number, end: number): string {
  return end - start <= MOST_SHOWN
    ? hexBytes(bytes, start, end)
    : `${hexBytes(bytes, start, start + MOST_SHOWN)}...`;
}

function fieldsOf(node: PerNode): Field[] {
  return node.children.map((child) => {
    const chosen = nodeAt(child, "t30-indicator")?.value ?? nodeAt(child, "t30-data")?.value;
    return {
      name: `t38.${child.name.replaceAll("-", "_")}`,
      label: child.name,
      value: child.value || (chosen ?? ""),
      start: child.start,
      end: Math.max(child.start, child.end),
      children: fieldsOf(child),
    };
  });
}
