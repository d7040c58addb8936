import { toUSVString } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, Decimal, Seconds, textOf } from "../../src/cli/cell.js";
import { tsvWriter } from "../../src/cli/tsv.js";
import { RecurringText } from "../../src/dissect/protocol.js";

function written(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const parts: Buffer[] = [];
  const writer = tsvWriter(columns, (bytes) => parts.push(Buffer.from(bytes)));
  for (const row of rows) writer.row(row);
  writer.end();
  return Buffer.concat(parts).toString("utf8");
}

const escaped = (text: string) =>
  toUSVString(text).replaceAll("\t", "\\t").replaceAll("\r", "\\r").replaceAll("\n", "\\n");

describe("rows as tab-separated values", () => {
  it("begin with the columns' names", () => {
    expect(written(["number", "info"], [[1, "a"]])).toBe("number\tinfo\n1\ta\n");
  });

  it("write numbers, times, and texts in pieces as those are read", () => {
    const stream = new RecurringText("SSRC=0x2CF77874, Seq=");
    const cells: Cell[] = [
      ...[0, 9, 10, 4294967295, -1, 4294967296, 0.5, undefined],
      ...[new Decimal("0.100"), new Seconds(7_430_000_012, 9), new Seconds(1_000_999_999, 6)],
      ...[new Seconds(-20_000_000, 3), new Seconds(3e9, 0), [stream, 24288, ", Time=", 3728990016, ""]],
    ];
    expect(written(["c"], [cells]).split("\n")[1]!.split("\t")).toEqual([
      ...["0", "9", "10", "4294967295", "-1", "4294967296", "0.5", ""],
      ...["0.100", "7.430000012", "1.000999"],
      ...["-0.020", "3", "SSRC=0x2CF77874, Seq=24288, Time=3728990016"],
    ]);
  });

  it("keep what a packet says in its cell and in its row", () => {
    const hostile = "one\ttwo\r\nthree\u001b[2J\u202e é 😀";
    const text = written(["a", "b"], [[hostile, [new RecurringText(hostile), "\t"]]]);
    const cell = "one\\ttwo\\r\\nthree\u001b[2J\u202e é 😀";
    expect(text).toBe(`a\tb\n${cell}\t${cell}\\t\n`);
  });

  it("are the texts of their cells, whatever these are", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary-ascii", maxLength: 300 }),
      fc.nat(70_000).map((length) => `é\t${"x".repeat(length)}\t`),
    );
    const seconds = fc
      .tuple(fc.maxSafeInteger(), fc.nat(9))
      .map(([time, decimals]) => new Seconds(time, decimals));
    const whole = fc.oneof(fc.nat(), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
    const pieces = fc.array(
      fc.oneof(
        text,
        whole,
        text.map((one) => new RecurringText(one)),
      ),
    );
    const cell = fc.oneof(text, whole, fc.double(), seconds, pieces);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const lines = rows.map((cells) => `${cells.map((one) => escaped(textOf(one))).join("\t")}\n`);
        expect(written(["c"], rows)).toBe(`c\n${lines.join("")}`);
      }),
    );
  });
});
