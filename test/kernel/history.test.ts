import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scratch } from "../scratch.js";
import { TestKernel } from "./client.js";

const { folder } = scratch();
const typed = { allow_stdin: true };
let kernels: TestKernel[];
beforeAll(async () => {
  kernels = [await TestKernel.start({ data: folder }), await TestKernel.start({ data: folder })];
});
afterAll(() => Promise.all(kernels.map((kernel) => kernel.stop())));

const tail = async (kernel: TestKernel, n: number, output = false) =>
  (await kernel.ask("shell", "history_request", { hist_access_type: "tail", n, output, raw: true })).history;

it("goes on in the next session; sessions at the same time have numbers of their own", async () => {
  const [first, second] = kernels as [TestKernel, TestKernel];
  await first.run("const early = 1", typed);
  await second.run("6 * 7", typed);
  await second.run("'by a program'");
  await first.run("early", typed);
  expect(await tail(first, 3)).toEqual([
    [2, 1, "6 * 7"],
    [1, 1, "const early = 1"],
    [1, 2, "early"],
  ]);
  expect(await tail(second, 2, true)).toEqual([
    [2, 1, ["6 * 7", "42"]],
    [2, 2, ["'by a program'", "'by a program'"]],
  ]);
  const later = await TestKernel.start({ data: folder });
  kernels.push(later);
  expect(await tail(later, 10)).toEqual([
    [1, 1, "const early = 1"],
    [1, 2, "early"],
    [2, 1, "6 * 7"],
  ]);
  expect(readdirSync(join(folder, "voiplab", "history")).sort()).toEqual(["1.jsonl", "2.jsonl"]);
});

it("is that of one session where the environment says so", async () => {
  const place = join(folder, "forgotten");
  const kernel = await TestKernel.start({ data: place, env: { VOIPLAB_HISTORY: "off" } });
  kernels.push(kernel);
  await kernel.run("1 + 1", typed);
  expect(await tail(kernel, 2)).toEqual([[1, 1, "1 + 1"]]);
  expect(existsSync(join(place, "voiplab"))).toBe(false);
});
