import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf, InterfaceClock } from "../../src/capture/clock.js";
import { Blocks, FRAME, type Option, TIME } from "./blocks.js";
import { list } from "./listing.js";

const le = new Blocks();

/** A capture of frames on one interface. */
function capture(options: Option[], ...times: bigint[]): number[] {
  return [
    ...le.section(),
    ...le.interface({ options }),
    ...times.flatMap((time) => le.packet(time, FRAME.slice(0, 4))),
  ];
}

describe("time stamps, as tshark 4.0.17 prints them (frame.time_epoch, and decimals of its packet list)", () => {
  const cases: [name: string, bytes: number[], times: string[], decimals: number][] = [
    [
      "1 s",
      capture([[9, [0]]], 1700000000n, 1700000003n),
      ["1700000000.000000000", "1700000003.000000000"],
      0,
    ],
    [
      "10⁻³ s",
      capture([[9, [3]]], 1700000000123n, 1700000003000n),
      ["1700000000.123000000", "1700000003.000000000"],
      3,
    ],
    [
      "10⁻⁷ s",
      capture([[9, [7]]], 17000000001231234n, 17000000030000001n),
      ["1700000000.123123400", "1700000003.000000100"],
      6,
    ],
    [
      "10⁻¹² s, cut to nanoseconds",
      capture([[9, [12]]], 1700000000000123456n, 1700000000000125455n),
      ["1700000.000000123", "1700000.000000125"],
      9,
    ],
    [
      "2⁻¹⁰ s",
      capture([[9, [0x8a]]], (1700000000n << 10n) + 123n, (1700000000n << 10n) + 124n),
      ["1700000000.120117187", "1700000000.121093750"],
      3,
    ],
    [
      "2⁻²⁰ s",
      capture([[9, [0x94]]], (1700000000n << 20n) + 12345n, (1700000001n << 20n) + 12346n),
      ["1700000000.011773109", "1700000001.011774063"],
      6,
    ],
    [
      "2⁻³⁰ s",
      capture([[9, [0x9e]]], (1700000000n << 30n) + 12345n, (1700000000n << 30n) + 12345n + 2n ** 20n + 1n),
      ["1700000000.000011497", "1700000000.000988060"],
      9,
    ],
    ["10⁻³⁰ s", capture([[9, [30]]], TIME), ["0.000000000"], 9],
    ["an hour later (if_tsoffset)", capture([[14, le.u64(3600n)]], TIME), ["1700003600.123456000"], 6],
    ["an hour earlier", capture([[14, le.u64(2n ** 64n - 3600n)]], TIME), ["1699996400.123456000"], 6],
  ];
  it.each(cases)("%s", async (_, bytes, times, decimals) => {
    const listing = await list(bytes);
    expect(listing.lines.map((line) => line.split(" ")[1])).toEqual(times);
    expect(new Set(listing.decimals)).toEqual(new Set([decimals]));
    expect(listing.facts.interfaces[0]?.decimals).toBe(decimals);
  });
});

it("counts from the first stamped frame, and before it", async () => {
  const bytes = [
    ...le.section(),
    ...le.interface(),
    ...le.simplePacket(FRAME),
    ...[TIME, TIME - 10n, TIME + 86_400_000_000n].flatMap((time) => le.packet(time, FRAME)),
  ];
  const { times, facts } = await list(bytes);
  expect(times).toEqual([0, 0, -10_000, 86_400_000_000_000]);
  expect(facts.firstTime).toBe(TIME * 1000n);
});

it("an option of the wrong length says nothing", async () => {
  const { times } = await list(
    capture(
      [
        [9, [9, 9]],
        [14, [1]],
      ],
      TIME,
      TIME + 1n,
    ),
  );
  expect(times).toEqual([0, 1000]);
});

describe("InterfaceClock", () => {
  const stamp = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  /** Stamps as in a capture: near one another, but for strays. */
  const stamps = fc
    .tuple(stamp, fc.array(fc.oneof({ weight: 9, arbitrary: fc.maxSafeInteger() }, stamp)))
    .map(([first, others]) => [
      first,
      ...others.map((other) =>
        typeof other === "bigint" ? other : BigInt.asUintN(64, first + BigInt(other)),
      ),
    ]);
  const resolution = fc.integer({ min: 0, max: 255 });
  const offset = fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n });

  it("agrees with the arithmetic of big integers", () => {
    fc.assert(
      fc.property(stamps, resolution, offset, (times, tsresol, tsoffset) => {
        const base = { firstTime: undefined as bigint | undefined };
        const clock = new InterfaceClock(base, tsresol, tsoffset);
        const perSecond = (tsresol & 0x80 ? 2n : 10n) ** BigInt(tsresol & 0x7f);
        const exact = times.map((time) => (time * 10n ** 9n) / perSecond + tsoffset * 10n ** 9n);
        const got = times.map((time) => clock.time(Number(time >> 32n), Number(time & 0xffffffffn)));
        expect(base.firstTime).toBe(exact[0]);
        expect(got).toEqual(exact.map((time) => Number(time - exact[0]!)));
      }),
    );
  });
});

it("shows no more decimals than there are", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12].map(decimalsOf)).toEqual([0, 1, 2, 3, 3, 3, 6, 6, 6, 9, 9]);
  expect([0, 4, 7, 10, 19, 20, 29, 30, 63].map((power) => decimalsOf(0x80 | power))).toEqual([
    0, 1, 2, 3, 3, 6, 6, 9, 9,
  ]);
});
