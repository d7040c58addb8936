import { type End, Endpoints } from "../../endpoints.js";
import { latest } from "../../latest.js";
import type { Packet } from "../../packet.js";
import { TupleTable } from "../../tuple-table.js";
import { codecOf, FrameType, type Iax2Frame, NEW } from "./frame.js";

/** What was said, and by which frame. */
interface Said {
  frame: number;
  value: number;
}

/** What a call's sides said of their media, in the order of frames. */
interface Side {
  voice: Said[];
  video: Said[];
}

/** A call, from the message NEW on. */
export interface Iax2Call {
  /** The circuits of the side that opened it, and of the other. */
  forward: number;
  reverse: number;
  caller: Side;
  callee: Side;
  /** The element DATAFORMAT, where it is a data call. */
  dataFormat: Said | undefined;
}

/** A circuit is a call's from a frame on: call numbers are used again. */
interface Setup {
  frame: number;
  call: Iax2Call;
}

const side = (): Side => ({ voice: [], video: [] });

/**
 * The calls of a capture. Mini frames do not say what their codec is: it is that of the last full frame of their side
 * (RFC 5456 §8.1.2). A side is a circuit: an address, a port and a call number.
 */
export class Iax2Calls {
  private readonly endpoints = new Endpoints();
  private readonly circuits = new TupleTable(2);
  /** The calls that a circuit took part in. */
  private readonly byCircuit: Setup[][] = [];

  /** Learns from a frame what later ones of its call need. */
  learn(packet: Packet, frame: Iax2Frame, dataFormat: number | undefined): void {
    const source = this.intern(packet, "source", frame.sourceCall);
    if (frame.destinationCall !== 0) this.intern(packet, "destination", frame.destinationCall);
    if (source === -1) return;
    if (frame.kind === "full" && frame.type === FrameType.iax && frame.subclass === NEW)
      this.open(packet, source);
    const found = this.find(packet, frame);
    if (!found || frame.kind !== "full") return;
    const { call, reversed } = found;
    if (reversed && call.reverse === -1) {
      call.reverse = source;
      this.byCircuit[source]!.push({ frame: packet.number, call });
    }
    const said = { frame: packet.number, value: codecOf(frame) };
    const { voice, video } = reversed ? call.callee : call.caller;
    if (frame.type === FrameType.voice) voice.push(said);
    else if (frame.type === FrameType.video) video.push(said);
    if (dataFormat !== undefined) call.dataFormat ??= { frame: packet.number, value: dataFormat };
  }

  /** The call of a frame, and whether the frame comes from the side that was called; undefined where it is unknown. */
  find(packet: Packet, frame: Iax2Frame): { call: Iax2Call; reversed: boolean } | undefined {
    const source = this.lookUp(packet, "source", frame.sourceCall);
    if (frame.destinationCall === 0) {
      const call = this.latest(source, packet.number);
      return call && { call, reversed: call.forward !== source };
    }
    const destination = this.lookUp(packet, "destination", frame.destinationCall);
    const call = this.latest(destination, packet.number);
    if (call?.forward === destination) {
      return call.reverse === -1 || call.reverse === source ? { call, reversed: true } : undefined;
    }
    return call?.forward === source ? { call, reversed: false } : undefined;
  }

  /** The codec of a frame, as the bit it has in masks of formats, -1 where it is none; 0 where nobody said it. */
  codec(packet: Packet, frame: Iax2Frame): number {
    if (frame.kind === "full") return codecOf(frame);
    const found = this.find(packet, frame);
    if (!found) return 0;
    const { voice, video } = found.reversed ? found.call.callee : found.call.caller;
    return latest(frame.kind === "video" ? video : voice, packet.number)?.value ?? 0;
  }

  /** The format of a data call's frame, 0 where it belongs to none. */
  dataFormat(packet: Packet, frame: Iax2Frame): number {
    const said = this.find(packet, frame)?.call.dataFormat;
    return said && said.frame <= packet.number ? said.value : 0;
  }

  private open(packet: Packet, source: number): void {
    const call: Iax2Call = {
      forward: source,
      reverse: -1,
      caller: side(),
      callee: side(),
      dataFormat: undefined,
    };
    this.byCircuit[source]!.push({ frame: packet.number, call });
  }

  private latest(circuit: number, frame: number): Iax2Call | undefined {
    const setups = this.byCircuit[circuit];
    return setups && latest(setups, frame)?.call;
  }

  private intern(packet: Packet, end: End, call: number): number {
    const endpoint = this.endpoints.intern(packet, end);
    if (endpoint === -1) return -1;
    const circuit = this.fill(endpoint, call).intern();
    this.byCircuit[circuit] ??= [];
    return circuit;
  }

  private lookUp(packet: Packet, end: End, call: number): number {
    const endpoint = this.endpoints.find(packet, end);
    return endpoint === -1 ? -1 : this.fill(endpoint, call).find();
  }

  private fill(endpoint: number, call: number): TupleTable {
    this.circuits.key[0] = endpoint;
    this.circuits.key[1] = call;
    return this.circuits;
  }
}
