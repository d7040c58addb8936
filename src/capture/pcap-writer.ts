import { type PcapFormat, pcapHeader, RECORD_HEADER_LENGTH } from "./pcap-layout.js";
import type { CaptureWriter } from "./writer.js";

/**
 * Writes classic pcap 2.4. By default as most tools do: little-endian, microseconds, Ethernet.
 * @throws RangeError for a time outside of 1970 to 2106
 */
export function pcapWriter(format: Partial<PcapFormat> = {}): CaptureWriter {
  const { little = true, decimals = 6, snapLength = 262_144, linkType = 1 } = format;
  const unit = decimals === 9 ? 1n : 1000n;
  return {
    header: pcapHeader({ little, decimals, snapLength, linkType }),
    frame({ time, bytes, length = bytes.length }) {
      const seconds = time / 1_000_000_000n;
      if (time < 0n || seconds > 0xffff_ffffn) throw new RangeError(`pcap cannot hold the time ${time} ns`);
      const record = new Uint8Array(RECORD_HEADER_LENGTH + bytes.length);
      const view = new DataView(record.buffer);
      view.setUint32(0, Number(seconds), little);
      view.setUint32(4, Number((time % 1_000_000_000n) / unit), little);
      view.setUint32(8, bytes.length, little);
      view.setUint32(12, length, little);
      record.set(bytes, RECORD_HEADER_LENGTH);
      return record;
    },
  };
}
