import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ByteRange,
  looksLikeSip,
  parseNameAddress,
  parseSip,
  parseUri,
  type SipMessage,
  sipInfo,
  sipLabel,
  sipMessageEnd,
} from "../../../src/dissect/sip/index.js";
import { message, wire } from "./wire.js";

const FRAGMENTS = [
  ";tag=1",
  ";expires=0",
  "\r\n ",
  "\r\n",
  "\r\n\r\n",
  "<",
  ">",
  '"',
  "\\",
  ",",
  ";",
  "=",
  ":",
  "@",
].concat([
  "sip:",
  "SIP/2.0 200 OK",
  "Contact: *",
  "l: 5",
  "c: multipart/mixed;boundary=b",
  "--b",
  "--b--",
  "\0",
  "é",
  "Via: ",
]);
const seeds = ["wsinv", "intmeth", "esc01", "mpart01", "unreason", "scalar02", "multi01", "regescrt"].map(
  (name) => wire(readFileSync(new URL(`torture/${name}.txt`, import.meta.url), "utf8")),
);

/** A message of RFC 4475 with fragments put in place of a few bytes here and there. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(1200), fc.nat(6), fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string())), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([seed, edits]) => {
    let text = String.fromCharCode(...seed);
    for (const [at, cut, fragment] of edits) text = text.slice(0, at) + fragment + text.slice(at + cut);
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  });
const bytes = fc.oneof(mutated, fc.uint8Array({ maxLength: 300 }));

/** Asks a message for all that it can say; gives the ranges that it named. */
function exercise(sip: SipMessage): ByteRange[] {
  const addresses = [sip.from, sip.to, ...sip.contacts, ...sip.routes, ...sip.recordRoutes].flatMap(
    (a) => a ?? [],
  );
  for (const text of [sip.text, sip.firstLines(3), sipInfo(sip), sipLabel(sip)])
    expect(text).toBeTypeOf("string");
  return [
    sip.firstLine,
    sip.body,
    ...(sip.uri ? [sip.uri, ...sip.uri.parameters, ...sip.uri.headers] : []),
    ...sip.headers,
    ...[...new Set(sip.headers.map(({ name }) => name))].flatMap((name) => sip.valuesOf(name)),
    ...addresses.flatMap((address) => [
      address,
      address.uri,
      ...address.parameters,
      ...address.uri.parameters,
    ]),
    ...sip.vias.flatMap((via) => [via, ...via.parameters]),
    ...[...sip.challenges, ...sip.credentials].flatMap((found) => [found, ...found.parameters]),
    ...sip.content.parts,
    ...sip.content.parts.flatMap(({ headers }) => headers),
    ...sip.sdp,
    ...sip.defects,
  ];
}

function outside(ranges: ByteRange[], { length }: { length: number }): ByteRange[] {
  return ranges.filter(({ start, end }) => !(start >= 0 && start <= end && end <= length));
}

describe("any bytes", () => {
  it("are read without harm, and every range lies within them", () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const sip = parseSip(input);
        expect(sip !== undefined).toBe(looksLikeSip(input, 0, input.length));
        if (sip === undefined) return;
        expect(outside(exercise(sip), input)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("are the same message wherever they lie", () => {
    fc.assert(
      fc.property(bytes, fc.nat(20), (input, before) => {
        const moved = new Uint8Array(input.length + before + 7).fill(0x41);
        moved.set(input, before);
        const [here, there] = [parseSip(input), parseSip(moved, before, before + input.length)];
        expect(there?.text).toBe(here?.text);
        expect(there && exercise(there)).toEqual(here && exercise(here));
      }),
      { numRuns: 100 },
    );
  });

  it("of a stream end somewhere after they begin, or are waited for", () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const end = sipMessageEnd(input, 0, input.length);
        expect(end === -1 || end > 0).toBe(true);
      }),
    );
  });
});

describe("any text", () => {
  it("is read as a URI and as an address, as written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(parseUri(text).text).toBe(text);
        const { uri, start, end } = parseNameAddress(text);
        expect(uri.start >= start && uri.end <= end).toBe(true);
      }),
    );
  });
});

describe("folding", () => {
  it("at any blank changes no value (RFC 3261 §7.3.1)", () => {
    const words = fc.array(fc.stringMatching(/^[!-~]{1,8}$/), { minLength: 1, maxLength: 8 });
    const breaks = fc.array(fc.constantFrom(" ", "\n ", "\n\t", "\n   \t"), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(words, breaks, (parts, blanks) => {
        const folded = parts.map((part, i) => (i === 0 ? part : `${blanks[i]}${part}`)).join("");
        const sip = message(`OPTIONS sip:a SIP/2.0\nSubject: ${folded}\nTo: x\n\n`);
        expect(sip.header("Subject")).toBe(parts.join(" "));
        expect(sip.header("To")).toBe("x");
      }),
    );
  });
});

describe("64 KB of one thing", () => {
  const SIZE = 65_000;
  const of = (part: string) => part.repeat(SIZE / part.length);

  it.each([
    ["a long Request-URI", `INVITE sip:${of("a")} SIP/2.0\n\n`],
    ["many headers", `INVITE sip:a SIP/2.0\n${of("a:\n")}`],
    ["many folds", `INVITE sip:a SIP/2.0\nVia: ${of("a\n ")}\n\n`],
    ["blanks", `INVITE sip:a SIP/2.0\nContact: ${of(" ")}x\n\n`],
    ["commas", `REGISTER sip:a SIP/2.0\nContact: ${of("sip:a,")}\nVia: ${of(",")}\n\n`],
    ["semicolons", `REGISTER sip:a SIP/2.0\nContact: <sip:a>${of(";a")}\nVia: SIP/2.0/UDP a${of(";")}\n\n`],
    ["quotes", `REGISTER sip:a SIP/2.0\nContact: ${of('"')}\nTo: ${of('"a" ')}\nVia: ${of('",')}\n\n`],
    ["backslashes", `INVITE sip:a SIP/2.0\nTo: "${of("\\")}\nContact: "${of('\\"')}\n\n`],
    ["brackets", `REGISTER sip:a SIP/2.0\nContact: ${of("<")}\nRoute: ${of("<>,")}\nTo: ${of(">")}\n\n`],
    ["percent signs", `INVITE sip:${of("%")} SIP/2.0\nTo: ${of("%41")}\n\n`],
    ["at signs", `INVITE sip:${of("@")} SIP/2.0\nFrom: sip:${of(":@")}\n\n`],
    ["credentials", `INVITE sip:a SIP/2.0\nAuthorization: Digest ${of("a=b,")}\n\n`],
    ["boundaries", `INVITE sip:a SIP/2.0\nc: multipart/mixed;boundary=b\n\n${of("--b\n")}`],
    [
      "nested boundaries",
      `INVITE sip:a SIP/2.0\nc: multipart/x;boundary=b\n\n${of("--b\nc:multipart/x;boundary=b\n\n")}`,
    ],
    ["a fragment", `NOTIFY sip:a SIP/2.0\nc: message/sipfrag\n\n${of('"a')}`],
    ["messages in messages", of("NOTIFY sip:a SIP/2.0\nc: message/sip\n\n")],
    ["digits", `INVITE sip:a SIP/2.0\nCSeq: ${of("9")} INVITE\nl: ${of("0")}\n\n`],
  ])("does not hang on %s", { timeout: 30_000 }, (_, text) => {
    const sip = message(text);
    expect(outside(exercise(sip), sip.raw)).toEqual([]);
  });
});
