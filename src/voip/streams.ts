import { formatAddress } from "../dissect/address.js";
import { Endpoints } from "../dissect/endpoints.js";
import type { Packet } from "../dissect/packet.js";
import { TupleTable } from "../dissect/tuple-table.js";
import type { Endpoint } from "./signalling.js";
import { StreamStatistics } from "./stream/index.js";

/** One SSRC one way between two endpoints: a row of Wireshark's RTP Streams. */
export interface RtpStream {
  /** Its place in order of appearance; the frame table's `stream`. */
  index: number;
  source: Endpoint;
  destination: Endpoint;
  ssrc: number;
  /** Number of the first frame. */
  frame: number;
  /** By signalling: SRTP, whose payload cannot be read. */
  encrypted: boolean;
  statistics: StreamStatistics;
}

/** The RTP streams of a capture. A packet of a known stream costs three look-ups and no allocation. */
export class RtpStreams {
  readonly list: RtpStream[] = [];
  private readonly endpoints = new Endpoints();
  private readonly keys = new TupleTable(3);

  /** Counts an RTP packet; the index of its stream. */
  observe(packet: Packet): number {
    const { rtp } = packet;
    const { key } = this.keys;
    key[0] = this.endpoints.intern(packet, "source");
    key[1] = this.endpoints.intern(packet, "destination");
    key[2] = rtp.ssrc | 0;
    const index = this.keys.intern();
    const stream = this.list[index] ?? this.open(index, packet);
    stream.statistics.add(
      packet.time,
      rtp.sequence,
      rtp.timestamp,
      rtp.payloadType,
      rtp.marker,
      rtp.payloadEnd - rtp.payloadStart,
      rtp.clockRate,
    );
    return index;
  }

  private open(index: number, packet: Packet): RtpStream {
    const stream: RtpStream = {
      index,
      source: this.endpoint(this.keys.at(index, 0)),
      destination: this.endpoint(this.keys.at(index, 1)),
      ssrc: packet.rtp.ssrc,
      frame: packet.number,
      encrypted: packet.rtp.encrypted,
      statistics: new StreamStatistics(),
    };
    this.list.push(stream);
    return stream;
  }

  private endpoint(index: number): Endpoint {
    return { address: formatAddress(this.endpoints.address(index)), port: this.endpoints.port(index) };
  }
}
