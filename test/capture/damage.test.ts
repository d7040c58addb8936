import { describe, expect, it } from "vitest";
import type { CaptureWarning } from "../../src/capture/index.js";
import { Blocks, FRAME, TIME } from "./blocks.js";
import { list } from "./listing.js";

const le = new Blocks(true);
const be = new Blocks(false);
const HEAD = [...le.section(), ...le.interface()];
const ONE = le.packet(TIME, FRAME);
const START = [...HEAD, ...ONE];
const END = le.packet(TIME + 5n, FRAME);

// HEAD is 48 bytes, a packet of FRAME 96: the second block of packets is at byte 144.
describe("what is whole is kept, what is not is told", () => {
  const cases: [name: string, bytes: number[], frames: number, warning: CaptureWarning][] = [
    [
      "cut in a packet",
      [...START, ...END].slice(0, -10),
      1,
      { offset: 144, frame: 2, text: "frame 2, byte 144: cut short, 86 bytes of 96 are there" },
    ],
    [
      "cut in the fixed part of a packet",
      [...START, ...END].slice(0, -76),
      1,
      { offset: 144, frame: 2, text: "frame 2, byte 144: cut short, 20 bytes of 96 are there" },
    ],
    [
      "cut in a block's header",
      [...START, ...END].slice(0, -94),
      1,
      {
        offset: 144,
        frame: 1,
        text: "after frame 1, byte 144: cut short, 2 bytes are there, expected at least 12",
      },
    ],
    [
      "a block too short for its type",
      [...START, ...le.u32(6), ...le.u32(8), ...le.u32(8), ...END, ...END],
      3,
      {
        offset: 144,
        frame: 2,
        text: "frame 2, byte 144: block length 8 bytes, expected 32 at least; reading went on at byte 156",
      },
    ],
    [
      "a packet longer than any",
      [...START, ...le.packet(TIME, FRAME, { length: 0x7fffff00 }), ...END],
      2,
      {
        offset: 144,
        frame: 2,
        text: "frame 2, byte 144: length 2147483392 bytes, expected 16777216 at most; reading went on at byte 240",
      },
    ],
    [
      "a length that its captured length belies",
      [...START, ...le.packet(TIME, FRAME, { length: 0x10000, captured: 0x20000 }), ...END],
      2,
      {
        offset: 144,
        frame: 2,
        text: "frame 2, byte 144: cut short, 192 bytes of 65536 are there; reading went on at byte 240",
      },
    ],
    [
      "two lengths that differ",
      [...START, ...le.packet(TIME, FRAME, { last: 99 }), ...END],
      2,
      {
        offset: 144,
        frame: 2,
        text: "frame 2, byte 144: block length 96 bytes at its start but 99 at its end, expected the same; reading went on at byte 240",
      },
    ],
    [
      "two lengths that differ around something else",
      [...START, ...le.block(0x77, [1, 2, 3, 4], { last: 3 }), ...END],
      2,
      {
        offset: 144,
        frame: 1,
        text: "after frame 1, byte 144: block length 16 bytes at its start but 3 at its end, expected the same; reading went on at byte 160",
      },
    ],
    [
      "zeros to the end",
      [...START, ...new Array<number>(64).fill(0)],
      1,
      {
        offset: 144,
        frame: 1,
        text: "after frame 1, byte 144: block length 0 bytes, expected 12 at least; the rest was not read",
      },
    ],
    [
      "more captured than the block holds",
      [...START, ...le.packet(TIME, FRAME, { captured: 500 }), ...END],
      2,
      {
        offset: 144,
        frame: 2,
        text: "frame 2, byte 144: captured length 500 bytes, expected 64 at most in its block; this frame was left out",
      },
    ],
    [
      "an interface that was not described",
      [...START, ...le.packet(TIME, FRAME, { id: 3 }), ...END],
      2,
      {
        offset: 144,
        frame: 2,
        text: "frame 2, byte 144: interface 3, which was not described (described: 1); this frame was left out",
      },
    ],
    [
      "a simple packet before any interface",
      [...le.section(), ...le.simplePacket(FRAME), ...le.interface(), ...END],
      1,
      {
        offset: 28,
        frame: 1,
        text: "frame 1, byte 28: interface 0, which was not described (described: 0); this frame was left out",
      },
    ],
    [
      "a frame's option that goes past its block",
      [...START, ...le.packet(TIME, FRAME, { rest: [1, 0, 200, 0, 65, 66, 67, 68] }), ...END],
      3,
      {
        offset: 144,
        frame: 2,
        text: "frame 2, byte 144: option of 200 bytes, expected 4 at most; options from there on were left out",
      },
    ],
    [
      "an interface's",
      [...le.section(), ...le.interface({ rest: [2, 0, 100, 0, 65, 66, 67, 68] }), ...END],
      1,
      {
        offset: 28,
        frame: 0,
        text: "after frame 0, byte 28: option of 100 bytes, expected 4 at most; options from there on were left out",
      },
    ],
    [
      "a later section of another version",
      [...START, ...le.section([], { major: 2 }), ...le.section(), ...le.interface(), ...END],
      2,
      {
        offset: 144,
        frame: 1,
        text: "after frame 1, byte 144: section header damaged, expected the byte-order magic 1a2b3c4d and version 1.0; reading went on at byte 172",
      },
    ],
  ];
  it.each(cases)("%s", async (_, bytes, frames, warning) => {
    const listing = await list(bytes);
    expect(listing.warnings).toEqual([warning]);
    expect(listing.lines).toHaveLength(frames);
    expect(listing.frames).toBe(frames);
  });
});

describe("going on after damage", () => {
  const broken = le.packet(TIME, FRAME, { last: 1 });

  it("finds a section of the other byte order", async () => {
    const other = [...be.section(), ...be.interface(), ...be.packet(TIME + 9n, FRAME)];
    const { lines } = await list([...START, ...broken, ...other]);
    expect(lines).toEqual(["1 1700000000.123456000 61 61 0", "2 1700000000.123465000 61 61 1"]);
  });

  it("trusts no single block within something else", async () => {
    const decoy = le.packet(TIME + 1n, [1, 2, 3, 4]);
    const carrier = le.packet(TIME, [...decoy, ...FRAME], { last: 1 });
    const { lines } = await list([...START, ...carrier, ...END, ...END]);
    expect(lines.map((line) => line.split(" ")[1])).toEqual([
      "1700000000.123456000",
      "1700000000.123461000",
      "1700000000.123461000",
    ]);
  });

  it("lists a hundred places, and counts the others", async () => {
    const bytes = [...START, ...Array.from({ length: 150 }, () => [...broken, ...END, ...END]).flat()];
    const { warnings, frames } = await list(bytes);
    expect(frames).toBe(301);
    expect(warnings).toHaveLength(101);
    expect(warnings[100]).toEqual({
      offset: 144 + 149 * 288,
      frame: 300,
      text: `and 50 more such places, the last at byte ${144 + 149 * 288} (frame 300)`,
    });
  });
});

it("a packet cut anywhere leaves those before it", async () => {
  const bytes = [...START, ...le.simplePacket([1, 2, 3]), ...END];
  const whole = await list(bytes);
  const ends = [144, 164, 260];
  for (let length = 28; length < bytes.length; length++) {
    const cut = await list(bytes.slice(0, length));
    expect(cut.lines).toEqual(whole.lines.slice(0, ends.filter((end) => end <= length).length));
    expect(cut.warnings).toHaveLength([28, 48, ...ends].includes(length) ? 0 : 1);
  }
});
