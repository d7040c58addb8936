import type { FrameRecord } from "../capture/frame.js";
import { Conversations } from "./conversations.js";
import type { FlowTable } from "./flow-table.js";
import { unknownLink } from "./link/unknown.js";
import { type Kind, Packet, type RtpHeader } from "./packet.js";
import { parsePlainUdp } from "./plain-udp.js";
import type { Protocol } from "./protocol.js";
import { protocols } from "./protocols.js";
import { Table, tablesOf } from "./registry.js";
import { SteadyRtp } from "./steady-rtp.js";

/** LINKTYPE_ETHERNET */
const ETHERNET = 1;

export interface DissectorOptions {
  /** Also take for RTP what looks like it and was announced by no signalling (Wireshark's `rtp.heuristic_rtp`). */
  heuristicRtp?: boolean;
  /** The protocols to know; all of them by default. */
  list?: readonly Protocol[];
}

/** Dissects the frames of one capture, in order, and any of them again later. */
export class Dissector {
  readonly conversations;
  /** Of the latest RTP packet; reused by the next one. */
  readonly rtp: RtpHeader;
  private readonly packet;
  private readonly steady;
  /** The short way through the lower layers is open only where their dissectors are the usual ones. */
  private readonly knowsAll: boolean;

  constructor({ heuristicRtp = false, list = protocols }: DissectorOptions = {}) {
    this.conversations = new Conversations(heuristicRtp);
    this.knowsAll = list === protocols;
    this.packet = new Packet(this.conversations, tablesOf(list));
    this.rtp = this.packet.rtp;
    this.steady = new SteadyRtp(this.packet);
  }

  /**
   * Dissects the next frame and learns from it. The packet given back is reused by the next call.
   */
  dissect(bytes: Uint8Array, start: number, end: number, record: FrameRecord): Packet {
    this.packet.known = undefined;
    return this.parse(bytes, start, end, record);
  }

  /**
   * As `dissect`, for who asks for no layers but the innermost: those around RTP may not be there. The frame's number,
   * time and length, its ends, its kind and its flow are as ever.
   */
  learn(bytes: Uint8Array, start: number, end: number, record: FrameRecord): Packet {
    const flow = this.steadyFlow(bytes, start, end, record);
    if (flow === undefined) return this.dissect(bytes, start, end, record);
    const { packet } = this;
    packet.known = undefined;
    this.steady.leave(flow, bytes, start, end, record);
    return packet;
  }

  /**
   * The flow of a frame that is RTP as those of its flow were before, whose header it leaves on `rtp`; undefined for any
   * other frame, which is still to be dissected.
   */
  steadyFlow(
    bytes: Uint8Array,
    start: number,
    end: number,
    { linkType }: FrameRecord,
  ): FlowTable | undefined {
    if (!this.knowsAll || linkType !== ETHERNET) return undefined;
    return this.steady.find(bytes, start, end);
  }

  /** Dissects a frame again, knowing the kind that the first pass gave it; learns nothing. */
  revisit(bytes: Uint8Array, start: number, end: number, record: FrameRecord, known: Kind): Packet {
    this.packet.known = known;
    return this.parse(bytes, start, end, record);
  }

  private parse(bytes: Uint8Array, start: number, end: number, record: FrameRecord): Packet {
    const { packet } = this;
    packet.load(bytes, start, end, record);
    if (this.knowsAll && record.linkType === ETHERNET && parsePlainUdp(packet, start, end)) return packet;
    if (!packet.handOver(Table.link, record.linkType, start, end)) unknownLink.parse(packet, start, end);
    return packet;
  }
}
