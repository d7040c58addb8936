import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captureBytes, type PcapngSection, pcapngWriter, pcapWriter } from "../../src/capture/index.js";
import { Blocks } from "./blocks.js";
import { list } from "./listing.js";

const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const text = fc.string({ unit: "grapheme", maxLength: 40 }).filter((value) => !value.endsWith("\0"));
const payload = fc.uint8Array({ maxLength: 80 });
/** Nanoseconds since 1970 within 100 days of one another, which is read exactly. */
const time = fc
  .tuple(fc.integer({ min: 0, max: 100 * 86_400 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([seconds, rest]) => 1_700_000_000_000_000_000n + BigInt(seconds) * 1_000_000_000n + BigInt(rest));

function cut(nanoseconds: bigint, decimals: number): bigint {
  const unit = 10n ** BigInt(9 - decimals);
  return (nanoseconds / unit) * unit;
}

describe("pcapngWriter", () => {
  const section: fc.Arbitrary<PcapngSection> = fc.record(
    {
      comment: text,
      hardware: text,
      operatingSystem: text,
      application: text,
      interfaces: fc.array(
        fc.record(
          {
            linkType: fc.integer({ min: 0, max: 65535 }),
            snapLength: u32,
            decimals: fc.integer({ min: 0, max: 9 }),
            name: text,
            description: text,
          },
          { requiredKeys: [] },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ["interfaces"] },
  );
  const frame = fc.record(
    { time, bytes: payload, length: u32, interfaceId: fc.nat(2), comment: text, flags: u32 },
    { requiredKeys: ["time", "bytes"] },
  );

  it("writes what the reader reads", async () => {
    await fc.assert(
      fc.asyncProperty(section, fc.array(frame, { maxLength: 10 }), async (said, some) => {
        const { interfaces, comment, ...about } = said;
        const frames = some.filter(({ interfaceId = 0 }) => interfaceId < interfaces.length);
        const { facts, warnings, ...listing } = await list(captureBytes(pcapngWriter(said), frames));
        expect(warnings).toEqual([]);
        expect(facts).toMatchObject({ ...about, comments: comment === undefined ? [] : [comment] });
        expect(facts.interfaces).toMatchObject(
          interfaces.map(({ decimals: _, ...one }) => ({ linkType: 1, snapLength: 0, ...one })),
        );
        expect(listing.bytes).toEqual(frames.map(({ bytes }) => bytes));
        expect(listing.times.map((relative) => (facts.firstTime ?? 0n) + BigInt(relative))).toEqual(
          frames.map((one) => cut(one.time, interfaces[one.interfaceId ?? 0]!.decimals ?? 9)),
        );
        expect(listing.lines.map((line) => line.split(" ").slice(-2))).toEqual(
          frames.map((one) => [`${one.length ?? one.bytes.length}`, `${one.interfaceId ?? 0}`]),
        );
        const comments = frames.flatMap((one, index) =>
          one.comment === undefined ? [] : [[index + 1, [one.comment]] as const],
        );
        expect(facts.frameComments ?? new Map()).toEqual(new Map(comments));
      }),
      { numRuns: 60 },
    );
  });

  // Opened with tshark 4.0.17: "première" (frame.comment), inbound (frame.packet_flags_direction), 61 of 99 bytes.
  it("writes the bytes that the draft says", () => {
    const le = new Blocks();
    const options = [
      [1, "première"],
      [2, [1, 0, 0, 0]],
    ] satisfies [number, string | number[]][];
    const written = captureBytes(
      pcapngWriter({ application: "voiplab", interfaces: [{ linkType: 113, decimals: 6, name: "eth0" }] }),
      [
        {
          time: 1_700_000_000_123_456_789n,
          bytes: Uint8Array.of(1, 2, 3),
          length: 99,
          comment: "première",
          flags: 1,
        },
      ],
    );
    expect([...written]).toEqual([
      ...le.section([[4, "voiplab"]]),
      ...le.interface({
        linkType: 113,
        snapLength: 0,
        options: [
          [2, "eth0"],
          [9, [6]],
        ],
      }),
      ...le.packet(1_700_000_000_123_456n, [1, 2, 3], { wire: 99, options }),
    ]);
  });

  it("refuses what pcapng cannot say", () => {
    const writer = pcapngWriter({ interfaces: [{}] });
    const bytes = Uint8Array.of(1);
    expect(() => writer.frame({ time: 0n, bytes, interfaceId: 1 })).toThrow("interface 1 of 1");
    expect(() => writer.frame({ time: -1n, bytes })).toThrow("pcapng cannot hold the time -1 ns");
    expect(() => writer.frame({ time: 0n, bytes, comment: "é".repeat(32768) })).toThrow(
      "option of 65536 bytes, 65535 at most",
    );
  });
});

describe("pcapWriter", () => {
  it("writes what the reader reads", async () => {
    const format = fc.record(
      {
        little: fc.boolean(),
        decimals: fc.constantFrom(6, 9),
        snapLength: u32,
        linkType: fc.integer({ min: 0, max: 65535 }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<NonNullable<Parameters<typeof pcapWriter>[0]>>;
    const frame = fc.record({ time, bytes: payload, length: u32 }, { requiredKeys: ["time", "bytes"] });
    await fc.assert(
      fc.asyncProperty(format, fc.array(frame, { maxLength: 10 }), async (said, frames) => {
        const { facts, warnings, ...listing } = await list(captureBytes(pcapWriter(said), frames));
        expect(warnings).toEqual([]);
        const { little: _, ...told } = { linkType: 1, snapLength: 262_144, decimals: 6, ...said };
        expect(facts.interfaces).toEqual([told]);
        expect(listing.bytes).toEqual(frames.map(({ bytes }) => bytes));
        expect(listing.times.map((relative) => (facts.firstTime ?? 0n) + BigInt(relative))).toEqual(
          frames.map((one) => cut(one.time, told.decimals)),
        );
        expect(listing.lines.map((line) => line.split(" ")[3])).toEqual(
          frames.map((one) => `${one.length ?? one.bytes.length}`),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("refuses times that pcap cannot say", () => {
    const bytes = Uint8Array.of(1);
    for (const time of [-1n, 2n ** 32n * 1_000_000_000n]) {
      expect(() => pcapWriter().frame({ time, bytes })).toThrow(`pcap cannot hold the time ${time} ns`);
    }
  });
});
