import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Data, type PacketHeader, parse, type Stream } from "pcap-parser";
import { afterEach, describe, expect, it, vi } from "vitest";
import { captureBytes, pcapWriter } from "../../src/capture/index.js";
import { FRAME } from "./blocks.js";
import { list } from "./listing.js";

// What src/capture/pcap-packets.ts relies on in pcap-parser. When one of these fails after an upgrade, its name
// says which belief no longer holds.

const frames = Array.from({ length: 3 }, (_, index) => ({
  time: 1_700_000_000_000_001_000n + BigInt(index),
  bytes: Uint8Array.from([index, ...FRAME]),
  length: 100,
}));
const little = captureBytes(pcapWriter({ little: true }), frames);
const big = captureBytes(pcapWriter({ little: false }), frames);

interface Feed {
  asked: Set<string>;
  give(data: unknown): void;
  packets: { header: PacketHeader; data: Data }[];
  errors: Error[];
}

function feed(): Feed {
  const asked = new Set<string>();
  let give: (data: never) => void = () => {};
  const stream = {
    pause: () => asked.add("pause"),
    resume: () => asked.add("resume"),
    on: (event: string, listener: (data: never) => void) => {
      asked.add(`on ${event}`);
      if (event === "data") give = listener;
    },
  };
  const result: Feed = { asked, give: (data) => give(data as never), packets: [], errors: [] };
  parse<Data>(stream as unknown as Stream<Data>)
    .on("packet", (packet) => result.packets.push(packet))
    .on("error", (error) => result.errors.push(error));
  return result;
}

describe("pcap-parser", () => {
  it("is the version that was looked at", () => {
    const path = createRequire(import.meta.url).resolve("pcap-parser/package.json");
    expect(JSON.parse(readFileSync(path, "utf8")).version).toBe("0.2.1");
  });

  it("asks of a stream no more than pause, resume and on", async () => {
    const { asked } = feed();
    await new Promise((resolve) => setImmediate(resolve));
    expect([...asked].sort()).toEqual(["on data", "on end", "on error", "pause", "resume"]);
  });

  it.each([
    ["little-endian", little],
    ["big-endian", big],
  ])("emits the packets of a %s piece before the data listener returns", (_, bytes) => {
    const { give, packets, errors } = feed();
    give(Buffer.from(bytes));
    expect(errors).toEqual([]);
    expect(packets.map(({ header }) => header)).toEqual(
      frames.map(() => ({
        timestampSeconds: 1_700_000_000,
        timestampMicroseconds: 1,
        capturedLength: 62,
        originalLength: 100,
      })),
    );
    expect(packets.map(({ data }) => [...(data as unknown as Uint8Array)])).toEqual(
      frames.map((frame) => [...frame.bytes]),
    );
  });

  it("asks of its data no more than is declared", () => {
    const declared = ["length", "readInt32LE", "readUInt16LE", "readUInt32LE", "slice", "toString"];
    const asked = new Set<string>();
    const spied = (data: Buffer): unknown =>
      new Proxy(data, {
        get(target, key) {
          asked.add(String(key));
          const value = Reflect.get(target, key, target) as unknown;
          if (key === "slice") return (...range: [number, number?]) => spied(target.subarray(...range));
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
    const { give, packets } = feed();
    give(spied(Buffer.from(little)));
    expect(packets).toHaveLength(3);
    expect([...asked].sort()).toEqual(declared);
  });

  it("emits an error, no exception, for a magic that it does not know", () => {
    const { give, packets, errors } = feed();
    give(Buffer.from(captureBytes(pcapWriter({ decimals: 9 }), frames)));
    expect(packets).toEqual([]);
    expect(errors[0]?.message).toBe("unknown magic number: 4d3cb2a1");
  });
});

describe("the guard", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("never lets it make a Buffer, as it does to join pieces", async () => {
    const refuse = () => {
      throw new Error("pcap-parser made a Buffer");
    };
    vi.stubGlobal("Buffer", new Proxy(Buffer, { construct: refuse, apply: refuse }));
    const { give } = feed();
    give(Buffer.from(little.subarray(0, 50)));
    expect(() => give(Buffer.from(little.subarray(50)))).toThrow("pcap-parser made a Buffer");
    expect((await list(little, { chunkLength: 100 })).lines).toHaveLength(3);
  });

  it("gives packets that pcap-parser emitted", async () => {
    const emit = vi.spyOn(EventEmitter.prototype, "emit");
    await list(big);
    expect(emit.mock.calls.filter(([event]) => event === "packet")).toHaveLength(3);
    emit.mockRestore();
  });
});
