import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { detailsOf } from "../../src/dissect/details.js";
import type { Packet } from "../../src/dissect/packet.js";
import type { Field } from "../../src/dissect/protocol.js";
import { hex, Wire } from "./wire.js";

interface Golden {
  linkType: number;
  bytes: Uint8Array;
  /** `name start end` → `label: value` */
  fields: Map<string, string[]>;
}

const FILES = [
  "details.txt",
  ...readdirSync(new URL("details/", import.meta.url)).map((file) => `details/${file}`),
];

function goldensOf(file: string): Golden[] {
  const found: Golden[] = [];
  for (const line of readFileSync(new URL(file, import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("#") || line === "") continue;
    const frame = /^link (\d+) ([0-9a-f]+)$/.exec(line);
    if (frame) found.push({ linkType: Number(frame[1]), bytes: hex(frame[2]!), fields: new Map() });
    else {
      const [, place, text] = /^(\S+ \d+ \d+) (.*)$/.exec(line)!;
      const { fields } = found.at(-1)!;
      fields.set(place!, [...(fields.get(place!) ?? []), text!]);
    }
  }
  return found;
}

function fieldsOf(packet: Packet): Field[] {
  const flat = (field: Field): Field[] => [field, ...(field.children ?? []).flatMap(flat)];
  return detailsOf(packet).flatMap((layer) => layer.fields.flatMap(flat));
}

const placeOf = ({ name, start, end }: Field) => `${name} ${start} ${end}`;
const blanks = (text: string) => text.replace(/\s+/g, " ").trim();

describe.each(FILES)("the details of %s", (file) => {
  const goldens = goldensOf(file);

  it.each(goldens.map((golden, i) => [i, golden] as const))("are TShark's, of frame %i", (_, golden) => {
    const packet = new Wire(golden.linkType).sees(golden.bytes);
    const mine = fieldsOf(packet);
    const known = mine.filter((field) => golden.fields.has(placeOf(field)));
    for (const field of known) {
      const { label, value } = field;
      const text = value === "" ? label : `${label}: ${value}`;
      expect(golden.fields.get(placeOf(field))).toContain(blanks(text));
    }
  });

  it("leave out little of what TShark shows", () => {
    const lacking = goldens.flatMap(({ linkType, bytes, fields }) => {
      const places = new Set(fieldsOf(new Wire(linkType).sees(bytes)).map(placeOf));
      return [...fields.keys()].filter((place) => !places.has(place));
    });
    const all = goldens.reduce((sum, { fields }) => sum + fields.size, 0);
    expect(lacking.length / all, lacking.join("\n")).toBeLessThan(0.25);
  });
});
