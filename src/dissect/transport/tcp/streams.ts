import type { ByteStream, Piece } from "./byte-stream.js";
import type { Connection, Flow } from "./connection.js";

/** Bytes of several frames that were read together when the last of them came. */
export interface ReadTogether {
  bytes: Uint8Array;
  pieces: readonly Piece[];
}

const MOST_WAITING = 1 << 20; // in one direction
const MOST_WAITING_IN_ALL = 64 << 20;
const MOST_KEPT = 64 << 20;

/** What the streams of a capture hold, within bounds. */
export class Streams {
  private readonly kept = new Map<number, ReadTogether>();
  private keptSize = 0;
  private waiting = 0;

  /** Keeps what was read together in a frame, for a later look at it. */
  keep(frame: number, together: ReadTogether): void {
    if (this.keptSize + together.bytes.length > MOST_KEPT) return;
    this.keptSize += together.bytes.length;
    this.kept.set(frame, together);
  }

  of(frame: number): ReadTogether | undefined {
    return this.kept.get(frame);
  }

  /** Counts what a stream holds after a change; false where that is too much and it must let go. */
  account(stream: ByteStream, before: number): boolean {
    this.waiting += stream.size - before;
    return !stream.disordered && stream.size <= MOST_WAITING && this.waiting <= MOST_WAITING_IN_ALL;
  }

  /** Lets go of what a connection holds. */
  release(connection: Connection): void {
    for (const flow of connection.flows) this.drop(flow);
  }

  private drop(flow: Flow): void {
    this.waiting -= flow.stream?.size ?? 0;
    flow.stream = undefined;
  }
}
