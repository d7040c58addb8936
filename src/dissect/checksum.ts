import { hexNumber } from "./bytes.js";
import type { Packet } from "./packet.js";

/** The sum of 16-bit words (RFC 1071) of `bytes[start, end)` that the Internet checksum is the complement of. */
export function sumOf(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 2) sum += (bytes[at]! << 8) | (at + 1 < end ? bytes[at + 1]! : 0);
  return sum;
}

/** The checksum of a sum of words. */
export function checksumOf(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}

/**
 * A checksum of a whole layer as the details show it: with whether it is right, where all is there that it is of.
 *
 * @param value as the packet has it
 * @param other what else is summed, as a pseudo-header
 */
export function showChecksum(packet: Packet, layer: number, value: number, other = 0): string {
  const text = hexNumber(value, 4);
  const bytes = packet.buffers[layer]!;
  const end = packet.wireEnds[layer]!;
  const captured = bytes === packet.frameBytes ? packet.frameEnd : bytes.length;
  if (layer >= packet.quotedFrom) return `${text} [in ICMP error packet]`;
  if (end > captured || packet.fragmented) return `${text} [unverified]`;
  const sum = sumOf(bytes, packet.starts[layer]!, end) + other;
  if (checksumOf(sum) === 0) return `${text} [correct]`;
  return `${text} incorrect, should be ${hexNumber(checksumOf(sum - value), 4)}`;
}
