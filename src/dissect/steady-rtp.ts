import type { FrameRecord } from "../capture/frame.js";
import { viewOf } from "./bytes.js";
import type { FlowTable } from "./flow-table.js";
import { BARE, RTP_HEADER, rtp, setNumbers } from "./media/rtp.js";
import { Kind, type Packet } from "./packet.js";
import { PLAIN_PAYLOAD, plainPayloadEnd, setPlainEnds } from "./plain-udp.js";

/** The short way of the RTP that nearly all frames of a call are. */
export class SteadyRtp {
  constructor(private readonly packet: Packet) {}

  /**
   * The flow of a plain frame with a bare packet, if the packets before it told what it is; undefined, and nothing done,
   * for any other frame. Leaves the RTP header on `packet`, and nothing else.
   */
  find(bytes: Uint8Array, start: number, end: number): FlowTable | undefined {
    const view = viewOf(bytes);
    const from = start + PLAIN_PAYLOAD;
    const stop = plainPayloadEnd(view, start, end);
    if (stop - from < RTP_HEADER || bytes[from] !== BARE) return undefined;
    const second = bytes[from + 1]!;
    const source = view.getInt32(start + 26);
    const destination = view.getInt32(start + 30);
    const ports = view.getInt32(start + 34);
    const { rtp: header, conversations } = this.packet;
    const flow = conversations.flows.steady(source, destination, ports, second & 127);
    if (flow === undefined) return undefined;
    setNumbers(header, second, view.getUint16(from + 2), view.getUint32(from + 4), view.getUint32(from + 8));
    header.payloadStart = from + RTP_HEADER;
    header.payloadEnd = stop;
    return flow;
  }

  /**
   * Leaves the rest on `packet` of a frame whose flow was just found: its number, time and length, its ends and flow, its
   * kind, and of the layers RTP's alone.
   */
  leave(flow: FlowTable, bytes: Uint8Array, start: number, end: number, record: FrameRecord): void {
    const { packet } = this;
    const { rtp: header } = packet;
    // after a frame that went this way too, nothing is left on the packet that has to go
    if (packet.protocols[0] !== rtp || packet.bytes !== bytes) packet.load(bytes, start, end, record);
    packet.number = record.number;
    packet.time = record.time;
    packet.length = record.length;
    packet.layerCount = 0;
    packet.wireEnd = header.payloadEnd;
    packet.push(rtp, start + PLAIN_PAYLOAD, header.payloadEnd);
    setPlainEnds(packet, bytes, start);
    packet.flow = flow;
    packet.kind = Kind.rtp;
    header.announcement = flow.announcement;
  }
}
