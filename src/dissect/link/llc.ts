import { stp } from "../application/stp.js";
import { hexNumber, u16, u24 } from "../bytes.js";
import { data } from "../data.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import { cdp, dtp, udld, vtp } from "./cisco.js";
import { showEtherType } from "./ether-types.js";
import { readControl } from "./llc-control.js";
import { sapName } from "./llc-saps.js";

const SNAP = 0xaa;
const IP = 0x06;
const SPANNING_TREE = 0x42;
const ETHERNET_OUI = 0x000000;

/**
 * Logical Link Control (IEEE 802.2), and the Subnetwork Access Protocol (IEEE 802 clause 9) where both access
 * points name it.
 */
export const llc: Protocol = {
  name: "llc",
  title: "Logical-Link Control",
  label: "LLC",

  parse(packet, start, end) {
    const { bytes } = packet;
    const layer = packet.push(llc, start, end);
    if (layer === -1 || !reaches(packet, start + 3, end)) return;
    const control = readControl(bytes, start + 2, (bytes[start + 1]! & 1) === 1);
    const snap = bytes[start] === SNAP && bytes[start + 1] === SNAP;
    const header = 2 + control.length + (snap ? 5 : 0);
    if (!reaches(packet, start + header, end)) return;
    const next = start + header;
    packet.ends[layer] = next;
    const inner = control.carriesData ? innerOf(bytes, start, next, snap) : undefined;
    if (inner) {
      inner.parse(packet, next, end);
      return;
    }
    const ethernet = snap && u24(bytes, next - 5) === ETHERNET_OUI;
    if (control.carriesData && ethernet && packet.handOver(Table.ether, u16(bytes, next - 2), next, end))
      return;
    if (control.carriesData && bytes[start] === IP && packet.handOver(Table.ether, 0x0800, next, end)) return;
    data.parse(packet, next, end);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const length = packet.ends[layer]! - at;
    if (length < 3) return "";
    const response = (bytes[at + 1]! & 1) === 1;
    const control = readControl(bytes, at + 2, response);
    if (length < 2 + control.length) return "";
    if (bytes[at] === SNAP && bytes[at + 1] === SNAP)
      return control.text + snapInfo(packet, layer, control.length);
    const group = bytes[at]! & 1 ? "Group" : "Individual";
    return (
      `${control.text}; DSAP ${sapName(bytes[at]!)} ${group}, ` +
      `SSAP ${sapName(bytes[at + 1]!)} ${response ? "Response" : "Command"}`
    );
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    const { bytes } = fields;
    fields.number("llc.dsap", "DSAP", at, 1, (sap) => `${sapName(sap)} (${hexNumber(sap, 2)})`);
    fields.number("llc.ssap", "SSAP", at + 1, 1, (sap) => `${sapName(sap)} (${hexNumber(sap, 2)})`);
    if (packet.ends[layer]! - at < 3) return fields.list;
    const control = readControl(bytes, at + 2, (bytes[at + 1]! & 1) === 1);
    const value = control.length === 1 ? bytes[at + 2]! : u16(bytes, at + 2);
    const text = `${control.text} (${hexNumber(value, 2 * control.length)})`;
    fields.add("llc.control", "Control field", text, at + 2, control.length);
    if (bytes[at] === SNAP && bytes[at + 1] === SNAP) {
      const oui = at + 2 + control.length;
      fields.number("llc.oui", "Organization Code", oui, 3, showOui);
      fields.number("llc.type", "Type", oui + 3, 2, showEtherType);
    }
    return fields.list;
  },
};

/** Cisco's own protocols, by the number after its organization code. */
const OF_CISCO: Readonly<Record<number, Protocol>> = {
  267: stp, // a tree for each VLAN
  273: udld,
  8192: cdp,
  8195: vtp,
  8196: dtp,
};
const CISCO_OUI = 0x00000c;

function innerOf(bytes: Uint8Array, start: number, next: number, snap: boolean): Protocol | undefined {
  if (snap) return u24(bytes, next - 5) === CISCO_OUI ? OF_CISCO[u16(bytes, next - 2)] : undefined;
  return (bytes[start]! & 0xfe) === SPANNING_TREE ? stp : undefined;
}

function snapInfo(packet: Packet, layer: number, control: number): string {
  const at = packet.starts[layer]! + 2 + control;
  if (packet.ends[layer]! < at + 5) return "";
  const bytes = packet.buffers[layer]!;
  const hex = (value: number, digits: number) =>
    `0x${value.toString(16).toUpperCase().padStart(digits, "0")}`;
  const oui = u24(bytes, at);
  return `; SNAP, OUI ${hex(oui, 6)} (${ownerOf(oui)}), PID ${hex(u16(bytes, at + 3), 4)}`;
}

/** Whose an organization code is; what stands for EtherTypes was Xerox's once (RFC 1042). */
function ownerOf(oui: number): string {
  return oui === ETHERNET_OUI ? "Officially Xerox, but" : "Unknown";
}

function showOui(oui: number): string {
  const bytes = [oui >> 16, (oui >> 8) & 255, oui & 255].map((byte) => byte.toString(16).padStart(2, "0"));
  return `${bytes.join(":")}${oui === ETHERNET_OUI ? ` (${ownerOf(oui)})` : ""}`;
}
