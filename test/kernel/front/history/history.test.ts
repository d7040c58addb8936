import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HistoryFiles } from "../../../../src/kernel/front/history/files.js";
import { History } from "../../../../src/kernel/front/history/history.js";
import { scratch } from "../../../scratch.js";

const { folder } = scratch();
let folders = 0;

/** A folder of its own with three sessions: two cells, one, two; and the third session. */
function threeSessions() {
  const place = join(folder, String(++folders));
  const sessions = [["let a = 1", "a"], ["old()"], ["let b = 2", "a"]].map((cells) => {
    const history = new History(new HistoryFiles(place));
    for (const [index, code] of cells.entries()) history.add(index + 1, code, true);
    return history;
  });
  return { place, latest: sessions[2]! };
}

const rows = (history: History, content: object) => history.reply({ ...content }).history;

describe("history", () => {
  it("of the tail goes back to earlier sessions, as far as is asked", () => {
    const { latest } = threeSessions();
    expect(rows(latest, { hist_access_type: "tail", n: 4 })).toEqual([
      [1, 2, "a"],
      [2, 1, "old()"],
      [3, 1, "let b = 2"],
      [3, 2, "a"],
    ]);
    expect(rows(latest, { hist_access_type: "tail", n: 0 })).toEqual([]);
  });

  it("of the tail is ten cells where nobody says how many", () => {
    const { latest } = threeSessions();
    for (let i = 3; i <= 12; i++) latest.add(i, `cell${i}`, true);
    expect(rows(latest, {}).map(([, number]) => number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it.each([
    [{ session: 0 }, ["let b = 2", "a"]],
    [{ session: 3, start: 2 }, ["a"]],
    [{ session: -2, start: 1, stop: 2 }, ["let a = 1"]],
    [{ session: 1, start: -1 }, ["a"]],
    [{ session: 7 }, []],
    [{ session: -7 }, []],
  ])("of the range %j is %j", (range, codes) => {
    const { latest } = threeSessions();
    const found = rows(latest, { hist_access_type: "range", ...range });
    expect(found.map(([, , code]) => code)).toEqual(codes);
  });

  it("is searched in all sessions, each cell once if so wanted", () => {
    const { latest } = threeSessions();
    const search = { hist_access_type: "search", pattern: "*a" };
    expect(rows(latest, search)).toEqual([
      [1, 2, "a"],
      [3, 2, "a"],
    ]);
    expect(rows(latest, { ...search, unique: true })).toEqual([[3, 2, "a"]]);
    expect(rows(latest, { ...search, pattern: "let*", n: 1 })).toEqual([[3, 1, "let b = 2"]]);
  });

  it("tells results of this session where it is asked for outputs", () => {
    const { latest } = threeSessions();
    latest.addOutput(2, "1");
    expect(rows(latest, { hist_access_type: "tail", n: 3, output: true })).toEqual([
      [2, 1, ["old()", null]],
      [3, 1, ["let b = 2", null]],
      [3, 2, ["a", "1"]],
    ]);
  });

  it("without a folder is that of this session, and nothing is written", () => {
    const history = new History();
    history.add(1, "only here", true);
    expect(rows(history, {})).toEqual([[1, 1, "only here"]]);
  });
});

describe("the kept history", () => {
  it("is what a person ran, for the person alone to read", () => {
    const { place, latest } = threeSessions();
    latest.add(3, "by a program", false);
    latest.add(4, "  \n", true);
    expect(readdirSync(place).sort()).toEqual(["1.jsonl", "2.jsonl", "3.jsonl"]);
    expect(readFileSync(join(place, "3.jsonl"), "utf8")).toBe('[1,"let b = 2"]\n[2,"a"]\n');
    if (process.platform !== "win32")
      expect([place, join(place, "3.jsonl")].map((path) => statSync(path).mode & 0o777)).toEqual([
        0o700, 0o600,
      ]);
  });

  it("is bounded: of a session, and in sessions", () => {
    const { place, latest } = threeSessions();
    for (let i = 3; i < 300; i++) latest.add(i, "x".repeat(1000), true);
    expect(statSync(join(place, "3.jsonl")).size).toBeLessThanOrEqual(128 * 1024);
    for (let i = 0; i < 120; i++) new History(new HistoryFiles(place)).add(1, `session ${i}`, true);
    const numbers = readdirSync(place).map((name) => Number.parseInt(name, 10));
    expect([numbers.length, Math.min(...numbers), Math.max(...numbers)]).toEqual([100, 24, 123]);
  });

  it("survives damage, and what is no file of its own", () => {
    const { place, latest } = threeSessions();
    writeFileSync(join(place, "1.jsonl"), '{broken\n[1]\n["1","x"]\nnull\n[7,"whole"]\n[8,"cut');
    mkdirSync(join(place, "4.jsonl"));
    writeFileSync(join(place, "readme.txt"), "[1,1]");
    if (process.platform !== "win32") execFileSync("mkfifo", [join(place, "5.jsonl")]);
    expect(rows(latest, { hist_access_type: "tail", n: 100 }).map(([, , code]) => code)).toEqual([
      "whole",
      "old()",
      "let b = 2",
      "a",
    ]);
  });

  it("that cannot be kept is a history of this session", () => {
    const history = new History(new HistoryFiles("\0"));
    history.add(1, "a", true);
    history.add(2, "b", true);
    expect(rows(history, {}).map(([, , code]) => code)).toEqual(["a", "b"]);
  });
});
