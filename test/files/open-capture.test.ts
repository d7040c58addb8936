import { mkdirSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { NotACapture } from "../../src/core.js";
import { FileError, openCapture } from "../../src/index.js";
import { setLanguage } from "../../src/language.js";
import { scratch } from "../scratch.js";
import { captureOf, dialog } from "../voip/story.js";

const { folder, file } = scratch();
afterEach(() => setLanguage("en"));

const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
const bytes = captureOf(dialog(parties, "0 → INVITE 1\n1 ← 486 INVITE 1"));

describe("openCapture in Node", () => {
  it("takes a path and a file's URL; frames are read when they are looked at", async () => {
    const path = file("call.pcap", bytes);
    for (const from of [path, pathToFileURL(path)]) {
      const capture = await openCapture(from);
      expect([capture.name, capture.frames.length]).toEqual(["call.pcap", 2]);
      expect(capture.frame(2).sip?.status).toBe(486);
      expect(capture.frame(1).bytes.length).toBe(capture.frame(1).length);
    }
  });

  it("takes what the library for browsers takes", async () => {
    expect((await openCapture(bytes)).frames.length).toBe(2);
    expect((await openCapture(new Blob([Uint8Array.from(bytes)]))).frames.length).toBe(2);
    await expect(openCapture(7 as never)).rejects.toThrow(TypeError);
  });

  it("reads gzip", async () => {
    const capture = await openCapture(file("call.pcap.gz", gzipSync(bytes)));
    expect(capture.frame(1).sip?.method).toBe("INVITE");
  });

  it("says clearly which file cannot be read, in both languages", async () => {
    const missing = join(folder, "nope.pcap");
    await expect(openCapture(missing)).rejects.toThrow(
      new FileError(`${missing}: no such file; check the path, seen from the current folder`),
    );
    mkdirSync(join(folder, "sub"));
    await expect(openCapture(join(folder, "sub"))).rejects.toThrow("is a directory, expected a capture file");
    setLanguage("fr");
    await expect(openCapture(missing)).rejects.toThrow("ce fichier n’existe pas");
    await expect(openCapture(join(folder, "sub"))).rejects.toThrow("c’est un dossier");
  });

  it("tells what is no capture by its name", async () => {
    await expect(openCapture(file("notes.txt", "hello there"))).rejects.toThrow(NotACapture);
    await expect(openCapture(file("notes.txt", "hello there"))).rejects.toThrow(/notes\.txt/);
  });
});

describe.runIf(process.platform === "linux")("files that were opened", () => {
  const open = () =>
    readdirSync("/proc/self/fd").filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
      } catch {
        return false; // the folder's own descriptor is gone by now
      }
    }).length;

  it("are closed at once where they are no captures", async () => {
    const before = open();
    await expect(openCapture(file("text.pcap", "some text"))).rejects.toThrow(NotACapture);
    expect(open()).toBe(before);
  });

  it("are closed when nobody holds the capture or any of its frames", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const settle = async () => {
      for (let round = 0; round < 20; round++) {
        collect();
        await new Promise((done) => setImmediate(done));
      }
    };
    await settle();
    const before = open();
    const path = file("held.pcap", bytes);
    for (let i = 0; i < 20; i++) await openCapture(path);
    const frame = (await openCapture(path)).frame(2);
    await settle();
    expect(open()).toBe(before + 1);
    expect(frame.sip?.status).toBe(486);
  });
});
