import type { Packet } from "../../packet.js";
import { Scale } from "./connection.js";
import { TcpNote } from "./tcp-note.js";

/** What is remembered of a frame's segment. */
export interface SegmentNote {
  /** `tcp.stream` */
  connection: number;
  findings: number;
  /** What is subtracted from the header's numbers to show them from 0 on. */
  base: number;
  ackBase: number;
  scale: number;
  windowFactor: number;
  duplicates: number;
  duplicateOf: number;
  /** The frame that this one acknowledges, or 0, and the nanoseconds between. */
  acknowledged: number;
  roundTrip: number;
  reading: number;
  reader: number;
  serverPort: number;
}

const UNKNOWN: SegmentNote = {
  connection: -1,
  findings: 0,
  base: 0,
  ackBase: 0,
  scale: Scale.unknown,
  windowFactor: 1,
  duplicates: 0,
  duplicateOf: 0,
  acknowledged: 0,
  roundTrip: 0,
  reading: 0,
  reader: 0,
  serverPort: 0,
};

/** The note of a packet's segment; one that says nothing where none was made, as of a quoted segment. */
export function noteOf(packet: Packet): SegmentNote {
  const { notes } = packet.conversations.tcp;
  const row = notes.find(packet.number);
  if (row === -1) return UNKNOWN;
  const scale = notes.get(row, TcpNote.scale);
  return {
    connection: notes.get(row, TcpNote.connection),
    findings: notes.get(row, TcpNote.findings),
    base: notes.get(row, TcpNote.base),
    ackBase: notes.get(row, TcpNote.ackBase),
    scale,
    windowFactor: scale > 0 ? 2 ** scale : 1,
    duplicates: notes.get(row, TcpNote.duplicates),
    duplicateOf: notes.get(row, TcpNote.duplicateOf),
    acknowledged: notes.get(row, TcpNote.acknowledged),
    roundTrip: notes.get(row, TcpNote.roundTrip) >>> 0,
    reading: notes.get(row, TcpNote.reading),
    reader: notes.get(row, TcpNote.reader),
    serverPort: notes.get(row, TcpNote.serverPort),
  };
}
