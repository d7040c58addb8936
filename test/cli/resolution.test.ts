import { expect, it } from "vitest";
import { captureBytes, pcapngWriter } from "../../src/capture/index.js";
import { scratch } from "../scratch.js";
import { rowsOf, voiplab } from "./run.js";

const { file } = scratch();
const SECOND = 1_000_000_000n;

it.each([
  // what TShark 4.0.17 gives for frame.time_relative, without the zeros that say nothing
  [9, 6, ["0.000000000", "4.987765211", "5.876548216"]],
  [6, 9, ["0.000000", "4.987766333", "5.876549"]],
])(
  "frames of interfaces with %i and %i decimals are as far apart as their time stamps say",
  async (first, second, times) => {
    const stamps = [123_456_789n, 5n * SECOND + 111_222_333n, 6n * SECOND + 5_005n];
    const frames = stamps.map((time, i) => ({ time, bytes: new Uint8Array(60), interfaceId: i % 2 }));
    const writer = pcapngWriter({ interfaces: [{ decimals: first }, { decimals: second }] });
    const { out } = await voiplab(["frames", file("mixed.pcapng", captureBytes(writer, frames))]);
    expect(rowsOf(out).map(({ time }) => time)).toEqual(times);
  },
);
