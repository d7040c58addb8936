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
  return new Capture(await analyse(source, { ...options, keepFrames: true }), source.name);
}

async function sourceOf(input: CaptureInput): Promise<ByteSource> {
  if (input instanceof Uint8Array) return bytesSource(input);
  if (input instanceof ArrayBuffer) return bytesSource(new Uint8Array(input));
  if (input instanceof Blob) {
    const name = "name" in input ? String(input.name) : "blob";
    return bytesSource(new Uint8Array(await input.arrayBuffer()), name);
  }
  if (typeof input?.read === "function") return input;
  throw new TypeError(words().openWhat(input === null ? "null" : typeof input));
}
