import { type CaptureFacts, type CaptureWarning, type FrameVisitor, NotACapture } from "./frame.js";
import { gunzip } from "./gzip.js";
import { messages } from "./messages.js";
import { otherFormat } from "./other-formats.js";
import { PcapReader } from "./pcap.js";
import { PcapMagic } from "./pcap-layout.js";
import { PcapngReader } from "./pcapng.js";
import { BlockType } from "./pcapng-layout.js";
import type { ByteSource } from "./source.js";
import { WarningLog } from "./warnings.js";

const PCAP_MAGICS: readonly number[] = Object.values(PcapMagic);

export interface ReadOptions {
  /** Bytes read at a time; 262144 by default. */
  chunkLength?: number;
  /** Most bytes kept of what a gzipped capture holds; 1 GiB by default. */
  decompressedLimit?: number;
}

/** What reading a capture leaves, beside what the visitor made of its frames. */
export interface CaptureReading {
  facts: CaptureFacts;
  /** Frames read. */
  frames: number;
  /** Where the capture is damaged; empty when all of it was read. */
  warnings: CaptureWarning[];
  /** The bytes in which frame offsets are positions: the source given, or what it held compressed. */
  source: ByteSource;
}

/**
 * Reads a capture once, in file order: pcapng, pcap in either byte order with micro- or nanoseconds or "modified", or
 * gzip of one. What is damaged is left out and told in `warnings`; throws `NotACapture` when there is nothing to read.
 */
export async function readCapture(
  source: ByteSource,
  visit: FrameVisitor,
  options: ReadOptions = {},
): Promise<CaptureReading> {
  const { chunkLength = 256 * 1024, decompressedLimit = 2 ** 30 } = options;
  const compressed = isGzip(start(source));
  const { memory, problem } = compressed
    ? await gunzip(source, decompressedLimit)
    : { memory: source, problem: undefined };
  const log = new WarningLog();
  const reader = new (readerOf(memory))(memory, visit, log, chunkLength);
  await reader.read();
  const { facts, frames } = reader;
  facts.compressed = compressed;
  if (problem !== undefined) log.between(memory.size, frames, problem);
  return { facts, frames, warnings: log.warnings, source: memory };
}

/** Tells formats apart by their first four bytes. */
function readerOf(source: ByteSource): typeof PcapngReader | typeof PcapReader {
  const bytes = start(source);
  if (bytes.length === 0) throw new NotACapture(messages().empty(source.name));
  const big = bytes.length < 4 ? 0 : new DataView(bytes.buffer).getUint32(0);
  const little = bytes.length < 4 ? 0 : new DataView(bytes.buffer).getUint32(0, true);
  if (big === BlockType.section) return PcapngReader;
  for (const magic of [big, little]) {
    if (PCAP_MAGICS.includes(magic)) return PcapReader;
  }
  const other = otherFormat(bytes);
  if (other !== undefined) throw new NotACapture(messages().otherFormat(source.name, other));
  throw new NotACapture(messages().notACapture(source.name, shown(bytes)));
}

/** RFC 1952 §2.3.1, with the only compression method there is. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

function start(source: ByteSource): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  return bytes.subarray(0, source.read(0, bytes));
}

/** The first bytes of something unknown: as text when they are, else as numbers. */
function shown(bytes: Uint8Array): string {
  const text = /^[\x20-\x7e]+/.exec(String.fromCharCode(...bytes))?.[0] ?? "";
  if (text.length >= Math.min(4, bytes.length)) return `"${text}"`;
  return [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
