import {
  BlockType,
  BYTE_ORDER_MAGIC,
  capturedFits,
  EMPTY_BLOCK_LENGTH,
  isKnown,
  minimumLength,
} from "./pcapng-layout.js";
import type { ByteSource } from "./source.js";
import { MAX_BLOCK_LENGTH, type SlidingWindow } from "./window.js";

/** Places that look like a block and are none, after which a file is given up: a hostile one is full of them. */
const MAX_TRIES = 10_000;

/** Bytes of a block that are looked at: up to an enhanced packet's captured length. */
const LOOK_LENGTH = 24;

interface Whole {
  end: number;
  little: boolean;
}

/**
 * Finds where blocks go on after damage. A place is trusted when a block of a known type is there, as long at its
 * end as at its start, and is followed by another such block or by the end of the file.
 */
export class BlockFinder {
  #tries = 0;
  readonly #look = new DataView(new ArrayBuffer(LOOK_LENGTH));

  constructor(
    readonly source: ByteSource,
    readonly window: SlidingWindow,
  ) {}

  /** The next trusted position after a damaged block's, -1 when there is none. */
  find(damaged: number, little: boolean): number {
    for (let position = damaged + 4; this.#tries < MAX_TRIES; position += 4) {
      const index = this.window.locate(position, EMPTY_BLOCK_LENGTH);
      if (index < 0) return -1;
      if (!isKnown(this.window.view.getUint32(index, little))) continue;
      const first = this.#whole(position, little);
      if (first && (first.end === this.source.size || this.#whole(first.end, first.little))) return position;
      this.#tries++;
    }
    return -1;
  }

  #whole(position: number, sectionLittle: boolean): Whole | undefined {
    if (!this.#read(position, Math.min(LOOK_LENGTH, this.source.size - position))) return undefined;
    let little = sectionLittle;
    const type = this.#look.getUint32(0, little);
    if (type === BlockType.section) {
      little = this.#look.getUint32(8, true) === BYTE_ORDER_MAGIC;
      if (this.#look.getUint32(8, little) !== BYTE_ORDER_MAGIC) return undefined;
    }
    const length = this.#look.getUint32(4, little);
    const end = position + length;
    const possible =
      isKnown(type) &&
      length % 4 === 0 &&
      length >= minimumLength(type) &&
      length <= MAX_BLOCK_LENGTH &&
      end <= this.source.size &&
      capturedFits(this.#look, 0, type, length, little);
    if (!possible) return undefined;
    return this.#read(end - 4, 4) && this.#look.getUint32(0, little) === length ? { end, little } : undefined;
  }

  #read(position: number, length: number): boolean {
    const target = new Uint8Array(this.#look.buffer, 0, Math.max(0, length));
    return length >= 4 && this.source.read(position, target) === length;
  }
}
