import { afterEach, describe, expect, it } from "vitest";
import { type ByteSource, bytesSource, NotACapture, readCapture } from "../../src/capture/index.js";
import { setLanguage } from "../../src/language.js";
import { Blocks } from "./blocks.js";

const le = new Blocks();
const utf8 = new TextEncoder();

async function refusal(content: ArrayLike<number>, name: string): Promise<string> {
  const reading = readCapture(bytesSource(Uint8Array.from(content), name), () => {});
  await expect(reading).rejects.toBeInstanceOf(NotACapture);
  return reading.then(
    () => "",
    (error: Error) => error.message,
  );
}

describe("what is not a capture is refused in one sentence", () => {
  afterEach(() => setLanguage("en"));

  const expected = "expected pcap or pcapng (magic a1b2c3d4, a1b23c4d or 0a0d0d0a)";
  const cases: [name: string, content: ArrayLike<number>, sentence: string][] = [
    [
      "a.txt",
      utf8.encode("bonjour à tous"),
      `a.txt is not a capture: it begins with "bonjour ", ${expected}`,
    ],
    ["b.txt", utf8.encode("ok\n"), `b.txt is not a capture: it begins with 6f 6b 0a, ${expected}`],
    ["c.zip", [0x50, 0x4b, 3, 4, 20], `c.zip is not a capture: it begins with 50 4b 03 04, ${expected}`],
    ["d.html", utf8.encode("<script>"), `d.html is not a capture: it begins with "<script>", ${expected}`],
    ["e.pcap", [], "e.pcap is empty: expected a capture (pcap or pcapng)"],
    ["f.pcap", [0xa1, 0xb2, 0xc3], `f.pcap is not a capture: it begins with a1 b2 c3, ${expected}`],
    [
      "g.pcap",
      utf8.encode("GMBU\0\x02\x01\0"),
      "g.pcap is a capture of another format (Microsoft NetMon 2.x), expected pcap or pcapng: convert it with editcap -F pcapng",
    ],
    [
      "h.pcap",
      [0xa1, 0xb2, 0x3c, 0x4d, 0, 2, 0, 4],
      "h.pcap is cut short in its header: 8 bytes of 24 are there, no frame",
    ],
    [
      "i.pcap",
      [0xa1, 0xb2, 0xc3, 0xd4, 0, 2, 0, 2, ...new Array<number>(16).fill(0)],
      "i.pcap is pcap version 2.2: expected 2.4",
    ],
    ["j.pcapng", le.section().slice(0, 20), "j.pcapng begins as pcapng, but its section header is damaged"],
    ["k.pcapng", le.section().slice(0, 9), "k.pcapng begins as pcapng, but its section header is damaged"],
    [
      "l.pcapng",
      le.section([], { magic: 0x12345678 }),
      "l.pcapng begins as pcapng, but its section header is damaged",
    ],
    ["m.pcapng", le.section([], { major: 2 }), "m.pcapng is pcapng version 2.0: expected 1.0"],
  ];
  it.each(cases)("%s", async (name, content, sentence) => {
    expect(await refusal(content, name)).toBe(sentence);
  });

  it("in French too", async () => {
    setLanguage("fr");
    expect(await refusal(utf8.encode("bonjour"), "a.txt")).toBe(
      `a.txt n’est pas une capture : le fichier commence par "bonjour", pcap ou pcapng attendu (nombre magique a1b2c3d4, a1b23c4d ou 0a0d0d0a)`,
    );
    expect(await refusal([], "e.pcap")).toBe("e.pcap est vide : une capture (pcap ou pcapng) était attendue");
  });
});

describe("sources", () => {
  const bytes = Uint8Array.from([...le.section(), ...le.interface(), ...le.packet(1n, [1, 2, 3])]);

  it("may give fewer bytes than asked for", async () => {
    const whole = bytesSource(bytes);
    const slow: ByteSource = { ...whole, read: (at, target) => whole.read(at, target.subarray(0, 7)) };
    const { frames, warnings } = await readCapture(slow, () => {});
    expect({ frames, warnings }).toEqual({ frames: 1, warnings: [] });
  });

  it("may be longer than they said, or shorter", async () => {
    const frames = async (size: number, content: Uint8Array) =>
      (await readCapture({ ...bytesSource(content), size }, () => {})).frames;
    expect(await frames(48, bytes)).toBe(1);
    expect(await frames(bytes.length, bytes.subarray(0, -4))).toBe(0);
  });

  it("are given back when they were not compressed", async () => {
    const source = bytesSource(bytes);
    expect((await readCapture(source, () => {})).source).toBe(source);
  });
});

it("what a visitor throws reaches its caller", async () => {
  const bytes = Uint8Array.from([...le.section(), ...le.interface(), ...le.packet(1n, [1, 2, 3])]);
  const reading = readCapture(bytesSource(bytes), () => {
    throw new RangeError("enough");
  });
  await expect(reading).rejects.toThrow("enough");
});
