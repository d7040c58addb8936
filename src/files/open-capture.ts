import { type Capture, type CaptureInput, type OpenOptions, openBytes } from "../api/index.js";
import { fileSource } from "./file-source.js";

/**
 * Opens a capture (pcapng or pcap, also gzipped) from a path, seen from the current folder, or from its bytes. The
 * file stays open as long as the capture is in use, because frames are read when they are looked at.
 *
 * @throws NotACapture where it is no capture, FileError where there is no such file
 */
export async function openCapture(
  from: string | URL | CaptureInput,
  options: OpenOptions = {},
): Promise<Capture> {
  if (typeof from !== "string" && !(from instanceof URL)) return openBytes(from, options);
  const source = fileSource(from);
  try {
    return await openBytes(source, options);
  } catch (error) {
    source.close();
    throw error;
  }
}
