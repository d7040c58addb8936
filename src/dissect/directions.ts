import { Endpoints } from "./endpoints.js";
import type { Packet } from "./packet.js";
import { TupleTable } from "./tuple-table.js";

/** What the packets from one endpoint to another said, and from which frame on it holds. */
export class Directions<T> {
  private readonly endpoints = new Endpoints();
  private readonly pairs = new TupleTable(2);
  private readonly sayings: { frame: number; value: T }[][] = [];

  /** Notes what holds from this packet on, from its source to its destination or, `back`, the other way. */
  learn(packet: Packet, value: T, back = false): void {
    this.sayings[this.intern(packet, back)] ??= [];
    this.sayings[this.intern(packet, back)]!.push({ frame: packet.number, value });
  }

  /** What was said last, up to a frame. */
  latest(packet: Packet, { back = false, frame = packet.number } = {}): T | undefined {
    if (this.endpoints.size === 0) return undefined;
    return this.sayings[this.find(packet, back)]?.findLast((saying) => saying.frame <= frame)?.value;
  }

  private find(packet: Packet, back: boolean): number {
    const source = this.endpoints.find(packet, "source");
    const destination = source === -1 ? -1 : this.endpoints.find(packet, "destination");
    if (destination === -1) return -1;
    this.fill(source, destination, back);
    return this.pairs.find();
  }

  private intern(packet: Packet, back: boolean): number {
    this.fill(this.endpoints.intern(packet, "source"), this.endpoints.intern(packet, "destination"), back);
    return this.pairs.intern();
  }

  private fill(source: number, destination: number, back: boolean): void {
    this.pairs.key[0] = back ? destination : source;
    this.pairs.key[1] = back ? source : destination;
  }
}
