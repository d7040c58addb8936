import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratch } from "../scratch.js";
import { voiplab } from "./run.js";

const { folder } = scratch();

describe("voiplab kernel", () => {
  it("spec prints the kernelspec", async () => {
    const { status, out, err } = await voiplab(["kernel", "spec"]);
    expect([status, err]).toEqual([0, ""]);
    const { argv, language, display_name } = JSON.parse(out);
    expect(language).toBe("typescript");
    expect(display_name).toContain("voiplab");
    expect(argv.at(-1)).toBe("{connection_file}");
    expect(existsSync(argv[1])).toBe(true);
  });

  it("install --prefix writes it below share/jupyter, and says where", async () => {
    const { status, out, err } = await voiplab(["kernel", "install", "--prefix", folder]);
    const place = join(folder, "share/jupyter/kernels/voiplab");
    expect([status, out, err]).toEqual([0, `${place}\n`, ""]);
    const spec = JSON.parse(readFileSync(join(place, "kernel.json"), "utf8"));
    expect(spec).toEqual(JSON.parse((await voiplab(["kernel", "spec"])).out));
  });

  it("install --sys-prefix takes the Python environment that is active", async () => {
    const prefix = join(folder, "venv");
    const { out } = await voiplab(["kernel", "install", "--sys-prefix"], { env: { VIRTUAL_ENV: prefix } });
    expect(out).toBe(`${join(prefix, "share/jupyter/kernels/voiplab")}\n`);
  });

  it("install without more is for the user, where Jupyter looks", async () => {
    const home = join(folder, "data");
    const { out } = await voiplab(["kernel", "install"], { env: { JUPYTER_DATA_DIR: home } });
    expect(out).toBe(`${join(home, "kernels/voiplab")}\n`);
  });
});
