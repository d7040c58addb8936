import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../src/asterisk/config/index.js";
import { lint, readPjsip, readPlan, readSip, trace } from "../../../src/asterisk/index.js";

/** Pieces that mean something to the readers, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    "[a]",
    "[b](!)",
    "[a](+)",
    "[c](a,b)",
    "exten => ",
    "same => n",
    "100",
    "_X",
    "[1-",
    "]",
    ",1,",
    ",n(l),",
    ",hint,",
    "+2",
    "Goto(a,100,1)",
    "GotoIf($[",
    "Dial(SIP/u,3)",
    "Background(",
    "WaitExten(1)",
    "${",
    "EXTEN:1}",
    ")",
    "\n",
    ";",
    ";--",
    "--;",
    "\\;",
    "=",
    "+=",
    "#include ",
    '"x"',
    "include => a",
    "type=friend",
    "/",
    "-",
    "_.",
    "\0",
  ),
  fc.string({ maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("whatever a file holds", () => {
  it("the readers give something, and each problem a place in the file", () => {
    fc.assert(
      fc.property(text, (conf) => {
        const include = (name: string) => (name === "x" ? conf : undefined);
        const lines = conf.split("\n").length;
        for (const { problems } of [readSip(conf), readPjsip(conf), readPlan(conf, "f", { include })]) {
          for (const problem of problems) {
            expect(problem.line).toBeGreaterThan(0);
            expect(problem.line).toBeLessThanOrEqual(lines);
            expect(problem.text).toContain(String(problem.line));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("what is wrong is told in words, with a place", () => {
    fc.assert(
      fc.property(text, text, (conf, sip) => {
        const plan = readPlan(`[a]\nexten => 100,1,NoOp()\n${conf}`);
        for (const accounts of [readSip(sip), readPjsip(sip)]) {
          for (const finding of lint(plan, { accounts, voicemail: conf, beside: readPlan(`[a]\n${sip}`) })) {
            expect(finding.line).toBeGreaterThan(0);
            for (const sentence of [finding.text, finding.why, finding.mend]) expect(sentence).not.toBe("");
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("a trace of it ends", () => {
    fc.assert(
      fc.property(text, (conf) => {
        const plan = readPlan(`[a]\nexten => 100,1,NoOp()\n${conf}`);
        const steps = trace(plan, "100", { context: "a" });
        expect(steps.length).toBeLessThanOrEqual(310);
        for (const { says, when } of steps) expect([says(), when?.()]).not.toContain("");
      }),
      { numRuns: 200 },
    );
  });
});

describe("a file made to take long", () => {
  it("by templates that double, stops growing", () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `[t${i + 1}](t${i},t${i})`).join("\n");
    const { sections, problems } = readConfig(`[t0]\na=1\n${doubling}`, "f");
    const entries = sections.reduce((sum, section) => sum + section.entries.length, 0);
    expect(entries).toBeLessThanOrEqual(200_000);
    expect(problems.map(({ kind }) => kind)).toEqual(["tooMuch"]);
  });

  it("by including itself, is read to a depth", () => {
    const { sections, problems } = readConfig("[a]\n#include f", "f", { include: () => "x=1\n#include f" });
    expect(sections[0]!.entries).toHaveLength(9);
    expect(problems.map(({ kind }) => kind)).toEqual(["deepInclude"]);
  });

  it("by many lines, is read in time that grows with them", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `exten => ${i},1,NoOp(\\;;;-- --;)`).join("\n");
    expect(readPlan(`[a]\n${lines}`).steps).toHaveLength(20_000);
  });
});
