import { Endpoints } from "../endpoints.js";
import type { Packet } from "../packet.js";

interface Client {
  /** Since when it is one. */
  frame: number;
  blockSizes: { frame: number; size: number }[];
}

/** The ports from which clients of TFTP asked for files, and what they agreed on (RFC 2348). */
export class TftpClients {
  private readonly endpoints = new Endpoints();
  private readonly clients: Client[] = [];

  /** Notes the source of a request. */
  learnClient(packet: Packet): void {
    const endpoint = this.endpoints.intern(packet, "source");
    if (endpoint !== -1) this.clients[endpoint] ??= { frame: packet.number, blockSizes: [] };
  }

  learnBlockSize(packet: Packet, size: number): void {
    this.clientOf(packet)?.blockSizes.push({ frame: packet.number, size });
  }

  /** Whether one end of a packet asked for a file before. */
  knows(packet: Packet): boolean {
    const client = this.clientOf(packet);
    return client !== undefined && client.frame < packet.number;
  }

  /** Bytes in a block, where it was agreed on. */
  blockSizeOf(packet: Packet): number | undefined {
    return this.clientOf(packet)?.blockSizes.findLast(({ frame }) => frame <= packet.number)?.size;
  }

  private clientOf(packet: Packet): Client | undefined {
    if (this.endpoints.size === 0) return undefined;
    const there = this.clients[this.endpoints.find(packet, "destination")];
    return there ?? this.clients[this.endpoints.find(packet, "source")];
  }
}
