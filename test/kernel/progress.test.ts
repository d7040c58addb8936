import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pcapWriter } from "../../src/capture/index.js";
import { type Run, TestKernel } from "./client.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
});
afterAll(() => kernel.stop());

/** What a bar showed first and last, and whether it stayed one output. */
function barOf({ of }: Run) {
  const [first, ...others] = of("display_data");
  const updates = of("update_display_data");
  const ids = new Set([first, ...updates].map(({ transient }) => transient.display_id));
  return {
    bars: 1 + others.length,
    ids: ids.size,
    first: first.data["text/plain"],
    last: updates.at(-1).data["text/plain"],
    updates: updates.length,
  };
}

const empty = "░".repeat(24);
const full = "█".repeat(24);

it("draws one bar over a list, and gives its items", async () => {
  const run = await kernel.run(
    'let sum = 0; for (const n of progress([1, 2, 3], "adding")) sum += n * 10; sum',
  );
  expect(run.of("execute_result")[0].data["text/plain"]).toBe("60");
  expect(barOf(run)).toMatchObject({
    bars: 1,
    ids: 1,
    first: `adding: ${empty} 0 / 3 (0 %)`,
    last: `adding: ${full} 3 / 3 (100 %) ✓`,
  });
});

it("is updated at a pace, not for each of a million items", async () => {
  const run = await kernel.run(
    'let count = 0; for (const n of progress(Array(1e6).fill(1), "x")) count++; count',
  );
  expect(run.of("execute_result")[0].data["text/plain"]).toBe("1000000");
  expect(barOf(run).updates).toBeLessThan(1000);
});

it("counts what has no length, awaited or not, and says where a loop was left", async () => {
  const awaited = await kernel.run(
    'async function* numbers() { yield 1; yield 2; } for await (const n of progress(numbers(), "from afar")) n;',
  );
  expect(barOf(awaited)).toMatchObject({ first: "from afar: 0", last: "from afar: 2 ✓" });
  const left = await kernel.run("for (const n of progress(new Set([1, 2, 3, 4]))) if (n === 3) break;");
  expect(barOf(left).last).toBe(`${"█".repeat(12)}${"░".repeat(12)} 2 / 4 (50 %) …`);
});

it("has types", async () => {
  const { reply } = await kernel.run('for (const n of progress(["a"])) { const wrong: number = n; }');
  expect(reply.ename).toBe("TS2322");
});

it("shows the opening of a large capture", async () => {
  // a frame of a protocol of nobody's (EtherType 0x88B5, for experiments) over and over
  const frame = { time: 0n, bytes: new Uint8Array(1514).fill(0x88, 12, 13).fill(0xb5, 13, 14) };
  const writer = pcapWriter({ linkType: 1 });
  const [header, frames] = [writer.header, writer.frame(frame)];
  const times = Math.ceil(68e6 / frames.length / 1000);
  const many = Buffer.concat(Array.from({ length: 1000 }, () => frames));
  const file = openSync(join(kernel.folder, "large.pcap"), "w");
  writeSync(file, header);
  for (let i = 0; i < times; i++) writeSync(file, many);
  closeSync(file);
  const run = await kernel.run('const large = await openCapture("large.pcap"); large.frames.length');
  expect(run.of("execute_result")[0].data["text/plain"]).toBe(String(1000 * times));
  const size = Math.round((24 + times * many.length) / 1e6);
  expect(barOf(run)).toMatchObject({ bars: 1, first: `large.pcap: ${empty} 0 / ${size} MB (0 %)` });
  expect(barOf(run).last).toBe(`large.pcap: ${full} ${size} / ${size} MB (100 %) ✓`);
});
