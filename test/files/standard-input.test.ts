import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLI } from "../cli/run.js";
import { scratch } from "../scratch.js";
import { captureOf, voice } from "../voip/story.js";

const { folder } = scratch();

describe("standard input", () => {
  it("is kept in no named file, so nothing is left where the reader goes away", () => {
    const input = captureOf(voice(0, "10.0.0.1:30000", "10.0.0.2:30002", { packets: 5000 }));
    const { status, stdout, stderr } = spawnSync(
      "sh",
      ["-c", '"$0" "$1" frames - | head -1', process.execPath, CLI],
      { input, env: { ...process.env, TMPDIR: folder, LC_ALL: "C.UTF-8" }, encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("number\ttime\tsource\tdestination\tprotocol\tlength\tinfo\n");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that cannot be kept is one clear line", () => {
    const nowhere = join(folder, "not", "there");
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "frames", "-"], {
      input: "text",
      env: { ...process.env, TMPDIR: nowhere, LC_ALL: "C.UTF-8" },
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`voiplab: ${nowhere}: cannot be written (ENOENT)\n`);
  });
});
