import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { voiplab } from "./run.js";

describe("the built command", () => {
  it("helps in both languages", async () => {
    const english = await voiplab(["--help"]);
    expect([english.status, english.err, english.out.split("\n")[0]]).toEqual([
      0,
      "",
      "usage: voiplab COMMAND …",
    ]);
    const french = await voiplab(["audio", "--help"], { env: { LANG: "fr_FR.UTF-8" } });
    expect([french.status, french.err]).toEqual([0, ""]);
    expect(french.out).toMatch(/^usage: voiplab audio FICHIER --out DIR\n/);
  });

  it("has package.json's version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await voiplab(["--version"])).toEqual({ status: 0, out: `${version}\n`, err: "" });
  });

  it("complains on standard error in its own name", async () => {
    const { status, out, err } = await voiplab(["frames", "--colour"]);
    expect([status, out, err]).toEqual([2, "", "voiplab: no option --colour (see voiplab frames --help)\n"]);
  });
});
