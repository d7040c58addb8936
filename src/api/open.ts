import { type ByteSource, bytesSource } from "../capture/index.js";
import { type AnalysisOptions, analyse } from "./analysis.js";
import { Capture } from "./capture.js";
import { words } from "./messages.js";

export type OpenOptions = Pick<AnalysisOptions, "heuristic">;

/** What a capture can be opened from, without a file system. */
export type CaptureInput = Uint8Array | ArrayBuffer | Blob | ByteSource;

/**
 * Opens a capture (pcapng or pcap, also gzipped) from its bytes. What is damaged is in `warnings`.
 *
 * @throws NotACapture where the bytes are no capture
 */
export async function openBytes(input: CaptureInput, options: OpenOptions = {}): Promise<Capture> {
  const source = await sourceOf(input);
  latest = new Capture(await analyse(source, { ...options, keepFrames: true }), source.name);
  return latest;
}

let latest: Capture | undefined;

/** The capture that was opened last: what a lesson's exercises are about. */
export function latestCapture(): Capture | undefined {
  return latest;
}

async function sourceOf(input: CaptureInput): Promise<ByteSource> {
  // told by their shape: a notebook's cells and a page's frames have classes of these names of their own
  if (ArrayBuffer.isView(input)) {
    return bytesSource(new Uint8Array(input.buffer, input.byteOffset, input.byteLength));
  }
  if (isArrayBuffer(input)) return bytesSource(new Uint8Array(input));
  if (isBlob(input)) {
    const name = "name" in input ? String(input.name) : "blob";
    return bytesSource(new Uint8Array(await input.arrayBuffer()), name);
  }
  if (typeof input?.read === "function") return input;
  throw new TypeError(words().openWhat(input === null ? "null" : typeof input));
}

function isArrayBuffer(input: CaptureInput): input is ArrayBuffer {
  return Object.prototype.toString.call(input) === "[object ArrayBuffer]";
}

function isBlob(input: CaptureInput): input is Blob {
  return typeof (input as Blob | undefined)?.arrayBuffer === "function";
}
