import { i32 } from "./bytes.js";
import { type End, Endpoints, portOf } from "./endpoints.js";
import { latest } from "./latest.js";
import { Family, type Packet } from "./packet.js";

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

/** What says that keys were agreed on the media path, and no more. */
export function plainSrtp(frame: number, method: string): Announcement {
  return { ...plainRtp(frame, method), encrypted: true, rtcpMux: true };
}

/** Endpoints share 1024 counters of what was announced for them. */
const COUNTER_BITS = 10;
const COUNTER_MASK = (1 << COUNTER_BITS) - 1;

/** The endpoints that signalling announced: this is how RTP is known, as in Wireshark. */
export class Announcements {
  private readonly endpoints = new Endpoints();
  private readonly byEndpoint: Announcement[][] = [];
  /** By endpoint and the port of its peer. */
  private readonly byPeer = new Map<number, Announcement[]>();
  private readonly counts = new Int32Array(1 << COUNTER_BITS);

  /** Notes that `address` (4 or 16 bytes) and `port` will receive what `announcement` says. */
  add(address: Uint8Array, port: number, announcement: Announcement): void {
    this.note(this.endpoints.internAddress(address, port), announcement);
    this.counts[counterOf(address, address.length, port)]!++;
  }

  /**
   * Notes it of both ends of a packet, as far as the port of the other end is that of this packet. As in Wireshark, the
   * other's address does not count, and nothing that is said of an endpoint alone sets this aside.
   */
  addBetween(packet: Packet, announcement: Announcement): void {
    const { sourcePort, destinationPort } = packet;
    for (const end of ["source", "destination"] as const) {
      const endpoint = this.endpoints.intern(packet, end);
      if (endpoint === -1) continue;
      const pair = pairOf(endpoint, end === "source" ? destinationPort : sourcePort);
      const before = this.byPeer.get(pair);
      if (before === undefined) this.byPeer.set(pair, [announcement]);
      else before.push(announcement);
      this.counts[this.counterOf(packet, end)]!++;
    }
  }

  /** What was announced, before this packet, for its destination or else for its source. */
  find(packet: Packet): Announcement | undefined {
    if (this.endpoints.size === 0) return undefined;
    const destination = this.endpoints.find(packet, "destination");
    return (
      this.ofPeer(destination, packet) ??
      this.latest(destination, packet) ??
      this.latest(this.endpoints.find(packet, "source"), packet)
    );
  }

  /** The counters of what is announced for the ends of an IP packet, as one number. */
  countersOf(packet: Packet): number {
    return (this.counterOf(packet, "source") << COUNTER_BITS) | this.counterOf(packet, "destination");
  }

  /** How often anything was announced there: as long as that stays, so does what was found. */
  count(counters: number): number {
    return this.counts[counters >> COUNTER_BITS]! + this.counts[counters & COUNTER_MASK]!;
  }

  private counterOf(packet: Packet, end: End): number {
    const at = end === "source" ? packet.sourceAt : packet.destinationAt;
    return counterOf(packet.addressBytes, at + (packet.family === Family.ipv6 ? 16 : 4), portOf(packet, end));
  }

  private note(endpoint: number, announcement: Announcement): void {
    const before = this.byEndpoint[endpoint];
    if (before === undefined) this.byEndpoint[endpoint] = [announcement];
    else before.push(announcement);
  }

  private latest(endpoint: number, packet: Packet): Announcement | undefined {
    const list = this.byEndpoint[endpoint];
    return list && latest(list, packet.number);
  }

  private ofPeer(destination: number, packet: Packet): Announcement | undefined {
    if (destination === -1 || this.byPeer.size === 0) return undefined;
    const list = this.byPeer.get(pairOf(destination, packet.sourcePort));
    return list && latest(list, packet.number);
  }
}

function pairOf(endpoint: number, peerPort: number): number {
  return endpoint * 0x10000 + peerPort;
}

/** By the last word of an address, and the port. Endpoints that share a counter are looked up more often, that is all. */
function counterOf(bytes: Uint8Array, addressEnd: number, port: number): number {
  return (i32(bytes, addressEnd - 4) + port) & COUNTER_MASK;
}
