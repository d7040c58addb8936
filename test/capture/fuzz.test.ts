import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesSource, captureBytes, NotACapture, pcapWriter, readCapture } from "../../src/capture/index.js";
import { type Listing, list } from "./listing.js";

const path = new URL("../../notebooks/captures/01-call-100-to-300.pcapng", import.meta.url);
const pcapng = Uint8Array.from(readFileSync(path).subarray(0, 40_000));
const { bytes: frames } = await list(pcapng);
const pcap = captureBytes(
  pcapWriter(),
  frames.map((bytes, index) => ({ time: BigInt(index) * 20_000_000n, bytes })),
);

/** A reading that does not succeed says why in one sentence. */
async function listing(bytes: Uint8Array): Promise<Listing | undefined> {
  try {
    return await list(bytes, { chunkLength: 4096, decompressedLimit: 1 << 20 });
  } catch (error) {
    expect(error).toBeInstanceOf(NotACapture);
    expect((error as Error).message).toMatch(/^test\.pcapng .+[^.\n]$/);
    return undefined;
  }
}

/** Bytes overwritten, dropped or put in, at places of a file. */
const edits = fc.array(
  fc.record({
    place: fc.nat(),
    drop: fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, fc.nat(2000)),
    put: fc.oneof(
      { weight: 4, arbitrary: fc.uint8Array({ maxLength: 4 }) },
      fc.constantFrom(
        Uint8Array.of(0xff, 0xff, 0xff, 0xff),
        new Uint8Array(64),
        Uint8Array.of(0xf0, 0xff, 0xff, 0x7f),
      ),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

function edited(bytes: Uint8Array, changes: { place: number; drop: number; put: Uint8Array }[]): Uint8Array {
  let result = [...bytes];
  for (const { place, drop, put } of changes) {
    const at = place % result.length;
    result = [...result.slice(0, at), ...put, ...result.slice(at + drop)];
  }
  return Uint8Array.from(result);
}

describe("a hostile file makes the reader neither throw, nor loop, nor lie about where frames are", () => {
  it.each([
    ["pcapng", pcapng],
    ["pcap", pcap],
  ])("%s, edited", async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const content = edited(bytes, changes);
        const read = await listing(content);
        for (const [index, frame] of (read?.bytes ?? []).entries()) {
          const offset = read!.offsets[index]!;
          expect(Buffer.compare(content.subarray(offset, offset + frame.length), frame)).toBe(0);
        }
        expect(read?.warnings.length ?? 0).toBeLessThanOrEqual(101);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["pcapng", [0x0a, 0x0d, 0x0d, 0x0a]],
    ["pcapng with a sound start", [...pcapng.subarray(0, 208)]],
    ["pcap", [0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0]],
    ["pcap with nanoseconds, big-endian", [0xa1, 0xb2, 0x3c, 0x4d, 0, 2, 0, 4]],
    ["anything", []],
  ])("%s, then random bytes", async (_, start) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400, size: "max" }), async (rest) => {
        await listing(Uint8Array.from([...start, ...rest]));
      }),
      { numRuns: 200 },
    );
  });

  it("gzip, then random bytes", async () => {
    const packed = gzipSync(pcapng);
    await fc.assert(
      fc.asyncProperty(fc.nat(200), fc.uint8Array({ maxLength: 40 }), async (at, rest) => {
        await listing(Uint8Array.from([...packed.subarray(0, at), ...rest]));
      }),
      { numRuns: 6 },
    );
  });
});

describe("cut at every byte, the frames kept are the first ones", () => {
  it.each([
    ["pcapng", 3, pcapng.subarray(0, 2900)],
    ["pcap", 4, pcap.subarray(0, 2900)],
  ])("%s", async (_, count, bytes) => {
    const whole = await list(bytes);
    expect(whole.frames).toBe(count);
    let before = 0;
    for (let length = 0; length <= bytes.length; length++) {
      const cut = await listing(bytes.subarray(0, length));
      const kept = cut?.frames ?? 0;
      expect(cut?.lines ?? []).toEqual(whole.lines.slice(0, kept));
      expect(kept - before).toBeOneOf([0, 1]);
      before = kept;
    }
    expect(before).toBe(whole.frames);
  });
});

it("gives up a file full of false starts, in time", async () => {
  const head = pcapng.subarray(0, 208);
  const content = new Uint8Array(4_000_000);
  content.set(head);
  const view = new DataView(content.buffer);
  for (let at = head.length; at + 8 <= content.length; at += 8) {
    view.setUint32(at, 6, true);
    view.setUint32(at + 4, 60, true);
  }
  const { warnings } = await readCapture(bytesSource(content), () => {});
  expect(warnings).toHaveLength(1);
  expect(warnings[0]?.text).toMatch(/; the rest was not read$/);
});
