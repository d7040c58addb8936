import { Endpoints } from "./endpoints.js";
import type { Packet } from "./packet.js";

const MOST_FLOWS = 1 << 16;
const ENDPOINT_RANGE = 2 ** 26;

/**
 * The ways that ICE tries (RFC 8445): which endpoints were offered as candidates, and between which ones STUN went.
 * Media may take such a way before, or without, an announcement that names it.
 */
export class IceFlows {
  private readonly endpoints = new Endpoints();
  /** Frames in which each endpoint was offered first. */
  private readonly offered = new Map<number, number>();
  /** Frames of the first STUN message on each way. */
  private readonly flows = new Map<number, number>();
  private readonly speaking = new Set<number>();

  /** Notes a candidate of an offer or answer, whose media is not encrypted. */
  offer(address: Uint8Array, port: number, frame: number): void {
    const endpoint = this.endpoints.internAddress(address, port);
    if (!this.offered.has(endpoint)) this.offered.set(endpoint, frame);
  }

  /** Notes that a STUN message goes this packet's way. */
  learn(packet: Packet): void {
    if (this.flows.size >= MOST_FLOWS) return;
    const flow = flowOf(
      this.endpoints.intern(packet, "source"),
      this.endpoints.intern(packet, "destination"),
    );
    if (flow >= 0 && !this.flows.has(flow)) this.flows.set(flow, packet.number);
  }

  /** Whether STUN went this packet's way before it. */
  follows(packet: Packet): boolean {
    if (this.flows.size === 0) return false;
    const source = this.endpoints.find(packet, "source");
    const destination = this.endpoints.find(packet, "destination");
    return isBefore(this.flows.get(flowOf(source, destination)), packet);
  }

  /** Whether media may go this packet's way: STUN did, and one of its ends was offered. */
  mayCarryMedia(packet: Packet): boolean {
    if (this.offered.size === 0 || !this.follows(packet)) return false;
    const ends = [this.endpoints.find(packet, "source"), this.endpoints.find(packet, "destination")];
    return ends.some((end) => isBefore(this.offered.get(end), packet));
  }

  /** Notes that media went this packet's way which nobody had announced. */
  speak(packet: Packet): void {
    this.speaking.add(this.endpoints.intern(packet, "source"));
    this.speaking.add(this.endpoints.intern(packet, "destination"));
  }

  /** Whether media went to or from an endpoint before it was announced: it keeps the reading it had, as in Wireshark. */
  speaks(address: Uint8Array, port: number): boolean {
    return this.speaking.size > 0 && this.speaking.has(this.endpoints.internAddress(address, port));
  }
}

/** One number for both directions between two endpoints; negative where one of them is unknown. */
function flowOf(one: number, other: number): number {
  return one < 0 || other < 0 ? -1 : Math.min(one, other) * ENDPOINT_RANGE + Math.max(one, other);
}

function isBefore(frame: number | undefined, packet: Packet): boolean {
  return frame !== undefined && frame < packet.number;
}
