import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksumOf, sumOf } from "../../src/dissect/checksum.js";
import { Dissector } from "../../src/dissect/dissector.js";
import { FrameNotes } from "../../src/dissect/frame-notes.js";
import type { Protocol } from "../../src/dissect/protocol.js";
import { TupleTable } from "../../src/dissect/tuple-table.js";

describe("a tuple table", () => {
  const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

  it("numbers tuples in order of arrival, as a map of their text would", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), word, word), { maxLength: 300 }), (tuples) => {
        const table = new TupleTable(3);
        const expected = new Map<string, number>();
        for (const tuple of tuples) {
          table.key.set(tuple);
          const text = tuple.join();
          expect(table.find()).toBe(expected.get(text) ?? -1);
          if (!expected.has(text)) expected.set(text, expected.size);
          expect(table.intern()).toBe(expected.get(text));
        }
        expect(table.size).toBe(expected.size);
        for (const [text, index] of expected)
          expect([0, 1, 2].map((i) => table.at(index, i)).join()).toBe(text);
      }),
    );
  });

  it("finds pairs by their two words as by its key", () => {
    const table = new TupleTable(5);
    table.used = 2;
    for (let i = 0; i < 1000; i++) {
      table.key[0] = i;
      table.key[1] = i * i;
      table.intern();
    }
    for (let i = 0; i < 1000; i++) expect(table.findPair(i, i * i)).toBe(i);
    expect(table.findPair(3, 10)).toBe(-1);
  });
});

describe("notes of frames", () => {
  it("are found by the frame's number, and only there", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1000), { maxLength: 200 }), (numbers) => {
        const frames = numbers.sort((a, b) => a - b);
        const notes = new FrameNotes(2);
        for (const frame of frames) notes.set(notes.add(frame), 1, -frame);
        for (let frame = 0; frame <= 1001; frame++) {
          const row = notes.find(frame);
          expect(row === -1).toBe(!frames.includes(frame));
          if (row !== -1)
            expect([notes.frame(row), notes.get(row, 0), notes.get(row, 1)]).toEqual([frame, 0, 0 - frame]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("the Internet checksum", () => {
  it("is that of RFC 1071's example, and 0 over words that hold it", () => {
    const bytes = Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7);
    expect(checksumOf(sumOf(bytes, 0, 8))).toBe(0xffff - 0xddf2);
    const whole = Uint8Array.of(...bytes, 0x22, 0x0d);
    expect(checksumOf(sumOf(whole, 0, 10))).toBe(0);
  });

  it("counts an odd byte as the upper one of a word", () => {
    expect(sumOf(Uint8Array.of(1, 2, 3), 0, 3)).toBe(0x0102 + 0x0300);
  });
});

describe("protocols that claim the same", () => {
  it("are an error of ours, said at once", () => {
    const twice = (name: string): Protocol => ({ name, title: name, on: { udp: [5060] }, parse: () => {} });
    expect(() => new Dissector({ list: [twice("one"), twice("other")] })).toThrow("other claims udp 5060");
  });
});
