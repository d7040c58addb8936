import { describe, expect, it } from "vitest";
import { bytesSource, captureBytes, pcapWriter, readCapture } from "../../src/capture/index.js";
import { FRAME } from "./blocks.js";
import { hex, list } from "./listing.js";

/** A record of FRAME in a big-endian file; what is said may differ from what is there. */
function record(seconds: number, fraction: number, captured = FRAME.length, wire = captured): number[] {
  return [...[seconds, fraction, captured, wire].flatMap(u32), ...FRAME.slice(0, Math.min(captured, 61))];
}

function header({ magic = 0xa1b2c3d4, minor = 4, snapLength = 65535, linkType = 1 } = {}): number[] {
  return [...u32(magic), 0, 2, 0, minor, ...u32(0), ...u32(0), ...u32(snapLength), ...u32(linkType)];
}

function u32(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}

const FIRST = record(1700000000, 123456);
const SECOND = record(1700000001, 999999);

describe("frames, as tshark 4.0.17 lists them", () => {
  const cases: [name: string, bytes: number[], lines: string[]][] = [
    [
      "microseconds",
      [...header(), ...FIRST, ...SECOND],
      ["1 1700000000.123456000 61 61 0", "2 1700000001.999999000 61 61 0"],
    ],
    [
      "nanoseconds",
      [...header({ magic: 0xa1b23c4d }), ...FIRST, ...record(1700000001, 999999999)],
      ["1 1700000000.000123456 61 61 0", "2 1700000001.999999999 61 61 0"],
    ],
    [
      "more captured than the snap length",
      [...header({ snapLength: 40 }), ...FIRST],
      ["1 1700000000.123456000 61 61 0"],
    ],
    [
      "more captured than was on the wire",
      [...header({ snapLength: 0 }), ...record(1700000000, 1, 61, 40)],
      ["1 1700000000.000001000 61 40 0"],
    ],
    [
      "a frame of which nothing was captured",
      [...header(), ...FIRST, ...record(1700000001, 0, 0, 61), ...SECOND],
      ["1 1700000000.123456000 61 61 0", "2 1700000001.000000000 0 61 0", "3 1700000001.999999000 61 61 0"],
    ],
    [
      "version 2.3, and a frame check sequence told in the link type",
      [...header({ minor: 3, linkType: 0x14000001 }), ...FIRST],
      ["1 1700000000.123456000 61 61 0"],
    ],
    ["no frame", header(), []],
  ];
  it.each(cases)("%s", async (_, bytes, lines) => {
    const listing = await list(bytes);
    expect(listing.lines).toEqual(lines);
    expect(listing.warnings).toEqual([]);
    expect(listing.facts.interfaces[0]?.linkType).toBe(1);
  });
});

/** A "modified" file in either byte order: each record says its interface, EtherType and direction too. */
function modified(little: boolean): number[] {
  const word = (value: number) => (little ? u32(value).reverse() : u32(value));
  const half = (value: number) => word(value << (little ? 0 : 16)).slice(0, 2);
  const start = [...word(0xa1b2cd34), ...half(2), ...half(4), ...[0, 0, 65535, 1].flatMap(word)];
  const frame = (seconds: number, captured: number) => [
    ...[seconds, 123456, captured, 61, 3].flatMap(word),
    ...[...half(0x88b5), 4, 0, ...FRAME.slice(0, captured)],
  ];
  return [...start, ...frame(1700000000, 61), ...frame(1700000001, 0), ...frame(1700000002, 40)];
}

describe.each([
  ["big-endian", false],
  ["little-endian", true],
] as const)("a modified pcap, %s", (_, little) => {
  it("gives the frames that tshark 4.0.17 lists, whatever is read at a time", async () => {
    for (const chunkLength of [1, 24, 100, 1000]) {
      const listing = await list(modified(little), { chunkLength });
      expect(listing.lines).toEqual([
        "1 1700000000.123456000 61 61 0",
        "2 1700000001.123456000 0 61 0",
        "3 1700000002.123456000 40 61 0",
      ]);
      expect(listing.bytes.map(hex)).toEqual([61, 0, 40].map((end) => hex(FRAME.slice(0, end))));
      expect(listing.offsets).toEqual([48, 133, 157]);
      expect(listing.warnings).toEqual([]);
    }
  });

  it("is cut where it ends too early", async () => {
    const { lines, warnings } = await list(modified(little).slice(0, -1));
    expect(lines).toHaveLength(2);
    expect(warnings[0]?.text).toBe("frame 3, byte 133: cut short, 63 bytes of 64 are there");
  });
});

