import type { FrameRecord } from "../capture/frame.js";
import { BARE, RTP_HEADER, rtp, setNumbers } from "./media/rtp.js";
import { Kind, type Packet } from "./packet.js";
import { PLAIN_PAYLOAD, plainPayloadEnd, setPlainEnds } from "./plain-udp.js";

/** The short way of the RTP that nearly all frames of a call are. */
export class SteadyRtp {
  private bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);

  constructor(private readonly packet: Packet) {}

  /**
   * Reads a plain frame with a bare packet, of whose flow the packets before it told what it is. Leaves on `packet` the
   * frame's number, time and length, its ends and flow, its kind, the RTP header, and of the layers RTP's alone. False,
   * and nothing done, for any other frame.
   */
  read(bytes: Uint8Array, start: number, end: number, record: FrameRecord): boolean {
    const from = start + PLAIN_PAYLOAD;
    const stop = plainPayloadEnd(bytes, start, end);
    if (stop - from < RTP_HEADER || bytes[from] !== BARE) return false;
    const { packet } = this;
    const { flows } = packet.conversations;
    const view = this.viewOf(bytes);
    const second = bytes[from + 1]!;
    const source = view.getInt32(start + 26);
    const destination = view.getInt32(start + 30);
    const ports = view.getInt32(start + 34);
    const flow = flows.steady(source, destination, ports, second & 127);
    if (flow === undefined) return false;

    // after a frame that went this way too, nothing is left on the packet that has to go
    if (packet.protocols[0] !== rtp || packet.bytes !== bytes) packet.load(bytes, start, end, record);
    packet.number = record.number;
    packet.time = record.time;
    packet.length = record.length;
    packet.layerCount = 0;
    packet.wireEnd = stop;
    packet.push(rtp, from, stop);
    setPlainEnds(packet, bytes, start);
    packet.flow = flow;
    packet.kind = Kind.rtp;
    const { rtp: header } = packet;
    setNumbers(header, second, view.getUint16(from + 2), view.getUint32(from + 4), view.getUint32(from + 8));
    header.announcement = flow.announcement;
    header.payloadStart = from + RTP_HEADER;
    header.payloadEnd = stop;
    return true;
  }

  /** Whole numbers are read from it at once, which is quicker than byte by byte. */
  private viewOf(bytes: Uint8Array): DataView {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return this.view;
  }
}
