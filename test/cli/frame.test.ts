import { describe, expect, it } from "vitest";
import { scratch } from "../scratch.js";
import { rowsOf, smallCapture, voiplab } from "./run.js";

const { file } = scratch();
const CAPTURE = file("small.pcap", smallCapture());

describe("voiplab frame", () => {
  it("prints the tree, field by field with byte ranges, and the bytes", async () => {
    const { status, out, err } = await voiplab(["frame", CAPTURE, "7"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^frame 7: 214 bytes\n/);
    expect(out).toContain("\n[34-41] User Datagram Protocol, Src Port: 4000, Dst Port: 5000\n");
    expect(out).toContain("\n    [34-35] Source Port: 4000\n");
    expect(out).toContain("\n    [50-53] Synchronization Source identifier: 0x2cf77874 (754415732)\n");
    expect(out).toMatch(/\n0000 +02 00 00 00 00 02 02 00 +00 00 00 01 08 00 45 00/);
    expect(out.endsWith("\n") && !out.endsWith("\n\n")).toBe(true);
    expect((await voiplab(["frame", CAPTURE, "7", "--format", "table"])).out).toBe(out);
  });

  it("prints a row a field where rows are asked for: their bytes are [start, end)", async () => {
    const tsv = await voiplab(["frame", CAPTURE, "7", "--format", "tsv"]);
    expect(tsv.out.split("\n")[0]).toBe("layer\tfield\tlabel\tvalue\tstart\tend");
    expect(rowsOf(tsv.out)).toContainEqual({
      layer: "udp",
      field: "udp.srcport",
      label: "Source Port",
      value: "4000",
      start: "34",
      end: "36",
    });
    const rows = JSON.parse((await voiplab(["frame", CAPTURE, "7", "--format", "json"])).out);
    expect(rows.length).toBe(rowsOf(tsv.out).length);
    expect(rows).toContainEqual(expect.objectContaining({ field: "rtp.seq", start: 44, end: 46 }));
  });

  it("shows the frames before the damage of a damaged capture", async () => {
    const bytes = smallCapture();
    const cut = file("cut.pcap", bytes.subarray(0, bytes.length - 30));
    const { status, out, err } = await voiplab(["frame", cut, "7"]);
    expect([status, out.split("\n")[0]]).toEqual([1, "frame 7: 214 bytes"]);
    expect(err).toMatch(/^voiplab: warning: frame 12, byte \d+: [^\n]+\n$/);
  });
});
