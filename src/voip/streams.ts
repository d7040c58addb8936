import { formatAddress } from "../dissect/address.js";
import type { Announcement } from "../dissect/announcements.js";
import { Endpoints } from "../dissect/endpoints.js";
import type { FlowTable } from "../dissect/flow-table.js";
import type { Packet, RtpHeader } from "../dissect/packet.js";
import { TupleTable } from "../dissect/tuple-table.js";
import type { Endpoint } from "./signalling.js";
import {
  countPacket,
  isTelephoneEvent,
  PAYLOAD_TYPE,
  payloadClockRate,
  payloadShortName,
  STREAM_CELLS,
  StreamStatistics,
  setClock,
} from "./stream/index.js";

/** One SSRC one way between two endpoints: a row of Wireshark's RTP Streams. */
export class RtpStream {
  private announcement: Announcement | undefined;

  constructor(
    /** Its place in order of appearance; the frame table's `stream`. */
    readonly index: number,
    readonly source: Endpoint,
    readonly destination: Endpoint,
    readonly ssrc: number,
    /** Number of the first frame. */
    readonly frame: number,
    readonly statistics: StreamStatistics,
  ) {}

  /** By signalling: SRTP, whose payload cannot be read. */
  get encrypted(): boolean {
    return this.announcement?.encrypted ?? false;
  }

  /** The payloads as Wireshark's RTP Streams names them: `g711U, telephone-event`. */
  get payload(): string {
    return this.statistics.payloadTypes
      .map((type) => payloadShortName(type, this.announcement?.formats.get(type)?.encodingName))
      .join(", ");
  }

  /** The clock in Hz by which jitter is measured in packets of this type; 0 where it is not. */
  clockRateOf(payloadType: number): number {
    const format = this.announcement?.formats.get(payloadType);
    return payloadClockRate(
      payloadType,
      format && { name: format.encodingName, clockRate: format.clockRate },
    );
  }

  /** Whether packets of this type are events (RFC 4733), by SDP. */
  isEvent(payloadType: number): boolean {
    const format = this.announcement?.formats.get(payloadType);
    return format !== undefined && isTelephoneEvent(format.encodingName);
  }

  /** Takes over what was announced of packets from now on. */
  learn(announcement: Announcement | undefined): void {
    this.announcement = announcement ?? this.announcement;
  }
}

/** Streams whose cells are one array: 2 to the power of this. */
const BLOCK_BITS = 10;
const BLOCK_MASK = (1 << BLOCK_BITS) - 1;

/** The RTP streams of a capture. A packet of the stream that its flow had before costs no look-up and no allocation. */
export class RtpStreams {
  readonly list: RtpStream[] = [];
  private readonly endpoints = new Endpoints();
  private readonly keys = new TupleTable(3);
  private readonly blocks: Float64Array[] = [];

  /** Counts an RTP packet; the index of its stream. */
  observe(packet: Packet): number {
    const { flow, rtp, time } = packet;
    const known = flow === undefined ? -1 : this.next(flow, rtp, time);
    if (known !== -1) return known;
    const index = this.find(packet, rtp.ssrc | 0);
    this.count(index, rtp, time, true);
    return index;
  }

  /**
   * Counts an RTP packet of the stream that its flow's latest packet was of; the stream's index, or -1, and nothing
   * done, where it is of another.
   */
  next(flow: FlowTable, rtp: RtpHeader, time: number): number {
    const index = flow.streamOf(rtp.ssrc | 0);
    if (index !== -1) this.count(index, rtp, time, false);
    return index;
  }

  private count(index: number, rtp: RtpHeader, time: number, anew: boolean): void {
    const cells = this.blocks[index >>> BLOCK_BITS]!;
    const at = (index & BLOCK_MASK) * STREAM_CELLS;
    const { payloadType, sequence, timestamp, marker } = rtp;
    if (anew || payloadType !== cells[at + PAYLOAD_TYPE]) {
      setClock(cells, at, this.list[index]!.clockRateOf(payloadType));
    }
    const length = rtp.payloadEnd - rtp.payloadStart;
    countPacket(cells, at, time, sequence, timestamp, payloadType, marker, length);
  }

  private find(packet: Packet, ssrc: number): number {
    const { key } = this.keys;
    key[0] = this.endpoints.intern(packet, "source");
    key[1] = this.endpoints.intern(packet, "destination");
    key[2] = ssrc;
    const index = this.keys.intern();
    if (index === this.list.length) this.begin(packet, this.endpoint(key[0]!), this.endpoint(key[1]!));
    this.list[index]!.learn(packet.rtp.announcement);
    packet.flow?.noteStream(ssrc, index);
    return index;
  }

  private begin(packet: Packet, source: Endpoint, destination: Endpoint): void {
    const index = this.list.length;
    const place = index & BLOCK_MASK;
    if (place === 0) this.blocks.push(new Float64Array(STREAM_CELLS << BLOCK_BITS));
    const statistics = new StreamStatistics(this.blocks.at(-1), place * STREAM_CELLS);
    const { rtp, number } = packet;
    this.list.push(new RtpStream(index, source, destination, rtp.ssrc, number, statistics));
  }

  private endpoint(index: number): Endpoint {
    return { address: formatAddress(this.endpoints.address(index)), port: this.endpoints.port(index) };
  }
}
