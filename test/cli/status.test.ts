import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratch } from "../scratch.js";
import { CLI, smallCapture, voiplab } from "./run.js";

const { folder, file } = scratch();
const small = smallCapture();
const CAPTURE = file("small.pcap", small);
mkdirSync(join(folder, "folder"));
file("text.pcap", "No.\tTime\tSource\n");
file("empty.pcap", "");
file("html.pcapng", "<!DOCTYPE html><title>404</title>");
chmodSync(file("secret.pcap", small), 0o000);

const path = (name: string) => join(folder, name);

/** The line on standard error, without the name of the folder; whatever else is there makes it fail. */
const complaint = (err: string) => {
  expect(err).toMatch(/^voiplab: [^\n]+\n$/);
  return err.slice("voiplab: ".length, -1).replaceAll(folder, "…");
};

describe("nothing read: status 2, nothing on standard output, one clear line on standard error", () => {
  it.concurrent.each([
    ["a text file", ["frames", path("text.pcap")], /^text\.pcap is not a capture: .*"No\."|4e 6f 2e 09/],
    ["a page", ["calls", path("html.pcapng")], /^html\.pcapng is not a capture: .*"<!DOCTYPE html>/],
    ["an empty file", ["sip", path("empty.pcap")], /^empty\.pcap is empty/],
    ["a folder", ["streams", path("folder")], /^…\/folder: is a directory, expected a capture file/],
    ["a missing file", ["frame", path("nope.pcap"), "1"], /^…\/nope\.pcap: no such file; check the path/],
    ["an empty standard input", ["registrations", "-"], /^- is empty/],
  ])("%s", async (_name, args, line) => {
    const { status, out, err } = await voiplab(args);
    expect([status, out]).toEqual([2, ""]);
    expect(complaint(err)).toMatch(line);
  });

  it("a file that may not be read", async () => {
    const root = process.getuid?.() === 0;
    if (root) chmodSync(folder, 0o755);
    const { status, out, err } = await voiplab(["frames", path("secret.pcap")], root ? { uid: 65534 } : {});
    expect([status, out]).toEqual([2, ""]);
    expect(complaint(err)).toBe("…/secret.pcap: cannot be read (EACCES)");
  });

  it("in French for the French", async () => {
    const { err } = await voiplab(["frames", path("nope.pcap")], { env: { LANG: "fr_FR.UTF-8" } });
    expect(complaint(err)).toBe(
      "…/nope.pcap : ce fichier n’existe pas ; vérifiez le chemin, vu du dossier courant",
    );
  });
});

describe("read in part: status 1, what is whole, and where it ends", () => {
  const lines = (out: string) => out.slice(0, -1).split("\n");

  it("of a capture cut in the middle of a frame", async () => {
    const cut = file("cut.pcap", small.subarray(0, statSync(CAPTURE).size - 30));
    const { status, out, err } = await voiplab(["frames", cut]);
    expect(status).toBe(1);
    expect(lines(out)).toEqual(lines((await voiplab(["frames", CAPTURE])).out).slice(0, -1));
    const record = 16 + 221; // the last frame with its header
    expect(complaint(err)).toBe(
      `warning: frame 12, byte ${small.length - record}: cut short, ${record - 30} bytes of ${record} are there`,
    );
  });

  it.each(["calls", "streams"])("%s prints what the whole frames say", async (command) => {
    const cut = file("cut.pcap", small.subarray(0, small.length - 30));
    const { status, out, err } = await voiplab([command, cut]);
    expect(status).toBe(1);
    expect(out.split("\n").length).toBeGreaterThan(2);
    expect(complaint(err)).toMatch(/^warning: frame 12, byte \d+: cut short/);
  });

  it("with one line also where there is more than one place", async () => {
    const twice = Uint8Array.from([...small.subarray(0, small.length - 30), ...small.subarray(24)]);
    const { status, err } = await voiplab(["frames", file("twice.pcap", twice)]);
    expect(status).toBe(1);
    expect(complaint(err)).toMatch(/^warning: frame 1[23], byte \d+: /);
  });
});

describe("a reader that has seen enough", () => {
  it("ends the command quietly", async () => {
    const capture = new URL("../../notebooks/captures/01-call-100-to-300.pcapng", import.meta.url).pathname;
    const child = spawn(process.execPath, [CLI, "frames", capture], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.once("data", () => child.stdout.destroy());
    let err = "";
    child.stderr.on("data", (piece) => {
      err += piece;
    });
    const status = await new Promise((done) => child.on("close", done));
    expect([status, err]).toEqual([0, ""]);
  });

  it("of complaints does not change how the command ended", async () => {
    const child = spawn(process.execPath, [CLI, "frames", "no-such-file"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stderr.destroy();
    expect(await new Promise((done) => child.on("close", done))).toBe(2);
  });
});
