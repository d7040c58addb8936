import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CAPTURE, reportRows, shown } from "../trame-asterisk/report.js";
import { program, run } from "./programs.js";

const COLUMNS = ["Source", "Destination", "Protocol", "Length", "Info"].map((name) => `_ws.col.${name}`);
const FIELDS = ["frame.number", "frame.time_relative", ...COLUMNS].flatMap((field) => ["-e", field]);

test("tshark shows of the rebuilt capture what the report shows, makers' names included", () => {
  const rows = reportRows();
  const numbers = rows.map(({ columns: [number] }) => number).join(",");
  // Two passes, as Wireshark, which knows the reply when it shows a ping.
  const words = ["-2", "-r", fileURLToPath(CAPTURE), "-Y", `frame.number in {${numbers}}`];
  const found = run(program("tshark"), [...words, "-T", "fields", ...FIELDS])
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split("\t"))
    .map(([number, time, ...columns]) => [number!, Number(time).toFixed(6), ...columns]);
  expect(found).toEqual(rows.map((row, i) => shown(row, found[i]!)));
});
