import { describe, expect, it } from "vitest";
import { Blocks, FRAME, TIME } from "./blocks.js";
import { list } from "./listing.js";

const le = new Blocks(true);
const be = new Blocks(false);
const START = [...le.section(), ...le.interface()];
const END = le.packet(TIME + 5n, FRAME);
const END_LINE = "1700000000.123461000 61 61 0";

describe("frames, as tshark 4.0.17 lists them", () => {
  const cases: [name: string, bytes: number[], lines: string[]][] = [
    ["an enhanced packet", [...START, ...END], [`1 ${END_LINE}`]],
    [
      "more captured than the snap length",
      [...le.section(), ...le.interface({ snapLength: 40 }), ...END],
      [`1 ${END_LINE}`],
    ],
    [
      "more captured than was on the wire",
      [...START, ...le.packet(TIME, FRAME, { wire: 20 })],
      ["1 1700000000.123456000 61 20 0"],
    ],
    [
      "a block length without its padding",
      [...START, ...le.packet(TIME, FRAME, { length: 93 }), ...END],
      ["1 1700000000.123456000 61 61 0", `2 ${END_LINE}`],
    ],
    [
      "simple packets, without a time, cut by the snap length",
      [
        ...le.section(),
        ...le.interface({ snapLength: 40 }),
        ...le.simplePacket(FRAME.slice(0, 40), 61),
        ...le.simplePacket(FRAME.slice(0, 20)),
        ...END,
      ],
      ["1  40 61 0", "2  20 20 0", `3 ${END_LINE}`],
    ],
    ["an old packet block", [...START, ...le.oldPacket(TIME + 5n, FRAME)], [`1 ${END_LINE}`]],
    [
      "blocks that are none of ours",
      [...START, ...le.block(0x77, [1, 2, 3, 4]), ...le.block(0x80000001, [5, 6, 7, 8]), ...END],
      [`1 ${END_LINE}`],
    ],
    [
      "an interface described after the first frame",
      [...START, ...END, ...le.interface({ linkType: 113 }), ...le.packet(TIME, FRAME, { id: 1 })],
      [`1 ${END_LINE}`, "2 1700000000.123456000 61 61 1"],
    ],
    ["section version 1.2", [...START, ...END].with(14, 2), [`1 ${END_LINE}`]],
    ["big-endian", [...be.section(), ...be.interface(), ...be.packet(TIME + 5n, FRAME)], [`1 ${END_LINE}`]],
  ];
  it.each(cases)("%s", async (_, bytes, lines) => {
    const listing = await list(bytes);
    expect(listing.lines).toEqual(lines);
    expect(listing.warnings).toEqual([]);
  });

  it("custom blocks are not frames (Wireshark lists them)", async () => {
    const custom = le.block(0xbad, [...le.u32(32473), ...FRAME.slice(0, 8)]);
    expect((await list([...START, ...custom, ...END])).lines).toEqual([`1 ${END_LINE}`]);
  });
});

describe("sections", () => {
  const second = [
    ...be.section([[1, "second"]]),
    ...be.interface({
      linkType: 101,
      options: [
        [2, "eth1"],
        [9, [9]],
      ],
    }),
    ...be.packet(1700000001000000007n, FRAME),
  ];

  it("change the byte order and start interfaces anew", async () => {
    const { lines, facts } = await list([...START, ...END, ...second]);
    expect(lines).toEqual([`1 ${END_LINE}`, "2 1700000001.000000007 61 61 1"]);
    expect(facts.interfaces).toEqual([
      { linkType: 1, snapLength: 262144, decimals: 6 },
      { linkType: 101, snapLength: 262144, decimals: 9, name: "eth1" },
    ]);
  });

  it("say what made the capture: the first that does", async () => {
    const first = le.section([
      [1, "premier\0"],
      [1, "encore"],
      [3, "Debian"],
      [4, "dumpcap"],
    ]);
    const more = le.section([
      [2, "PC"],
      [3, "other"],
    ]);
    const { facts } = await list([...first, ...more, ...second]);
    expect(facts).toEqual({
      format: "pcapng",
      compressed: false,
      firstTime: 1700000001000000007n,
      interfaces: [{ linkType: 101, snapLength: 262144, decimals: 9, name: "eth1" }],
      comments: ["premier", "encore", "second"],
      hardware: "PC",
      operatingSystem: "Debian",
      application: "dumpcap",
    });
  });
});

it("gives each frame its bytes, its position and its link type", async () => {
  const bytes = [...START, ...le.packet(TIME, FRAME), ...le.simplePacket([9, 8, 7]), ...END];
  const listing = await list(bytes);
  expect(listing.bytes.map((frame) => [...frame])).toEqual([FRAME, [9, 8, 7], FRAME]);
  for (const [index, offset] of listing.offsets.entries()) {
    const frame = listing.bytes[index]!;
    expect(bytes.slice(offset, offset + frame.length)).toEqual([...frame]);
  }
});

it("keeps comments of frames", async () => {
  const commented = le.packet(TIME, FRAME, {
    options: [
      [2, [1, 0, 0, 0]],
      [1, "le défi"],
      [1, "et sa réponse"],
    ],
  });
  const { facts, lines } = await list([...START, ...END, ...commented, ...END]);
  expect(lines).toHaveLength(3);
  expect(facts.frameComments).toEqual(new Map([[2, ["le défi", "et sa réponse"]]]));
});

it("is the same whatever is read at a time", async () => {
  const bytes = [...START, ...le.packet(TIME, FRAME), ...le.block(0x77, FRAME.slice(0, 60)), ...END];
  const { lines, bytes: frames, offsets, facts } = await list(bytes);
  expect(lines).toHaveLength(2);
  for (const chunkLength of [1, 12, 31, 64, 100]) {
    const again = await list(bytes, { chunkLength });
    expect(again).toMatchObject({ lines, bytes: frames, offsets, facts, warnings: [] });
  }
});
