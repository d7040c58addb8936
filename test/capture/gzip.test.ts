import { constants, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  bytesSource,
  captureBytes,
  FrameTable,
  frameBytes,
  NotACapture,
  pcapngWriter,
  pcapWriter,
  readCapture,
} from "../../src/capture/index.js";
import { hex, list } from "./listing.js";

/** Frames of noise, which hardly compresses: a place in the gzip data is a place in the capture. */
const frames = Array.from({ length: 100 }, (_, index) => ({
  time: BigInt(index) * 20_000_000n,
  bytes: Uint8Array.from({ length: 200 }, (_, at) => (((index * 200 + at) * 2654435761) >>> 13) & 0xff),
}));
const writer = pcapngWriter({ interfaces: [{ name: "eth0" }] });
const capture = captureBytes(writer, frames);
const packed = gzipSync(capture);

/** What zlib makes of data cut short. */
function inflated(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

function damaged(kept: number): string {
  return `gzip data damaged, cut short or followed by something else; the ${kept} bytes decompressed before it were kept`;
}

describe("a gzipped capture", () => {
  it.each([
    ["pcapng", capture],
    ["pcap", captureBytes(pcapWriter({ decimals: 9 }), frames)],
  ])("reads as the %s it holds", async (format, bytes) => {
    const plain = await list(bytes);
    const unpacked = await list(gzipSync(bytes));
    expect(unpacked.facts).toEqual({ ...plain.facts, format, compressed: true });
    expect(unpacked.bytes.map(hex)).toEqual(frames.map((frame) => hex(frame.bytes)));
    expect(unpacked).toMatchObject({ lines: plain.lines, warnings: [] });
  });

  it("leaves the source in which its offsets are positions", async () => {
    const table = new FrameTable();
    const { source } = await readCapture(bytesSource(packed, "lab.pcapng.gz"), (_, start, end, record) =>
      table.push(record, end - start, 0, -1),
    );
    expect({ name: source.name, size: source.size }).toEqual({
      name: "lab.pcapng.gz (decompressed)",
      size: capture.length,
    });
    expect(frameBytes(table, source, 70)).toEqual(frames[70]!.bytes);
  });

  it("may be written in several members", async () => {
    const half = capture.length >> 1;
    const members = [...gzipSync(capture.subarray(0, half)), ...gzipSync(capture.subarray(half))];
    const { frames: count, warnings } = await list(members);
    expect({ count, warnings }).toEqual({ count: 100, warnings: [] });
  });
});

describe.concurrent("of damaged gzip data, what comes before the damage is kept", () => {
  it.each([
    ["in its trailer", -3],
    ["before its trailer", -8],
    ["near its end", -300],
    ["in the middle", -(packed.length >> 1)],
  ])("cut %s", async (_, length) => {
    const cut = packed.subarray(0, length);
    const expected = inflated(cut);
    const { source, bytes, warnings } = await list(cut);
    expect(source.size).toBe(expected.length);
    expect(bytes.map(hex)).toEqual(frames.slice(0, bytes.length).map((frame) => hex(frame.bytes)));
    expect(bytes).toHaveLength((await list(expected)).frames);
    expect(warnings.at(-1)).toEqual({
      offset: expected.length,
      frame: bytes.length,
      text: `after frame ${bytes.length}, byte ${expected.length}: ${damaged(expected.length)}`,
    });
  });

  it("followed by something else", async () => {
    const { frames: count, warnings } = await list([...packed, ...new TextEncoder().encode("not gzip")]);
    expect(count).toBe(100);
    expect(warnings.map((warning) => warning.text)).toEqual([
      `after frame 100, byte ${capture.length}: ${damaged(capture.length)}`,
    ]);
  });

  it("with a checksum that does not match", async () => {
    const { frames: count, warnings } = await list(packed.with(-5, packed.at(-5)! ^ 1));
    expect(count).toBe(100);
    expect(warnings).toHaveLength(1);
  });

  it("with a block of no known type", async () => {
    const stored = gzipSync(capture, { level: 0 });
    // After 10 bytes of header, one stored block (RFC 1951 §3.2.4): said not to be the last, and one of type 3 put after it.
    const bad = [...stored.subarray(0, -8), 7, ...stored.subarray(-8)].with(10, 0);
    const { frames: count, warnings } = await list(bad);
    expect({ count, warnings: warnings.length }).toEqual({ count: 100, warnings: 1 });
  });
});

it("no more than the limit is decompressed", async () => {
  const { frames: count, warnings, source } = await list(packed, { decompressedLimit: 10_000 });
  expect(source.size).toBe(10_000);
  expect(count).toBe(Math.floor((10_000 - writer.header.length) / 232));
  expect(warnings.at(-1)?.text).toBe(
    "after frame 42, byte 10000: more than 10000 bytes decompressed; the rest was not read: decompress the file first",
  );
});

describe("gzip of nothing readable is refused", () => {
  const cases: [name: string, bytes: Uint8Array, sentence: string][] = [
    ["text", gzipSync("bonjour"), 'a.gz (decompressed) is not a capture: it begins with "bonjour", expected'],
    ["nothing", gzipSync(""), "a.gz (decompressed) is empty: expected a capture"],
    ["cut in its header", packed.subarray(0, 7), "a.gz is gzip, but nothing could be decompressed from it"],
    [
      "no gzip but for its magic",
      Uint8Array.of(0x1f, 0x8b, 8, 0xff, 1, 2, 3, 4, 5, 6, 7, 8),
      "a.gz is gzip, but",
    ],
  ];
  it.each(cases)("%s", async (_, bytes, sentence) => {
    const reading = readCapture(bytesSource(bytes, "a.gz"), () => {});
    await expect(reading).rejects.toBeInstanceOf(NotACapture);
    await expect(reading).rejects.toThrow(sentence);
  });
});
