import { NotACapture } from "./frame.js";
import { messages } from "./messages.js";
import type { ByteSource } from "./source.js";

/** Compressed bytes given at a time. Node has worked through such a piece when its `write` settles. */
const PIECE_LENGTH = 16 * 1024;

/**
 * How to decompress: first in pieces of the usual length. A stream that fails drops what it had made of the last
 * pieces, so damaged data is decompressed again, each time as ever up to some bytes before the failure, and from
 * there in smaller pieces that are each left the time to be read. A failure may show some pieces late, hence the
 * way back.
 */
const PASSES = [
  { back: 0, piece: PIECE_LENGTH },
  { back: 2 * PIECE_LENGTH, piece: 256 },
  { back: 8 * 256, piece: 16 },
  { back: 16 * 16, piece: 1 },
];

/** What gzip held. */
export interface Gunzipped {
  memory: ByteSource;
  /** Why `memory` does not hold all of it: a sentence. */
  problem: string | undefined;
}

/**
 * Decompresses gzip (RFC 1952) into memory. Of damaged data what comes before the damage is kept.
 * @param limit most decompressed bytes to keep
 */
export async function gunzip(source: ByteSource, limit: number): Promise<Gunzipped> {
  let failure = source.size;
  let passes = PASSES.length;
  for (const { back, piece } of PASSES) {
    const { memory, taken, end } = await inflate(source, limit, Math.max(0, failure - back), piece);
    if (end === "whole") return { memory, problem: undefined };
    if (end === "limit") return { memory, problem: messages().gzipLimit(limit) };
    if (--passes === 0 && memory.size > 0) return { memory, problem: messages().gzipDamaged(memory.size) };
    failure = taken;
  }
  throw new NotACapture(messages().emptyGzip(source.name));
}

type End = "whole" | "damage" | "limit";

interface Inflated {
  memory: PiecesSource;
  /** Compressed bytes that were taken without complaint. */
  taken: number;
  end: End;
}

/** Decompresses in pieces of `PIECE_LENGTH` as far as `carefulFrom`, then in pieces of `piece`. */
async function inflate(
  source: ByteSource,
  limit: number,
  carefulFrom: number,
  piece: number,
): Promise<Inflated> {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const memory = new PiecesSource(messages().gzipped(source.name), limit);
  let ended: End | undefined;
  const reading = collect(stream.readable, memory)
    .catch((): End => "damage")
    .then((end) => {
      ended = end;
      return end;
    });
  let taken = 0;
  try {
    while (ended === undefined) {
      const careful = taken >= carefulFrom;
      const bytes = new Uint8Array(careful ? piece : Math.min(PIECE_LENGTH, carefulFrom - taken));
      const length = source.read(taken, bytes);
      if (length === 0) break;
      await writer.write(bytes.subarray(0, length));
      if (careful) await turn();
      if (ended === undefined) taken += length;
    }
    await turn();
    await writer.close();
  } catch {
    // The reading side fails with it, and says how it ended.
  }
  return { memory, taken, end: await reading };
}

/** Keeps what a stream gives, as far as the memory takes it. */
async function collect(stream: ReadableStream<Uint8Array>, memory: PiecesSource): Promise<End> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return "whole";
    if (memory.append(value)) continue;
    await reader.cancel();
    return "limit";
  }
}

/** Leaves the event loop the time to hand on what was decompressed. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** The arrays that a stream gave, one after the other, as they are: growing copies nothing. */
class PiecesSource implements ByteSource {
  size = 0;
  readonly #pieces: Uint8Array[] = [];
  /** Position of each piece. */
  readonly #starts: number[] = [];

  constructor(
    readonly name: string,
    readonly limit: number,
  ) {}

  /** False when the bytes go beyond the limit: those before it are kept. */
  append(bytes: Uint8Array): boolean {
    const kept = bytes.subarray(0, this.limit - this.size);
    this.#pieces.push(kept);
    this.#starts.push(this.size);
    this.size += kept.length;
    return kept.length === bytes.length;
  }

  read(position: number, target: Uint8Array): number {
    let done = 0;
    for (let index = this.#pieceAt(position); done < target.length && index < this.#pieces.length; index++) {
      const from = position + done - this.#starts[index]!;
      const part = this.#pieces[index]!.subarray(from, from + target.length - done);
      target.set(part, done);
      done += part.length;
    }
    return done;
  }

  /** Index of the last piece that begins at or before a position. */
  #pieceAt(position: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= position) low = middle;
      else high = middle;
    }
    return low;
  }
}
