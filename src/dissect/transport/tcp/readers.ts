import type { Protocol } from "../../protocol.js";

/** The protocols that read streams, numbered from 1 on as they turn up, for the notes of frames. */
export class Readers {
  private readonly list: Protocol[] = [];

  numberOf(reader: Protocol): number {
    const index = this.list.indexOf(reader);
    return index === -1 ? this.list.push(reader) : index + 1;
  }

  /** The protocol of a number; undefined for 0. */
  of(number: number): Protocol | undefined {
    return this.list[number - 1];
  }
}
