import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CAPTURE, golden, goldenStreams } from "../goldens/goldens.js";
import { rowsOf, voiplab } from "./run.js";

const path = fileURLToPath(CAPTURE);

describe("the first lesson's capture is printed as TShark prints it", () => {
  it("frame by frame", async () => {
    const { status, out } = await voiplab(["frames", path]);
    const rows = rowsOf(out).map((row) => Object.values(row));
    expect([status, rows.length]).toEqual([0, 14703]);
    const blanks = (info: string) => info.replace(/ +/g, " ").trim();
    const expected = golden("01-frames.tsv");
    const found = expected.map(([number]) => rows[Number(number) - 1]!);
    expect(found.map((row) => [...row.slice(0, 6), blanks(row[6]!)])).toEqual(
      expected.map((row) => [...row.slice(0, 6), blanks(row[6]!)]),
    );
  });

  it("SIP message by SIP message", async () => {
    const { out } = await voiplab(["sip", path]);
    // TShark's from.addr and to.addr have the URI's parameters, which the columns leave out
    const bare = (cells: string[]) => cells.map((cell) => cell.replace(/^(sip:[^;]*);.*/, "$1"));
    expect(rowsOf(out).map((row) => Object.values(row))).toEqual(golden("01-sip.tsv").map(bare));
  });

  it("stream by stream, digit by digit", async () => {
    const rows = rowsOf((await voiplab(["streams", path])).out);
    const found = rows.map((row) => ({
      source: `${row.source_address}:${row.source_port}`,
      destination: `${row.destination_address}:${row.destination_port}`,
      ssrc: row.ssrc,
      payload: row.payload,
      packets: Number(row.packets),
      lost: Number(row.lost),
      milliseconds: Object.values(row).slice(8),
    }));
    expect(found).toEqual(goldenStreams().map(({ start: _, stop: __, ...stream }) => stream));
  });
});
