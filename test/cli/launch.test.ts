import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleOf, cacheFile, loadProgram } from "../../src/cli/launch/program.js";

const BUNDLE = "module.exports = { run: async (args) => args.length + require('node:path').sep.length };";

let folder = "";
let dist = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "voiplab-launch-"));
  dist = distOf("dist");
});
afterEach(() => rmSync(folder, { recursive: true }));

function distOf(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "voiplab.cjs"), BUNDLE);
  return path;
}

/** Made from another folder: V8 keeps scripts by their path, and would take what it has instead of a cache. */
const madeElsewhere = () => loadProgram(distOf("elsewhere"), "voiplab").script.createCachedData();

describe("the command's bundle", () => {
  it.each([
    [["frames", "sip", "calls", "streams", "registrations"], "voiplab-rows"],
    [["audio", "frame", "export", "lab", "kernel", "--help", "constructor", undefined], "voiplab"],
  ])("of %j is %s", (commands, bundle) => {
    expect(commands.map(bundleOf)).toEqual(commands.map(() => bundle));
  });

  it("runs where no cache was made", async () => {
    const { program, script } = loadProgram(dist, "voiplab");
    expect(script.cachedDataRejected).toBeUndefined();
    expect(await program.run(["a", "b"])).toBe(3);
  });

  it("runs with what V8 made of it", async () => {
    writeFileSync(cacheFile(dist, "voiplab"), madeElsewhere());
    const { program, script } = loadProgram(dist, "voiplab");
    expect(script.cachedDataRejected).toBe(false);
    expect(await program.run(["a"])).toBe(2);
  });

  it.each([
    ["is empty", () => Buffer.alloc(0)],
    ["is cut", (made: Buffer) => made.subarray(0, made.length >> 1)],
    ["is no cache", () => Buffer.from("not what V8 made, but long enough to be taken for it, at a glance")],
    // V8's first words are a magic number, and the hash of its version
    [
      "is of another version",
      (made: Buffer) => Buffer.concat([made.subarray(0, 4), Buffer.alloc(4), made.subarray(8)]),
    ],
  ])("runs without a cache that %s", async (_, spoilt) => {
    writeFileSync(cacheFile(dist, "voiplab"), spoilt(madeElsewhere()));
    const { program, script } = loadProgram(dist, "voiplab");
    expect(script.cachedDataRejected).toBe(true);
    expect(await program.run([])).toBe(1);
  });

  it("runs without the cache of another bundle", async () => {
    writeFileSync(cacheFile(dist, "voiplab"), madeElsewhere());
    writeFileSync(join(dist, "voiplab.cjs"), `${BUNDLE} // changed`);
    const { program, script } = loadProgram(dist, "voiplab");
    expect(script.cachedDataRejected).toBe(true);
    expect(await program.run([])).toBe(1);
  });
});
