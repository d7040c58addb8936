import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { adviceOn } from "../../src/kernel/advice.js";
import { setLanguage } from "../../src/language.js";
import { TestKernel } from "./client.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
});
afterAll(() => kernel.stop());

/** What students write, and the number of what the compiler says to it. */
const slips: [code: number, cell: string][] = [
  [1002, 'const name = "user1;'],
  [1005, "const ports = [5060, 5061;"],
  [1109, "const sum = 1 + ;"],
  [1128, "if (true) { console.log(1) }}"],
  [1160, "const line = `REGISTER;"],
  [1308, "function read() { await null; }"],
  [1434, "hello world"],
  [1435, "cosnt port = 5060;"],
  [2304, "nowhere"],
  [2307, 'import { readCapture } from "no-such-module-anywhere"; readCapture'],
  [2322, 'const port: number = "5060";'],
  [2339, "[1, 2].size"],
  [2345, 'Math.abs("1")'],
  [2349, "const port = 5060; port()"],
  [2362, '"60" * 2'],
  [2363, '2 * "60"'],
  [2365, "true + 1"],
  [2367, 'const status: number = 200; status === "200"'],
  [2448, "console.log(later); const later = 1;"],
  [2451, "const twice = 1; const twice = 2;"],
  [2454, "let empty: number; console.log(empty)"],
  [2532, "[1, 2].find((n) => n > 1).toFixed()"],
  [2551, '"a".toUpercase()'],
  [2552, "const capture1 = 1; captur1"],
  [2554, "Math.abs()"],
  [2588, "const fixed = 1; fixed = 2;"],
  [2741, "const point: { x: number } = {};"],
  [2739, "const pair: { x: number; y: number } = {};"],
  [2769, '["a"].reduce((sum: number, text: number) => sum + text, "0")'],
  [7006, "const double = (n) => 2 * n;"],
  [18046, "const anything: unknown = 1; anything.x"],
  [18048, "const maybe = [1].find(Boolean); maybe.toFixed()"],
];

it.each(slips)("TS%i comes with what to do about it", async (code, cell) => {
  const { of } = await kernel.run(cell);
  const [{ ename, traceback }] = of("error");
  const shown = traceback.map(stripVTControlCharacters);
  expect([ename, shown]).toEqual([`TS${code}`, expect.arrayContaining([`→ ${adviceOn(code)}`])]);
});

it("is given once a cell for the same complaint", async () => {
  const { of } = await kernel.run("const port: number = '5060';\nconst text: string = 5060;");
  const lines: string[] = of("error")[0].traceback;
  expect(lines.filter((line) => line.startsWith("→"))).toEqual([`→ ${adviceOn(2322)}`]);
});

it("is in the language of the notebook, and silent on what is rare", async () => {
  setLanguage("fr");
  expect(adviceOn(2588)).toBe("une const garde sa valeur : la déclarer avec let pour la changer");
  setLanguage("en");
  expect(adviceOn(2588)).toBe("a const keeps its value: declare it with let to change it");
  expect(adviceOn(5_000)).toBeUndefined();
  await kernel.run('setLanguage("fr")');
  const { of } = await kernel.run("nowhere");
  expect(of("error")[0].traceback.at(-1)).toMatch(/^→ rien ne porte ce nom\u00a0: /);
});
