import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeFolder } from "../../src/files/folder.js";
import { dependencyFile, packageFile } from "../../src/files/package.js";
import { FileError, openCapture, saveWav } from "../../src/index.js";
import { setLanguage } from "../../src/language.js";
import { scratch } from "../scratch.js";
import { captureOf, dialog, voice } from "../voip/story.js";

const { folder } = scratch();
afterEach(() => setLanguage("en"));

describe("saveWav", () => {
  it("writes a recording, or the bytes of one", async () => {
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const packets = voice(1, "10.0.0.10:4000", "10.0.0.12:5000");
    const { calls } = await openCapture(captureOf(dialog(parties, "0 → INVITE 1 audio=4000"), packets));
    const recording = calls[0]!.recording();
    saveWav(recording, join(folder, "call.wav"));
    saveWav(recording.wav(), join(folder, "bytes.wav"));
    const saved = readFileSync(join(folder, "call.wav"));
    expect(saved.toString("latin1", 0, 4)).toBe("RIFF");
    expect(saved.length).toBe(44 + 3 * 160 * 2 * 2);
    expect(readFileSync(join(folder, "bytes.wav")).equals(saved)).toBe(true);
  });

  it("says clearly where it cannot write", () => {
    const path = join(folder, "no", "such", "call.wav");
    expect(() => saveWav(new Uint8Array(4), path)).toThrow(
      new FileError(`${path}: cannot be written (ENOENT)`),
    );
    setLanguage("fr");
    expect(() => saveWav(new Uint8Array(4), path)).toThrow(`${path} : écriture impossible (ENOENT)`);
  });
});

describe("makeFolder", () => {
  it("makes a folder with those above it, and takes one that is there", () => {
    const path = join(folder, "a", "b", "c");
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it("says clearly where a file is in the way", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => makeFolder(join(folder, "file"))).toThrow(FileError);
    expect(() => makeFolder(join(folder, "file", "below"))).toThrow(/cannot be written \(ENOTDIR\)$/);
  });
});

describe("the package's own files", () => {
  it("are found from wherever it lies, and those of its dependencies", () => {
    expect(JSON.parse(readFileSync(packageFile("package.json"), "utf8")).name).toBe("voiplab");
    expect(dependencyFile("sdp-transform")).toMatch(/node_modules[\\/]sdp-transform/);
  });
});
