import type { PayloadFormat } from "./sdp/index.js";
import { Endpoints } from "./endpoints.js";
import type { Packet } from "./packet.js";

/** What a session description said will be received at one endpoint. */
export interface Announcement {
  /** Number of the frame that said so. */
  frame: number;
  use: "rtp" | "rtcp" | "t38";
  /** `audio`, `video`, `image` … */
  media: string;
  /** RTP/SAVP and its like: the payload cannot be read. */
  encrypted: boolean;
  /** RTCP shares the port (RFC 5761). */
  rtcpMux: boolean;
  /** By payload type. */
  formats: ReadonlyMap<number, PayloadFormat>;
}

/** The endpoints that signalling announced: this is how RTP is known, as in Wireshark. */
export class Announcements {
  private readonly endpoints = new Endpoints();
  private readonly byEndpoint: Announcement[][] = [];

  /** Notes that `address` (4 or 16 bytes) and `port` will receive what `announcement` says. */
  add(address: Uint8Array, port: number, announcement: Announcement): void {
    const endpoint = this.endpoints.internAddress(address, port);
    this.byEndpoint[endpoint] ??= [];
    this.byEndpoint[endpoint].push(announcement);
  }

  /** What was announced, before this packet, for its destination or else for its source. */
  find(packet: Packet): Announcement | undefined {
    if (this.endpoints.size === 0) return undefined;
    return (
      this.latest(this.endpoints.find(packet, "destination"), packet) ??
      this.latest(this.endpoints.find(packet, "source"), packet)
    );
  }

  private latest(endpoint: number, packet: Packet): Announcement | undefined {
    if (endpoint === -1) return undefined;
    const list = this.byEndpoint[endpoint]!;
    for (let i = list.length - 1; i >= 0; i--) {
      if (list[i]!.frame <= packet.number) return list[i];
    }
    return undefined;
  }
}
