import { i32 } from "./bytes.js";
import { Family, type Packet } from "./packet.js";
import { TupleTable } from "./tuple-table.js";

/** Which end of a packet is meant. */
export type End = "source" | "destination";

/** The IP address of that end of an IP packet: 4 or 16 bytes of their own. */
export function addressOf(packet: Packet, end: End): Uint8Array {
  const at = end === "source" ? packet.sourceAt : packet.destinationAt;
  return packet.addressBytes.slice(at, at + (packet.family === Family.ipv6 ? 16 : 4));
}

export function portOf(packet: Packet, end: End): number {
  return end === "source" ? packet.sourcePort : packet.destinationPort;
}

/** Network endpoints (address, port) → dense indices, without an allocation a look-up. */
export class Endpoints {
  // family and port, then the address as four words (an IPv4 address fills the first)
  private readonly table = new TupleTable(5);

  get size(): number {
    return this.table.size;
  }

  /** The endpoint at that end of the packet, or -1 where it was never interned. */
  find(packet: Packet, end: End): number {
    if (packet.family === Family.ipv4) {
      const source = end === "source";
      const port = source ? packet.sourcePort : packet.destinationPort;
      const address = i32(packet.addressBytes, source ? packet.sourceAt : packet.destinationAt);
      return this.table.findPair((Family.ipv4 << 16) | port, address);
    }
    return this.fill(packet, end) ? this.table.find() : -1;
  }

  /** The endpoint at that end of the packet, or -1 where the packet has no IP address. */
  intern(packet: Packet, end: End): number {
    return this.fill(packet, end) ? this.table.intern() : -1;
  }

  /** The endpoint of an address given as 4 or 16 bytes. */
  internAddress(address: Uint8Array, port: number): number {
    this.put(address, 0, address.length === 16 ? Family.ipv6 : Family.ipv4, port);
    return this.table.intern();
  }

  port(endpoint: number): number {
    return this.table.at(endpoint, 0) & 0xffff;
  }

  /** 4 or 16 bytes. */
  address(endpoint: number): Uint8Array {
    const words = this.table.at(endpoint, 0) >>> 16 === Family.ipv6 ? 4 : 1;
    const bytes = new Uint8Array(4 * words);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < words; i++) view.setInt32(4 * i, this.table.at(endpoint, 1 + i));
    return bytes;
  }

  private fill(packet: Packet, end: End): boolean {
    if (packet.family !== Family.ipv4 && packet.family !== Family.ipv6) return false;
    const at = end === "source" ? packet.sourceAt : packet.destinationAt;
    this.put(packet.addressBytes, at, packet.family, portOf(packet, end));
    return true;
  }

  private put(bytes: Uint8Array, at: number, family: number, port: number): void {
    const key = this.table.key;
    key[0] = (family << 16) | port;
    key[1] = i32(bytes, at);
    this.table.used = family === Family.ipv6 ? 5 : 2;
    if (family === Family.ipv6) {
      key[2] = i32(bytes, at + 4);
      key[3] = i32(bytes, at + 8);
      key[4] = i32(bytes, at + 12);
    }
  }
}
