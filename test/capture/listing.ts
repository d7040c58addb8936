import { bytesSource, type CaptureReading, type ReadOptions, readCapture } from "../../src/capture/index.js";

/** A reading with its frames, kept. */
export interface Listing extends CaptureReading {
  /**
   * A line a frame, as `tshark -T fields -e frame.number -e frame.time_epoch -e frame.cap_len -e frame.len
   * -e frame.interface_id` prints it, with spaces, and the interface counted over all sections.
   */
  lines: string[];
  /** The captured bytes. */
  bytes: Uint8Array[];
  /** Nanoseconds since the first. */
  times: number[];
  offsets: number[];
  decimals: number[];
}

export async function list(content: ArrayLike<number>, options: ReadOptions = {}): Promise<Listing> {
  const bytes: Uint8Array[] = [];
  const times: number[] = [];
  const offsets: number[] = [];
  const decimals: number[] = [];
  const rows: { stamped: boolean; line: string }[] = [];
  const source = bytesSource(Uint8Array.from(content), "test.pcapng");
  const read = await readCapture(
    source,
    (buffer, start, end, record) => {
      bytes.push(buffer.slice(start, end));
      times.push(record.time);
      offsets.push(record.offset);
      decimals.push(record.decimals);
      rows.push({ stamped: record.stamped, line: `${end - start} ${record.length} ${record.interfaceId}` });
    },
    options,
  );
  const lines = rows.map(({ stamped, line }, index) => {
    const time = stamped ? epoch(read.facts.firstTime! + BigInt(times[index]!)) : "";
    return `${index + 1} ${time} ${line}`;
  });
  return { ...read, lines, bytes, times, offsets, decimals };
}

function epoch(nanoseconds: bigint): string {
  return `${nanoseconds / 1_000_000_000n}.${String(nanoseconds % 1_000_000_000n).padStart(9, "0")}`;
}

/** Bytes in a form that is quick to compare. */
export function hex(bytes: ArrayLike<number>): string {
  return Buffer.from(bytes as Uint8Array).toString("hex");
}
