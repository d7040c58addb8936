import { execFileSync } from "node:child_process";
import { createWriteStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bytesSource, captureBytes, pcapngWriter, readCapture } from "../../src/capture/index.js";
import { scratch } from "../scratch.js";
import { smallCapture, voiplab } from "./run.js";

const { folder, file } = scratch();
const small = smallCapture();
const path = file("small.pcap", small);

describe("a capture comes from", () => {
  it("a pcap file, a pcapng file, and gzip of either", async () => {
    const pcapng = await asPcapng(small);
    const { out, status } = await voiplab(["calls", path]);
    expect([status, out.split("\n").length]).toEqual([0, 3]);
    for (const [name, bytes] of Object.entries({
      "small.pcapng": pcapng,
      "small.pcap.gz": gzipSync(small),
      "small.pcapng.gz": gzipSync(pcapng),
    })) {
      expect(await voiplab(["calls", file(name, bytes)])).toEqual({ out, err: "", status: 0 });
    }
  });

  it("standard input, whole, in pieces, or gzipped", async () => {
    const { out } = await voiplab(["frames", path]);
    const pieces = Array.from({ length: 20 }, (_, i) =>
      small.subarray((i * small.length) / 20, ((i + 1) * small.length) / 20),
    );
    for (const input of [pieces, [gzipSync(small)]]) {
      expect(await voiplab(["frames", "-"], { input })).toEqual({ out, err: "", status: 0 });
    }
  });

  it("standard input that stops and goes on", async () => {
    const input = [small.subarray(0, 10), small.subarray(10, 700), small.subarray(700)];
    // as long as another command takes
    const { out, status } = await voiplab(["frames", "-"], { input, between: () => voiplab(["--version"]) });
    expect([status, out]).toEqual([0, (await voiplab(["frames", path])).out]);
  });

  it("standard input also where frames are read a second time, and leaves no copy behind", async () => {
    const env = { TMPDIR: folder };
    const { out } = await voiplab(["frame", path, "3"]);
    expect(await voiplab(["frame", "-", "3"], { input: [small], env })).toEqual({ out, err: "", status: 0 });
    expect(readdirSync(folder).filter((name) => name.startsWith("voiplab-"))).toEqual([]);
  });

  it("a named pipe, as shells make of <(…)", async () => {
    if (process.platform === "win32") return;
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const running = voiplab(["frame", pipe, "3"]);
    createWriteStream(pipe).end(small);
    expect((await running).out).toBe((await voiplab(["frame", path, "3"])).out);
  });
});

async function asPcapng(pcap: Uint8Array): Promise<Uint8Array> {
  const frames: { time: bigint; bytes: Uint8Array; interfaceId: number }[] = [];
  await readCapture(bytesSource(pcap), (bytes, start, end, { time }) => {
    frames.push({ time: BigInt(time), bytes: bytes.slice(start, end), interfaceId: 0 });
  });
  return captureBytes(pcapngWriter({ interfaces: [{ decimals: 9 }] }), frames);
}
