import { formatIpv4, formatIpv6, formatMac } from "./address.js";
import { i32 } from "./bytes.js";
import { Family, type Packet } from "./packet.js";
import type { Pieces } from "./protocol.js";

/** The packet list's Source and Destination: the innermost addresses; empty where the link has none. */
export function sourceOf(packet: Packet): string {
  return format(packet, packet.sourceAt);
}

export function destinationOf(packet: Packet): string {
  return format(packet, packet.destinationAt);
}

/** The packet list's Protocol: that of the deepest layer that has a label and is not quoted. */
export function protocolOf(packet: Packet): string {
  for (let layer = deepest(packet); layer >= 0; layer--) {
    const { label } = packet.protocols[layer]!;
    if (label !== undefined) return typeof label === "string" ? label : label(packet, layer);
  }
  return "";
}

/**
 * The packet list's Info: that of the deepest layer that has one and is not quoted, after the notes of the layers
 * around it.
 */
export function infoOf(packet: Packet): string {
  const layer = informing(packet);
  const notes = notesUpTo(packet, layer);
  if (layer < 0) return notes;
  return notes + packet.protocols[layer]!.info!(packet, layer);
}

/** The same in pieces where its protocol gives them. */
export function infoPiecesOf(packet: Packet): string | Pieces {
  const layer = informing(packet);
  const pieces = packet.protocols[layer]?.infoPieces;
  if (pieces === undefined || notesUpTo(packet, layer) !== "") return infoOf(packet);
  return pieces(packet, layer);
}

function informing(packet: Packet): number {
  let layer = deepest(packet);
  while (layer >= 0 && packet.protocols[layer]!.info === undefined) layer--;
  return layer;
}

function notesUpTo(packet: Packet, layer: number): string {
  let notes = "";
  for (let outer = 0; outer <= layer; outer++) notes += packet.protocols[outer]!.note?.(packet, outer) ?? "";
  return layer >= 0 && notes !== "" && appends(packet, layer) ? `${notes}, ` : notes;
}

function appends(packet: Packet, last: number): boolean {
  for (let layer = last; layer >= 0; layer--) if (packet.protocols[layer]!.appends) return true;
  return false;
}

function deepest(packet: Packet): number {
  return Math.min(packet.layerCount, packet.quotedFrom) - 1;
}

function format(packet: Packet, at: number): string {
  if (packet.family === Family.unavailable) return "N/A";
  if (at === -1) return "";
  switch (packet.family) {
    case Family.ipv4:
      return ipv4Text(packet.addressBytes, at);
    case Family.ipv6:
      return formatIpv6(packet.addressBytes, at);
    case Family.ethernet:
      return formatMac(packet.addressBytes, at);
    default:
      return "";
  }
}

// IPv4 addresses that were shown lately: those of a capture are few, its frames many.
const TEXTS = 1024;
const words = new Int32Array(TEXTS);
const texts: string[] = new Array(TEXTS).fill("0.0.0.0");

function ipv4Text(bytes: Uint8Array, at: number): string {
  const word = i32(bytes, at);
  const place = (word ^ (word >>> 10)) & (TEXTS - 1);
  if (words[place] !== word) {
    words[place] = word;
    texts[place] = formatIpv4(bytes, at);
  }
  return texts[place]!;
}
