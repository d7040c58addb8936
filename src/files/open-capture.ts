import { type Capture, type CaptureInput, type OpenOptions, openBytes } from "../api/index.js";
import type { ByteSource } from "../capture/index.js";
import { type FileSource, fileSource } from "./file-source.js";
import { type Progressed, startLongWork } from "./long-work.js";

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
  const progressed = startLongWork(source.name, source.size);
  try {
    return await openBytes(progressed ? telling(source, progressed) : source, options);
  } catch (error) {
    source.close();
    throw error;
  }
}

/** The source, which tells how far it has been read, until it has been read once. */
function telling(source: FileSource, progressed: Progressed): ByteSource {
  let furthest = 0;
  return {
    name: source.name,
    size: source.size,
    read(position, target) {
      const count = source.read(position, target);
      if (furthest < source.size && position + count > furthest) {
        furthest = position + count;
        progressed(furthest);
      }
      return count;
    },
  };
}