describe.each([
  ["big-endian, microseconds", { little: false, decimals: 6 }, 123_456_000n],
  ["little-endian, microseconds", { little: true, decimals: 6 }, 123_456_000n],
  ["big-endian, nanoseconds", { little: false, decimals: 9 }, 123_456_789n],
  ["little-endian, nanoseconds", { little: true, decimals: 9 }, 123_456_789n],
] as const)("%s", (_, format, fraction) => {
  const time = 1_700_000_000_123_456_789n;
  const frames = Array.from({ length: 40 }, (_, index) => ({
    time: time + BigInt(index) * 20_000_000n,
    bytes: Uint8Array.from([index, ...FRAME]),
    length: 1500,
  }));
  const bytes = captureBytes(pcapWriter({ ...format, snapLength: 96, linkType: 113 }), frames);

  it("tells times, lengths, link type and resolution", async () => {
    const { facts, times, lines, decimals } = await list(bytes);
    expect(facts).toEqual({
      format: "pcap",
      compressed: false,
      firstTime: 1_700_000_000_000_000_000n + fraction,
      interfaces: [{ linkType: 113, snapLength: 96, decimals: format.decimals }],
      comments: [],
    });
    expect(times).toEqual(frames.map((_, index) => index * 20_000_000));
    expect(lines[39]).toContain(" 62 1500 0");
    expect(decimals[39]).toBe(format.decimals);
  });

  it("gives the same frames whatever is read at a time", async () => {
    for (const chunkLength of [1, 16, 77, 100, 1000]) {
      const listing = await list(bytes, { chunkLength });
      const expected = frames.map((frame) => hex(frame.bytes));
      expect(listing.bytes.map(hex)).toEqual(expected);
      expect(listing.offsets.map((offset) => hex(bytes.subarray(offset, offset + 62)))).toEqual(expected);
    }
  });
});

describe("what is whole is kept, what is not is told", () => {
  const start = [...header(), ...FIRST];
  const cases: [name: string, bytes: number[], offset: number, text: string][] = [
    ["cut in a frame", [...start, ...SECOND].slice(0, -3), 101, "cut short, 74 bytes of 77 are there"],
    [
      "cut in a record's header",
      [...start, ...SECOND].slice(0, -70),
      101,
      "cut short, 7 bytes are there, expected at least 16",
    ],
    [
      "an impossible length",
      [...start, ...record(1, 1, 0x7fffffff), ...SECOND],
      101,
      "length 2147483647 bytes, expected 262144 at most; the rest was not read",
    ],
    [
      "a length just above what Wireshark takes",
      [...start, ...record(1, 1, 262145), ...new Array<number>(262145).fill(0)],
      101,
      "length 262145 bytes, expected 262144 at most; the rest was not read",
    ],
  ];
  it.each(cases)("%s", async (_, bytes, offset, text) => {
    const { warnings, lines } = await list(bytes);
    expect(warnings).toEqual([{ offset, frame: 2, text: `frame 2, byte ${offset}: ${text}` }]);
    expect(lines).toHaveLength(1);
  });

  it("longer frames are taken where the snap length announces them", async () => {
    const long = [...record(1, 1, 300_000), ...new Array<number>(300_000 - 61).fill(0)];
    const { lines, warnings } = await list([...header({ snapLength: 400_000 }), ...long, ...FIRST]);
    expect(warnings).toEqual([]);
    expect(lines.map((line) => line.split(" ")[2])).toEqual(["300000", "61"]);
  });
});

it("what a visitor throws reaches its caller", async () => {
  const source = bytesSource(Uint8Array.from([...header(), ...FIRST, ...SECOND]));
  const reading = readCapture(source, () => {
    throw new RangeError("enough");
  });
  await expect(reading).rejects.toThrow("enough");
});
