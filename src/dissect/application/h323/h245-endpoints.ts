import { Endpoints } from "../../endpoints.js";
import type { Packet } from "../../packet.js";

/** Where H.245 is spoken: call signalling says so. */
export class H245Endpoints {
  private readonly endpoints = new Endpoints();
  /** The first frame that named an endpoint. */
  private readonly frames: number[] = [];

  add(address: Uint8Array, port: number, frame: number): void {
    this.frames[this.endpoints.internAddress(address, port)] ??= frame;
  }

  /** Whether one of a packet's ends was named before it. */
  isAnnounced(packet: Packet): boolean {
    if (this.endpoints.size === 0) return false;
    return (["source", "destination"] as const).some((end) => {
      const endpoint = this.endpoints.find(packet, end);
      return endpoint !== -1 && this.frames[endpoint]! <= packet.number;
    });
  }
}
