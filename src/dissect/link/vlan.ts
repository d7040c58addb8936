import { u16 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import type { Protocol } from "../protocol.js";
import { showEtherType } from "./ether-types.js";
import { handOverType } from "./payload.js";

const TAG = 4;

/** A VLAN tag (IEEE 802.1Q clause 9.3): priority, drop eligibility, VLAN, and the type of what follows. */
export const vlan = tag("vlan", "802.1Q Virtual LAN", [0x8100, 0x9100], "vlan.etype");

/** The outer of two tags, a provider's (IEEE 802.1ad). */
export const providerVlan = tag("ieee8021ad", "IEEE 802.1ad", [0x88a8], "ieee8021ah.etype");

function tag(name: string, title: string, types: number[], typeName: string): Protocol {
  const protocol: Protocol = {
    name,
    title,
    label: "VLAN",
    on: { ether: types },

    parse(packet, start, end) {
      const layer = packet.push(protocol, start, Math.min(start + TAG, end));
      if (layer === -1 || !reaches(packet, start + TAG, end)) return;
      handOverType(packet, u16(packet.bytes, start + 2), start + TAG, end);
    },

    info(packet, layer) {
      const at = packet.starts[layer]!;
      if (packet.ends[layer]! - at < 2) return "";
      const tag = u16(packet.buffers[layer]!, at);
      return `PRI: ${tag >> 13}  DEI: ${(tag >> 12) & 1}  ID: ${tag & 0xfff}`;
    },

    summary(packet, layer) {
      const at = packet.starts[layer]!;
      if (packet.ends[layer]! - at < 2) return "";
      const tag = u16(packet.buffers[layer]!, at);
      return `, PRI: ${tag >> 13}, DEI: ${(tag >> 12) & 1}, ID: ${tag & 0xfff}`;
    },

    fields(packet, layer) {
      const at = packet.starts[layer]!;
      const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
      fields.bits(`${name}.priority`, "Priority", at, 0xe000, (value) => `${PRIORITIES[value]} (${value})`);
      fields.bits(`${name}.dei`, "DEI", at, 0x1000, (bit) => (bit ? "Eligible" : "Ineligible"));
      fields.bits(`${name}.id`, "ID", at, 0x0fff);
      fields.number(typeName, "Type", at + 2, 2, showEtherType);
      return fields.list;
    },
  };
  return protocol;
}

const PRIORITIES = [
  "Best Effort (default)",
  "Background",
  "Spare",
  "Excellent Effort",
  "Controlled Load",
  "Video, < 100ms latency and jitter",
  "Voice, < 10ms latency and jitter",
  "Network Control",
];
