import { Endpoints } from "../../endpoints.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";

const MOST = 1 << 16;

/** Who speaks from the frame after `frame` on. */
interface Claim {
  frame: number;
  protocol: Protocol;
}

/**
 * Connections whose protocol was said and not guessed from ports: those handed over in their course, as HTTP does
 * with `Upgrade` (RFC 9110 §7.8), and those that were announced, as FTP does (RFC 959 §4.1.2).
 */
export class Takeovers {
  private readonly byConnection = new Map<number, Claim>();
  private readonly endpoints = new Endpoints();
  private readonly byEndpoint: Claim[] = [];

  /** @param connectionOf index of the connection that a frame belongs to, or -1 */
  constructor(private readonly connectionOf: (frame: number) => number) {}

  /** Gives what follows this packet in its connection to `protocol`. */
  learn(packet: Packet, protocol: Protocol): void {
    const connection = this.connectionOf(packet.number);
    if (connection === -1 || this.byConnection.size >= MOST || this.byConnection.has(connection)) return;
    this.byConnection.set(connection, { frame: packet.number, protocol });
  }

  /** Gives connections to an endpoint (an address of 4 or 16 bytes) to `protocol`; the endpoint's index. */
  expect(packet: Packet, address: Uint8Array, port: number, protocol: Protocol): number {
    if (this.endpoints.size >= MOST) return -1;
    const endpoint = this.endpoints.internAddress(address, port);
    this.byEndpoint[endpoint] ??= { frame: packet.number, protocol };
    return endpoint;
  }

  /** Index of the endpoint of this packet that was announced, or -1. */
  endpointOf(packet: Packet): number {
    if (this.endpoints.size === 0) return -1;
    const endpoint = this.endpoints.find(packet, "destination");
    return endpoint === -1 ? this.endpoints.find(packet, "source") : endpoint;
  }

  /** The protocol to which the packet's connection was given before it. */
  of(packet: Packet): Protocol | undefined {
    const claim =
      (this.byConnection.size > 0 ? this.byConnection.get(this.connectionOf(packet.number)) : undefined) ??
      this.byEndpoint[this.endpointOf(packet)];
    return claim && claim.frame < packet.number ? claim.protocol : undefined;
  }
}
