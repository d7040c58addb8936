import { FrameNotes } from "../frame-notes.js";
import { TupleTable } from "../tuple-table.js";

/** What tells one echo from another, beside the two addresses. */
export interface EchoKey {
  /** The checksum as the request has it: a reply with other data is none. */
  checksum: number;
  identifier: number;
  sequence: number;
}

/** Which echo reply answers which request. */
export class Echoes {
  /** Checksum, identifier and sequence number, then both addresses: the row of the request's note. */
  private readonly table = new TupleTable(10);
  private readonly waiting: number[] = [];
  private readonly notes = new FrameNotes(1);

  request(
    frame: number,
    key: EchoKey,
    bytes: Uint8Array,
    requester: number,
    responder: number,
    words: 1 | 4,
  ): void {
    this.fill(key, bytes, requester, responder, words);
    this.waiting[this.table.intern()] = this.notes.add(frame);
  }

  /** Matches a reply with the last request that still waits for it. */
  reply(
    frame: number,
    key: EchoKey,
    bytes: Uint8Array,
    requester: number,
    responder: number,
    words: 1 | 4,
  ): void {
    this.fill(key, bytes, requester, responder, words);
    const index = this.table.find();
    const row = index === -1 ? -1 : this.waiting[index]!;
    if (row === -1) return;
    this.waiting[index] = -1;
    this.notes.set(row, 0, frame);
    this.notes.set(this.notes.add(frame), 0, this.notes.frame(row));
  }

  /** The frame of the other side of an echo, or 0 where there is none (yet). */
  otherOf(frame: number): number {
    const row = this.notes.find(frame);
    return row === -1 ? 0 : this.notes.get(row, 0);
  }

  private fill(key: EchoKey, bytes: Uint8Array, requester: number, responder: number, words: 1 | 4): void {
    const { table } = this;
    table.key[0] = (words << 16) | key.checksum;
    table.key[1] = (key.identifier << 16) | key.sequence;
    table.used = 2 + 2 * words;
    for (let i = 0; i < words; i++) {
      table.key[2 + i] = word(bytes, requester + 4 * i);
      table.key[2 + words + i] = word(bytes, responder + 4 * i);
    }
  }
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}
