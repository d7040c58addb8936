import { describe, expect, it } from "vitest";
import { type Plan, readPlan, written } from "../../../src/asterisk/index.js";
import { golden } from "../goldens.js";

/** A plan in the form of `dialplan show`: by context, in the order of `priority` within an extension. */
function shown(plan: Plan): Record<string, string[]> {
  return Object.fromEntries(
    [...plan.contexts].map(([name, { extensions }]) => [
      name,
      extensions.flatMap((extension) =>
        [...extension.steps.values()].sort(byPriority).map((step) => {
          const caller = extension.caller === undefined ? "" : ` (CID match '${extension.caller}')`;
          const label = step.label === undefined ? "" : `[${step.label}] `;
          const what =
            step.priority === "hint"
              ? `hint: ${step.application}`
              : `${step.priority}. ${step.application}(${step.arguments})`;
          return `'${extension.name}'${caller} ${label}${what} :${step.line}`;
        }),
      ),
    ]),
  );
}

type Priority = number | "hint";
const order = (priority: Priority) => (priority === "hint" ? -1 : priority);
const byPriority = (a: { priority: Priority }, b: { priority: Priority }) =>
  order(a.priority) - order(b.priority);

const LISTED =
  /^(?: {2}'(.*?)'(?: \(CID match '(.*?)'\))? =>| {5}(?:\[(.*?)\])?)\s+(\d+\.|hint:) (.*) \[extensions\.conf:(\d+)\]$/;

/** The same from the text of `dialplan show`. */
function listed(text: string): Record<string, string[]> {
  const contexts: Record<string, string[]> = {};
  let context = "";
  let head = "";
  for (const line of text.split("\n")) {
    const [, name] = /^\[ Context '(.*)' \]$/.exec(line) ?? [];
    if (name !== undefined) {
      context = name;
      contexts[context] = [];
    }
    const [, extension, caller, label, priority, what, number] = LISTED.exec(line) ?? [];
    if (priority === undefined) continue;
    if (extension !== undefined)
      head = `'${extension}'${caller === undefined ? "" : ` (CID match '${caller}')`}`;
    contexts[context]!.push(
      `${head} ${label === undefined ? "" : `[${label}] `}${priority} ${what} :${number}`,
    );
  }
  return contexts;
}

describe("a dial plan is read as Asterisk 18.26.4 lists it", () => {
  it("in every way to write a line", () => {
    const theirs = listed(golden("lines.txt"));
    expect(Object.values(theirs).flat()).toHaveLength(32);
    expect(shown(readPlan(golden("lines.conf")))).toEqual(theirs);
  });

  it("in the order of its patterns", () => {
    const theirs = listed(golden("patterns.txt"));
    expect(Object.keys(theirs)).toHaveLength(40);
    expect(shown(readPlan(golden("patterns.conf")))).toEqual(theirs);
  });

  it("with its includes, switches and ignored patterns", () => {
    const { includes, switches, ignored } = readPlan(golden("lines.conf")).contexts.get("a")!;
    const values = [includes, switches, ignored].map((list) => list.map(({ value }) => value));
    expect(values).toEqual([["other", "nowhere"], ["Loopback/x"], ["9"]]);
  });
});

describe("what Asterisk leaves out", () => {
  // the lines of which Asterisk's log complains after loading lines.conf, and what for
  const COMPLAINTS = [
    [16, "duplicateLabel"],
    [17, "duplicate"],
    [20, "duplicate"],
    [23, "duplicate"],
    [26, "missingPriority"],
    [27, "missingPriority"],
    [28, "badPriority"],
    [29, "badPriority"],
    [31, "openLabel"],
    [32, "openArguments"],
    [47, "openArguments"],
    [51, "unknownSetting"],
    [56, "nothingBefore"],
    [57, "firstNext"],
    [63, "noEquals"],
    [65, "unknownSetting"],
    [68, "noEquals"],
  ];
  // Asterisk is silent of these: `n` after a hint, and what follows a comment that is closed but was not opened
  const SILENT = [
    [41, "firstNext"],
    [65, "strayEnd"],
    [68, "strayEnd"],
  ];

  it("is told with its line", () => {
    const found = readPlan(golden("lines.conf")).problems.map(({ line, kind }) => [line, kind].join(" "));
    const expected = [...COMPLAINTS, ...SILENT].map((complaint) => complaint.join(" "));
    expect(found.sort()).toEqual(expected.sort());
  });

  it("is told in one sentence", () => {
    const { problems } = readPlan("[local]\nexten => 200,VoiceMail(200)\n", "my.conf");
    expect(problems.map(({ text }) => text)).toEqual([
      "my.conf, line 2: 200,VoiceMail(200) has no priority, expected extension,priority,application; the line is left out",
    ]);
  });
});

describe("a step", () => {
  it("knows its place", () => {
    const { steps } = readPlan("[a]\nexten => 100,1(start),Dial(SIP/user1,8)\n same => n,Hangup\n");
    expect(steps[0]).toMatchObject({ context: "a", extension: "100", priority: 1, label: "start", line: 2 });
    expect(steps.map(written)).toEqual(["Dial(SIP/user1,8)", "Hangup()"]);
    expect([steps[1]!.priority, steps[1]!.line]).toEqual([2, 3]);
  });

  it("may come from an included file", () => {
    const include = (name: string) =>
      name === "more.conf" ? "exten => 100,n,Hangup()\n[b]\nexten => 1,1,NoOp()" : undefined;
    const { steps, problems } = readPlan(
      '[a]\nexten => 100,1,NoOp()\n#include "more.conf"\n#include <none>\n#tryinclude none',
      "x",
      { include },
    );
    expect(steps.map(({ context, file, line }) => [context, file, line])).toEqual([
      ["a", "x", 2],
      ["a", "more.conf", 1],
      ["b", "more.conf", 3],
    ]);
    expect(problems.map(({ kind, refuses }) => [kind, refuses])).toEqual([["missingFile", true]]);
  });
});
