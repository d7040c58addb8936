import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";

const MOST = 1 << 16;

/** Connections that were handed to another protocol in their course, as HTTP does with `Upgrade` (RFC 9110 §7.8). */
export class Takeovers {
  private readonly byConnection = new Map<number, { frame: number; protocol: Protocol }>();

  /** @param connectionOf index of the connection that a frame belongs to, or -1 */
  constructor(private readonly connectionOf: (frame: number) => number) {}

  /** Gives what follows this packet in its connection to `protocol`. */
  learn(packet: Packet, protocol: Protocol): void {
    const connection = this.connectionOf(packet.number);
    if (connection === -1 || this.byConnection.size >= MOST || this.byConnection.has(connection)) return;
    this.byConnection.set(connection, { frame: packet.number, protocol });
  }

  /** The protocol to which the packet's connection was given before it. */
  of(packet: Packet): Protocol | undefined {
    if (this.byConnection.size === 0) return undefined;
    const takeover = this.byConnection.get(this.connectionOf(packet.number));
    return takeover && takeover.frame < packet.number ? takeover.protocol : undefined;
  }
}
