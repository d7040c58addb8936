import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rowOf, Wire } from "./wire.js";

/** A frame of a rows file, with what TShark says of it. */
interface Golden {
  linkType: number;
  /** `source | destination | protocol | info` */
  row: string;
  /** What Info is at a later look, with all frames known. */
  later: string;
  /** Nanoseconds since the frame before. */
  delta: number;
  bytes: Uint8Array;
  /** Bytes it had on the wire. */
  length: number;
}

const FOLDER = new URL("rows/", import.meta.url);
const blanks = (text: string) => text.replace(/\s+/g, " ").replace(/^ |[ |]+$/g, "");

function readGoldens(file: string): Golden[] {
  const goldens: Golden[] = [];
  let linkType = -1;
  let row: string | undefined;
  for (const line of readFileSync(new URL(file, FOLDER), "utf8").split("\n")) {
    if (line.startsWith("#") || line === "") continue;
    if (line.startsWith("link ")) linkType = Number(line.slice("link ".length));
    else if (row === undefined) row = line;
    else {
      const [delta, hex, length] = line.split(/[ /]/) as [string, string, string?];
      const bytes = Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], (byte) => Number.parseInt(byte, 16));
      const [first, added] = row.split("‖") as [string, string?];
      const later = added === undefined ? first : first + added;
      goldens.push({
        linkType,
        row: first,
        later,
        delta: Number(delta),
        bytes,
        length: Number(length ?? bytes.length),
      });
      row = undefined;
    }
  }
  return goldens;
}

describe.each(readdirSync(FOLDER))("the packet list of %s", (file) => {
  const goldens = readGoldens(file);

  it("is TShark's, row by row", () => {
    const wires = new Map<number, Wire>();
    for (const { linkType, row, delta, bytes, length } of goldens) {
      const wire = wires.get(linkType) ?? new Wire(linkType);
      wires.set(linkType, wire);
      expect(blanks(rowOf(wire.sees(bytes, { delta, length })))).toBe(blanks(row));
    }
  });

  it("is TShark's with -2 at a later look", () => {
    const wires = new Map<number, Wire>();
    for (const { linkType, delta, bytes, length } of goldens) {
      const wire = wires.get(linkType) ?? new Wire(linkType);
      wires.set(linkType, wire);
      wire.sees(bytes, { delta, length });
    }
    const seen = new Map<number, number>();
    for (const { linkType, later } of goldens) {
      const number = (seen.get(linkType) ?? 0) + 1;
      seen.set(linkType, number);
      expect(blanks(rowOf(wires.get(linkType)!.again(number)))).toBe(blanks(later));
    }
  });
});
