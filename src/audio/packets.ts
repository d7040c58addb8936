import { type G711Law, g711Law } from "./g711.js";

/** What is needed of an RTP packet to hear it. */
export interface AudioPacket {
  /** Capture time in ns since the first frame. */
  readonly time: number;
  readonly sequence: number;
  readonly timestamp: number;
  readonly payloadType: number;
  readonly marker: boolean;
  /** Without padding; empty where it is encrypted or was cut off. Read at once, so the array may be reused. */
  readonly payload: Uint8Array;
}

const LAWS: readonly G711Law[] = ["PCMU", "PCMA"];

/** A stream's G.711 packets as columns, 25 bytes a packet and one a sample: what hours of calls can be held in. */
export class PacketStore {
  count = 0;
  /** Packets of other payload types, not held. */
  notDecoded = 0;
  time = new Float64Array(256);
  timestamp = new Uint32Array(256);
  private offsets = new Float64Array(257);
  private laws = new Uint8Array(256);
  private bytes = new Uint8Array(256 * 160);

  constructor(packets: Iterable<AudioPacket>) {
    for (const packet of packets) {
      const law = g711Law(packet.payloadType);
      if (law === undefined) this.notDecoded++;
      else this.append(packet, LAWS.indexOf(law));
    }
  }

  /** Samples of a packet. */
  length(index: number): number {
    return this.offsets[index + 1] - this.offsets[index];
  }

  law(index: number): G711Law {
    return LAWS[this.laws[index]];
  }

  payload(index: number): Uint8Array {
    return this.bytes.subarray(this.offsets[index], this.offsets[index + 1]);
  }

  private append(packet: AudioPacket, law: number): void {
    const index = this.count++;
    if (index === this.timestamp.length) this.growColumns();
    const offset = this.offsets[index];
    const end = offset + packet.payload.length;
    if (end > this.bytes.length) this.bytes = grown(this.bytes, new Uint8Array(Math.max(end, 2 * offset)));
    this.bytes.set(packet.payload, offset);
    this.offsets[index + 1] = end;
    this.time[index] = packet.time;
    this.timestamp[index] = packet.timestamp;
    this.laws[index] = law;
  }

  private growColumns(): void {
    const size = 2 * this.timestamp.length;
    this.time = grown(this.time, new Float64Array(size));
    this.timestamp = grown(this.timestamp, new Uint32Array(size));
    this.offsets = grown(this.offsets, new Float64Array(size + 1));
    this.laws = grown(this.laws, new Uint8Array(size));
  }
}

function grown<T extends Float64Array | Uint32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
