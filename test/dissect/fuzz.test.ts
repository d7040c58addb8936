import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { destinationOf, infoOf, protocolOf, sourceOf } from "../../src/dissect/columns.js";
import { detailsOf } from "../../src/dissect/details.js";
import type { Packet } from "../../src/dissect/packet.js";
import type { Field } from "../../src/dissect/protocol.js";
import { hex, Wire } from "./wire.js";

const LINK_TYPES = [0, 1, 9, 12, 50, 101, 105, 108, 113, 127, 228, 229, 276, 4711];

/** Frames to mutate: those of the rows files, by their link type. */
const FRAMES: { linkType: number; bytes: Uint8Array }[] = [];
const folder = new URL("rows/", import.meta.url);
for (const file of readdirSync(folder)) {
  let linkType = 1;
  for (const line of readFileSync(new URL(file, folder), "utf8").split("\n")) {
    if (line.startsWith("link ")) linkType = Number(line.slice("link ".length));
    const bytes = /^\d+ ([0-9a-f]+)/.exec(line);
    if (bytes) FRAMES.push({ linkType, bytes: hex(bytes[1]!) });
  }
}

/** Throws where a column is no text, or a layer or field lies outside its bytes. */
function look(packet: Packet): void {
  for (const column of [sourceOf, destinationOf, protocolOf, infoOf]) {
    if (typeof column(packet) !== "string") throw new Error(`${column.name} is no text`);
  }
  for (const [i, layer] of detailsOf(packet).entries()) {
    const whole = layer.of === "frame" ? packet.frameEnd - packet.frameStart : packet.buffers[i]!.length;
    const check = ({ name, start, end, children }: Pick<Field, "name" | "start" | "end" | "children">) => {
      if (!(start >= 0 && end >= start && end <= whole)) {
        throw new Error(`${name} lies at ${start}–${end} of ${whole} bytes`);
      }
      children?.forEach(check);
    };
    check(layer);
    layer.fields.forEach(check);
  }
}

/** Changes some bytes, cuts some off, on the wire or by the capture. */
const mutation = fc.record({
  frame: fc.nat(FRAMES.length - 1),
  changes: fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
  keep: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
  cut: fc.boolean(),
});

describe("any frame", () => {
  it("is dissected without a throw, with columns, and fields within it", () => {
    const frame = fc.tuple(fc.constantFrom(...LINK_TYPES), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 6 }), (frames) => {
        for (const [linkType, bytes] of frames) look(new Wire(linkType).sees(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it("that was damaged is too, at the first look and at a later one", () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 30 }), (mutations) => {
        const wires = new Map<number, Wire>();
        const seen = new Map<number, number>();
        for (const { frame, changes, keep, cut } of mutations) {
          const { linkType, bytes } = FRAMES[frame]!;
          const damaged = bytes.slice(0, Math.round(bytes.length * keep));
          for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
          const wire = wires.get(linkType) ?? new Wire(linkType);
          wires.set(linkType, wire);
          seen.set(linkType, (seen.get(linkType) ?? 0) + 1);
          look(wire.sees(damaged, { length: cut ? bytes.length : damaged.length }));
        }
        for (const [linkType, wire] of wires) {
          for (let number = 1; number <= seen.get(linkType)!; number++) look(wire.again(number));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("that nests without end is cut off", () => {
    // IPv4 in IPv4 in IPv4 …, each 20 bytes, far more often than layers are kept
    const inner = [0x45, 0, 0, 0, 0, 0, 0, 0, 64, 4, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2];
    const deep = new Wire(228).sees(Uint8Array.from(Array.from({ length: 1000 }, () => inner).flat()));
    look(deep);
    expect(deep.layerCount).toBe(24);
  });
});
