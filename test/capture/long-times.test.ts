import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesSource, readCapture } from "../../src/capture/index.js";
import { formatSeconds } from "../../src/dissect/time.js";
import { Blocks, FRAME } from "./blocks.js";

const le = new Blocks();
const FOUR = FRAME.slice(0, 4);

/** The times of a capture's frames as the packet list shows them. */
async function shown(bytes: number[]): Promise<string[]> {
  const times: string[] = [];
  await readCapture(bytesSource(Uint8Array.from(bytes), "long"), (_bytes, _start, _end, record) => {
    times.push(formatSeconds(record.time, record.decimals, record.timeRest));
  });
  return times;
}

/** A pcap file of 4-byte frames, with nanoseconds (magic a1b23c4d), little-endian. */
function pcap(...times: [seconds: number, nanoseconds: number][]): number[] {
  const words = [0xa1b23c4d, 0x00040002, 0, 0, 65535, 1];
  const bytes = times.flatMap(([seconds, nanoseconds]) => [seconds, nanoseconds, 4, 4]);
  const little = (word: number) => [word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24];
  const records = [];
  for (let i = 0; i < bytes.length; i += 4) records.push(...bytes.slice(i, i + 4).flatMap(little), ...FOUR);
  return [...words.flatMap(little), ...records];
}

// captures put together from others span years, which nanoseconds in 53 bits do not
describe("times more than 104 days apart are exact, as tshark 4.0.17 prints them", () => {
  it("in pcap", async () => {
    const times = await shown(pcap([1_400_000_000, 1], [1_588_176_046, 969_375_389], [1_300_000_000, 0]));
    expect(times).toEqual(["0.000000000", "188176046.969375388", "-100000000.000000001"]);
  });

  it("in pcapng", async () => {
    const start = 1_400_000_000_000_000_000n;
    const nanoseconds = [
      ...le.section(),
      ...le.interface({ options: [[9, [9]]] }),
      ...[1n, 188_176_046_969_375_389n, 2n, 26_637_843_263_614_939n].flatMap((t) =>
        le.packet(start + t, FOUR),
      ),
    ];
    const times = ["0.000000000", "188176046.969375388", "0.000000001", "26637843.263614938"];
    expect(await shown(nanoseconds)).toEqual(times);
    const microseconds = [
      ...le.section(),
      ...le.interface(),
      ...[0n, 1_656_934_168_157_800n].flatMap((t) => le.packet(t, FOUR)),
    ];
    expect(await shown(microseconds)).toEqual(["0.000000", "1656934168.157800"]);
  });

  it("whatever they are", async () => {
    const time = fc.bigInt({ min: 0n, max: 2n ** 62n });
    await fc.assert(
      fc.asyncProperty(fc.array(time, { minLength: 1, maxLength: 5 }), async (times) => {
        const bytes = [
          ...le.section(),
          ...le.interface({ options: [[9, [9]]] }),
          ...times.flatMap((t) => le.packet(t, FOUR)),
        ];
        const digits = (await shown(bytes)).map((text) => BigInt(text.replace(".", "")));
        expect(digits).toEqual(times.map((t) => t - times[0]!));
      }),
      { numRuns: 50 },
    );
  });
});
