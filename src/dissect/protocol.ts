import type { Packet } from "./packet.js";

/** A field of a layer in the packet details; offsets are bytes of the buffer that the layer lies in. */
export interface Field {
  /** Wireshark's display filter name, `udp.srcport`. */
  name: string;
  /** As the details say it, `Source Port`. */
  label: string;
  /** As the details show it. */
  value: string;
  start: number;
  end: number;
  children?: Field[];
}

/** Reads a layer's bytes; handed around without its object, so `this` is of no use in it. */
export type Parse = (this: void, packet: Packet, start: number, end: number) => void;

/** Whether bytes show themselves to be a protocol's. */
export type Look = (this: void, packet: Packet, start: number, end: number) => boolean;

/**
 * Reads the messages of a stream, `packet.bytes[start, end)`, which begins where one of them does, and pushes a layer
 * for each. Where the first one begins that is not there whole, `end` if none; `packet.wanted` says then what it
 * lacks.
 */
export type StreamReader = (this: void, packet: Packet, start: number, end: number) => number;

/** Where a protocol is found: keys into the tables by which a layer hands over to the next. */
export interface Handover {
  /** LINKTYPE_ values. */
  link?: readonly number[];
  /** EtherTypes, also of SLL, GRE and PPPoE. */
  ether?: readonly number[];
  /** IP protocol numbers. */
  ip?: readonly number[];
  udp?: readonly number[];
  tcp?: readonly number[];
}

/** A text that recurs: whoever writes it keeps with it how it is written. */
export class RecurringText {
  written: Uint8Array | undefined;
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

/** Texts and whole numbers, to be written one after another. */
export type Pieces = readonly (string | number | RecurringText)[];

/**
 * One protocol. `parse` runs for every frame, in order, and allocates nothing on the way of media packets: it
 * pushes its layer, leaves numbers on the packet, and hands over. `info` and `fields` run when somebody looks.
 */
export interface Protocol {
  /** Wireshark's filter name, `udp`. */
  readonly name: string;
  /** The details' heading, `User Datagram Protocol`. */
  readonly title: string;
  /** The packet list's Protocol column; absent where a layer never stands for its frame. */
  readonly label?: string | ((packet: Packet, layer: number) => string);
  readonly on?: Handover;
  /** Whether a payload that no port and no announcement claims shows itself to be this protocol. */
  readonly looksLike?: Look;
  /** Over which transports `looksLike` is asked; default `udp`. */
  readonly heuristic?: readonly ("udp" | "tcp")[];
  /** Reads `packet.bytes[start, end)`. Never throws, whatever the bytes are. */
  readonly parse: Parse;
  /** Over TCP: reads messages that need not end where segments do. Without it, each segment is parsed for itself. */
  readonly stream?: StreamReader;
  /**
   * Over TCP: whether segments out of turn are put in order first, so that no message is lost. Wireshark by default
   * reads what comes behind a gap by itself, and what comes late not at all.
   */
  readonly patient?: boolean;
  /** What the details' heading says after the title: `, Src Port: 5060, Dst Port: 5060`. */
  summary?(packet: Packet, layer: number): string;
  /** What this layer puts before the Info of those inside it: `[TCP Retransmission] `. */
  note?(packet: Packet, layer: number): string;
  /** Whether its Info stands behind such notes with a comma, as Wireshark's dissectors of lists have it. */
  readonly appends?: boolean;
  /** The packet list's Info column. */
  info?(packet: Packet, layer: number): string;
  /** The same in pieces, of a protocol that most frames of a capture are of: they need not become one text each. */
  infoPieces?(packet: Packet, layer: number): Pieces;
  /** The layer's fields for the details. */
  fields?(packet: Packet, layer: number): Field[];
}
