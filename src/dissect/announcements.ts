import { Endpoints } from "./endpoints.js";
import { latest } from "./latest.js";
import type { Packet } from "./packet.js";

/** What `a=rtpmap` says of a payload type. */
export interface AnnouncedFormat {
  encodingName: string;
  /** Hz; 0 where it is not said. */
  clockRate: number;
}

/** What a session description said will be received at one endpoint. */
export interface Announcement {
  /** Number of the frame that said so. */
  frame: number;
  /** What said so: `SDP`, `RTSP` … */
  method: string;
  use: "rtp" | "rtcp" | "t38";
  /** `audio`, `video`, `image` … */
  media: string;
  /** RTP/SAVP and its like: the payload cannot be read. */
  encrypted: boolean;
  /** RTCP shares the port (RFC 5761). */
  rtcpMux: boolean;
  /** The dynamic payload types that were named, by number. */
  formats: ReadonlyMap<number, AnnouncedFormat>;
  /** The payload types that are events (RFC 4733). */
  events: ReadonlySet<number>;
}

/** What Wireshark takes for events where no session description names the payload type. */
export const UNNAMED_EVENTS: ReadonlySet<number> = new Set([100, 101]);

/** What says no more than that RTP will be received. */
export function plainRtp(frame: number, method: string): Announcement {
  return {
    frame,
    method,
    use: "rtp",
    media: "",
    encrypted: false,
    rtcpMux: false,
    formats: new Map(),
    events: UNNAMED_EVENTS,
  };
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

  /** Notes the same of both ends of a packet. */
  addEnds(packet: Packet, announcement: Announcement): void {
    for (const end of ["source", "destination"] as const) {
      const endpoint = this.endpoints.intern(packet, end);
      if (endpoint === -1) continue;
      this.byEndpoint[endpoint] ??= [];
      this.byEndpoint[endpoint].push(announcement);
    }
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
    return latest(this.byEndpoint[endpoint]!, packet.number);
  }
}
