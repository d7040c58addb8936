import type { FrameRecord } from "../capture/frame.js";
import type { Announcement } from "./announcements.js";
import type { Conversations } from "./conversations.js";
import type { FlowTable } from "./flow-table.js";
import type { RtcpPacket } from "./media/rtcp-packet.js";
import type { Protocol } from "./protocol.js";
import { type Looker, Table, type Tables } from "./registry.js";
import type { SipMessage } from "./sip/index.js";
import { Wanted } from "./wanted.js";

/** What a field begins with that may hold more than 31 bits: it must not become another kind of field later. */
const DOUBLE = Number.NaN;

/** Deeper nesting than any honest frame has; a frame that goes on is cut off here. */
export const MAX_LAYERS = 24;

/** What a frame turned out to be, as far as later stages must know it again without its neighbours. */
export const Kind = { other: 0, sip: 1, rtp: 2, rtpEvent: 3, rtcp: 4, stun: 5 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/**
 * Which addresses `sourceAt` and `destinationAt` point to; `unavailable` for links that have none and say so
 * (`N/A`). An offset of -1 is an address that is not there.
 */
export const Family = { none: 0, ethernet: 1, unavailable: 2, ipv4: 4, ipv6: 6 } as const;
export type Family = (typeof Family)[keyof typeof Family];

/** An RTP header's numbers (RFC 3550 §5.1), left by the RTP layer; valid while the packet is. */
export interface RtpHeader {
  marker: boolean;
  payloadType: number;
  sequence: number;
  timestamp: number;
  ssrc: number;
  /** The payload without padding, in `packet.bytes`. */
  payloadStart: number;
  payloadEnd: number;
  /** What signalling said of the stream, if it did. */
  announcement: Announcement | undefined;
}

/**
 * The frame under dissection: one object, reused for all frames. Layers push themselves; what they leave here
 * are numbers and offsets, so that a media packet costs no allocation. Views for people are made from it.
 */
export class Packet {
  /** The buffer that the current layer lies in: the reader's, or a reassembled one. */
  bytes: Uint8Array = new Uint8Array(0);
  /** The frame's captured bytes in the reader's buffer: `frameBytes[frameStart, frameEnd)`. */
  frameBytes: Uint8Array = this.bytes;
  frameStart = 0;
  frameEnd = 0;
  number = 0;
  /** Nanoseconds since the first frame. */
  time = DOUBLE;
  /** Length on the wire. */
  length = 0;
  linkType = 0;
  /** Where the current layer's bytes end on the wire: past the captured ones where the capture cut the frame off. */
  wireEnd = 0;
  /** The current layer is the first of several fragments, and the others are not there. */
  fragmented = false;
  /** The EtherType that no dissector reads, where there is one. */
  unreadType = 0;
  /** What the reader of a stream waits for: a number of bytes from where it stopped, or one of `Wanted`. */
  wanted: number = Wanted.any;
  /** The current segment is the last one of its side of a TCP connection. */
  streamEnds = false;
  /** Where the first network layer ends, or -1: what follows in the frame is the link's padding and trailer. */
  networkEnd = -1;

  layerCount = 0;
  readonly protocols: Protocol[] = new Array(MAX_LAYERS);
  readonly buffers: Uint8Array[] = new Array(MAX_LAYERS);
  readonly starts = new Int32Array(MAX_LAYERS);
  readonly ends = new Int32Array(MAX_LAYERS);
  /** What `wireEnd` was when the layer was pushed. */
  readonly wireEnds = new Int32Array(MAX_LAYERS);
  /** Layers from this one on are quoted (inside an ICMP error): they show in the details and count nowhere. */
  quotedFrom = MAX_LAYERS;

  /** Innermost addresses that are not quoted, as offsets into `addressBytes`. */
  family: Family = Family.none;
  addressBytes: Uint8Array = this.bytes;
  sourceAt = 0;
  destinationAt = 0;
  sourcePort = 0;
  destinationPort = 0;

  kind: Kind = Kind.other;
  /** The table of flows, which stands on that of this media packet; on the first pass only. */
  flow: FlowTable | undefined;
  readonly rtp: RtpHeader = {
    marker: false,
    payloadType: 0,
    sequence: 0,
    timestamp: DOUBLE,
    ssrc: DOUBLE,
    payloadStart: 0,
    payloadEnd: 0,
    announcement: undefined,
  };
  /** The SIP messages that end in this frame. */
  sip: SipMessage[] = [];
  /** The packets of a compound RTCP packet. */
  rtcp: RtcpPacket[] = [];

  /**
   * The kind that the first, ordered pass gave this frame, or undefined during that pass. A later look must neither
   * change the conversations nor be misled by what they learnt after this frame.
   */
  known: Kind | undefined;

  constructor(
    readonly conversations: Conversations,
    private readonly tables: Tables,
  ) {}

  get quoted(): boolean {
    return this.quotedFrom < MAX_LAYERS;
  }

  /** Whether this look at this layer may teach the conversations something. */
  get learning(): boolean {
    return this.known === undefined && this.quotedFrom === MAX_LAYERS;
  }

  load(bytes: Uint8Array, start: number, end: number, record: FrameRecord): void {
    this.bytes = this.frameBytes = bytes;
    this.frameStart = start;
    this.frameEnd = end;
    this.number = record.number;
    this.time = record.time;
    this.length = record.length;
    this.linkType = record.linkType;
    this.wireEnd = Math.max(end, start + record.length);
    this.fragmented = false;
    this.networkEnd = -1;
    this.layerCount = 0;
    this.quotedFrom = MAX_LAYERS;
    this.family = Family.none;
    this.sourcePort = this.destinationPort = 0;
    this.kind = Kind.other;
    this.flow = undefined;
    if (this.sip.length > 0) this.sip = [];
    if (this.rtcp.length > 0) this.rtcp = [];
  }

  /** Adds a layer over `bytes[start, end)` of the current buffer; its index, or -1 where nesting is too deep. */
  push(protocol: Protocol, start: number, end: number): number {
    const layer = this.layerCount;
    if (layer === MAX_LAYERS) return -1;
    this.protocols[layer] = protocol;
    this.buffers[layer] = this.bytes;
    this.starts[layer] = start;
    this.ends[layer] = end;
    this.wireEnds[layer] = this.wireEnd;
    this.layerCount = layer + 1;
    return layer;
  }

  /**
   * Hands `bytes[start, end)` to the protocol that `key` names in a table; false where none is known, or where it
   * found the bytes not to be its own.
   */
  handOver(table: Table, key: number, start: number, end: number): boolean {
    const parse = this.tables.by[table]![key];
    if (parse === undefined) return false;
    const before = this.layerCount;
    parse(this, start, end);
    return this.layerCount > before;
  }

  /** Whether `key` names a protocol in a table. */
  isTaken(table: Table, key: number): boolean {
    return this.tables.by[table]![key] !== undefined;
  }

  /** The protocol of a TCP port. */
  tcpProtocol(port: number): Protocol | undefined {
    return this.tables.tcpPorts.get(port);
  }

  /** The first protocol that is read as a stream and in which the bytes show themselves. */
  streamByLook(start: number, end: number): Protocol | undefined {
    const looks = ({ protocol, looksLike }: Looker) => protocol.stream && looksLike(this, start, end);
    return this.tables.lookers.tcp.find(looks)?.protocol;
  }

  /** Hands over to the first protocol in which the bytes show themselves; false where none does. */
  handOverByLook(transport: "udp" | "tcp", start: number, end: number): boolean {
    for (const { looksLike, parse } of this.tables.lookers[transport]) {
      if (!looksLike(this, start, end)) continue;
      const before = this.layerCount;
      parse(this, start, end);
      if (this.layerCount > before) return true;
    }
    return false;
  }

  /**
   * Reads `bytes[start, end)` as an EtherType's layers that an error message quotes. They show in the details;
   * the frame's addresses and kind stay its own.
   */
  quote(etherType: number, start: number, end: number): void {
    const { family, addressBytes, sourceAt, destinationAt, sourcePort, destinationPort } = this;
    const { kind, wireEnd, fragmented, known } = this;
    if (!this.quoted) this.quotedFrom = this.layerCount;
    this.known = undefined; // that of the frame says nothing about what it quotes
    this.handOver(Table.ether, etherType, start, end);
    Object.assign(this, { family, addressBytes, sourceAt, destinationAt, sourcePort, destinationPort });
    Object.assign(this, { kind, wireEnd, fragmented, known });
  }

  /** Index of the innermost layer of that protocol that is not quoted, or -1. */
  find(protocol: Protocol): number {
    for (let layer = Math.min(this.layerCount, this.quotedFrom) - 1; layer >= 0; layer--) {
      if (this.protocols[layer] === protocol) return layer;
    }
    return -1;
  }
}
