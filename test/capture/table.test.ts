import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesSource, type FrameRecord, FrameTable, frameBytes } from "../../src/capture/index.js";

interface Row {
  record: FrameRecord;
  captured: number;
  kind: number;
  stream: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  record: fc.record({
    number: fc.constant(0),
    offset: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
    time: fc.maxSafeInteger(),
    length: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    interfaceId: fc.integer({ min: 0, max: 65535 }),
    linkType: fc.constant(1),
    decimals: fc.constant(9),
    stamped: fc.boolean(),
  }),
  captured: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  kind: fc.integer({ min: 0, max: 255 }),
  stream: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
});

function push(table: FrameTable, { record, captured, kind, stream }: Row): void {
  table.push(record, captured, kind, stream);
}

function at(table: FrameTable, index: number): Row {
  const record = {
    number: 0,
    offset: table.offset(index),
    time: table.time(index),
    length: table.length(index),
    interfaceId: table.interfaceId(index),
    linkType: 1,
    decimals: 9,
    stamped: table.stamped(index),
  };
  const [captured, kind, stream] = [table.captured(index), table.kind(index), table.stream(index)];
  return { record, captured, kind, stream };
}

describe("FrameTable", () => {
  it("gives back what was put in, and no time where there is none", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const table = new FrameTable();
        for (const one of rows) push(table, one);
        expect(table.count).toBe(rows.length);
        expect(rows.map((_, index) => at(table, index))).toEqual(
          rows.map((one) => (one.record.stamped ? one : { ...one, record: { ...one.record, time: 0 } })),
        );
      }),
    );
  });

  it("goes on over segments of 65536 rows", () => {
    const table = new FrameTable();
    const record: FrameRecord = {
      ...{ number: 0, offset: 0, time: 0, length: 0, interfaceId: 0, linkType: 1, decimals: 9 },
      stamped: true,
    };
    for (let index = 0; index < 140_000; index++) {
      record.offset = index * 60_000;
      record.time = index * 20_000_000;
      table.push(record, index, index & 0xff, index - 1);
    }
    expect(table.count).toBe(140_000);
    for (const index of [0, 65_535, 65_536, 131_071, 131_072, 139_999]) {
      expect([table.offset(index), table.time(index), table.captured(index)]).toEqual([
        index * 60_000,
        index * 20_000_000,
        index,
      ]);
      expect([table.kind(index), table.stream(index)]).toEqual([index & 0xff, index - 1]);
    }
  });

  it("has no other rows", () => {
    const table = new FrameTable();
    expect(() => table.offset(0)).toThrow(new RangeError("row 0 of 0"));
    expect(() => table.stream(-1)).toThrow(RangeError);
  });
});

it("frameBytes reads a frame again, as much of it as is still there", () => {
  const table = new FrameTable();
  const record: FrameRecord = {
    ...{ number: 1, offset: 3, time: 0, length: 9, interfaceId: 0, linkType: 1, decimals: 6 },
    stamped: true,
  };
  table.push(record, 4, 0, -1);
  const bytes = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);
  expect(frameBytes(table, bytesSource(bytes), 0)).toEqual(Uint8Array.of(3, 4, 5, 6));
  expect(frameBytes(table, bytesSource(bytes.subarray(0, 5)), 0)).toEqual(Uint8Array.of(3, 4));
});
