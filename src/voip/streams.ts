import { formatAddress } from "../dissect/address.js";
import type { Announcement } from "../dissect/announcements.js";
import { Endpoints } from "../dissect/endpoints.js";
import type { Packet } from "../dissect/packet.js";
import { TupleTable } from "../dissect/tuple-table.js";
import type { Endpoint } from "./signalling.js";
import { isTelephoneEvent, payloadClockRate, payloadShortName, StreamStatistics } from "./stream/index.js";

/** One SSRC one way between two endpoints: a row of Wireshark's RTP Streams. */
export class RtpStream {
  readonly statistics = new StreamStatistics();
  private announcement: Announcement | undefined;
  private payloadType = -1;
  private clockRate = 0;

  constructor(
    /** Its place in order of appearance; the frame table's `stream`. */
    readonly index: number,
    readonly source: Endpoint,
    readonly destination: Endpoint,
    readonly ssrc: number,
    /** Number of the first frame. */
    readonly frame: number,
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

  /** Counts the packet just dissected. */
  add(packet: Packet): void {
    const { rtp } = packet;
    if (rtp.payloadType !== this.payloadType || rtp.announcement !== this.announcement) {
      this.payloadType = rtp.payloadType;
      this.announcement = rtp.announcement ?? this.announcement;
      this.clockRate = this.clockRateOf(rtp.payloadType);
    }
    this.statistics.add(
      packet.time,
      rtp.sequence,
      rtp.timestamp,
      rtp.payloadType,
      rtp.marker,
      rtp.payloadEnd - rtp.payloadStart,
      this.clockRate,
    );
  }
}

/** The RTP streams of a capture. A packet of a known stream costs three look-ups and no allocation. */
export class RtpStreams {
  readonly list: RtpStream[] = [];
  private readonly endpoints = new Endpoints();
  private readonly keys = new TupleTable(3);

  /** Counts an RTP packet; the index of its stream. */
  observe(packet: Packet): number {
    const { key } = this.keys;
    key[0] = this.endpoints.intern(packet, "source");
    key[1] = this.endpoints.intern(packet, "destination");
    key[2] = packet.rtp.ssrc | 0;
    const index = this.keys.intern();
    this.list[index] ??= new RtpStream(
      index,
      this.endpoint(key[0]!),
      this.endpoint(key[1]!),
      packet.rtp.ssrc,
      packet.number,
    );
    this.list[index].add(packet);
    return index;
  }

  private endpoint(index: number): Endpoint {
    return { address: formatAddress(this.endpoints.address(index)), port: this.endpoints.port(index) };
  }
}
