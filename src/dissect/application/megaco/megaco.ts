import { hexBytes } from "../../bytes.js";
import { FieldList } from "../../fields.js";
import { infoBelow, pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { announceDescription } from "../sdp-announce.js";
import { megacoInfo } from "./info.js";
import { megacoFields } from "./megaco-fields.js";
import { descriptionsIn, readMegaco } from "./message.js";

const SEQUENCE = 0x30;

/** Megaco: H.248 in text, between a media gateway and its controller (ITU-T H.248.1 annex B). */
export const megaco: Protocol = {
  name: "megaco",
  title: "MEGACO",
  on: { udp: [2944] },

  label(packet, layer) {
    const message = messageOf(packet, layer);
    return `MEGACO${message ? "/SDP".repeat(descriptionsIn(message, packet.buffers[layer]!).length) : ""}`;
  },

  parse(packet, start, end) {
    const { bytes } = packet;
    if (bytes[start] === SEQUENCE) return h248.parse(packet, start, end);
    const message = readMegaco(bytes, start, end);
    if (!message) return;
    packet.push(megaco, start, end);
    if (packet.learning) {
      for (const body of descriptionsIn(message, bytes))
        announceDescription(packet, bytes.subarray(body.start, body.end));
    }
    if (!message.whole) pushShortened(packet, end);
  },

  info(packet, layer) {
    const message = messageOf(packet, layer);
    return message ? megacoInfo(message) : "";
  },

  fields(packet, layer) {
    const message = messageOf(packet, layer);
    return message ? megacoFields(packet.buffers[layer]!, message) : [];
  },
};

/** H.248 in binary (ITU-T H.248.1 annex A): known, not read. */
export const h248: Protocol = {
  name: "h248",
  title: "H.248 MEGACO",
  label: "H.248",
  on: { udp: [2945] },

  parse(packet, start, end) {
    if (readMegaco(packet.bytes, start, end)) megaco.parse(packet, start, end);
    else packet.push(h248, start, end);
  },

  info: infoBelow,

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.add(
      "h248.MegacoMessage",
      "MegacoMessage",
      hexBytes(fields.bytes, at, fields.end),
      at,
      fields.end - at,
    );
    return fields.list;
  },
};

function messageOf(packet: Packet, layer: number): ReturnType<typeof readMegaco> {
  return readMegaco(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!);
}
