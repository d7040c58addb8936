import { beforeAll, describe, expect, it } from "vitest";
import { captureBytes, pcapWriter } from "../../src/capture/index.js";
import { type Capture, Frames, jupyterDisplay, openCapture } from "../../src/core.js";
import { Blocks } from "../capture/blocks.js";
import { golden } from "../goldens/goldens.js";
import { captureOf, dialog, fragments, sip, voice } from "../voip/story.js";
import { lesson } from "./lesson.js";

const numbers = (frames: readonly { number: number }[]) => frames.map(({ number }) => number);

describe("the frames of a capture", () => {
  let capture: Capture;
  beforeAll(async () => {
    capture = await lesson();
  });

  it("read as TShark lists them", () => {
    const rows = golden("01-frames.tsv");
    const found = rows.map(([number]) => {
      const { timeText, source, destination, protocol, length, info } = capture.frame(Number(number));
      return [number, timeText, source, destination, protocol, String(length), blanks(info)];
    });
    expect(found).toEqual(rows.map((row) => [...row.slice(0, 6), blanks(row[6]!)]));
  });

  it("are told by number, from 1", () => {
    const { number, time, protocol, info } = capture.frame(15);
    expect([number, time, protocol, info]).toEqual([
      15,
      6.080584413,
      "ARP",
      "Who has 192.168.187.51? Tell 192.168.187.12",
    ]);
    expect(capture.frame(14703).number).toBe(14703);
  });

  it.each([0, -1, 14704, 1e9, 1.5, Number.NaN, "x", undefined])("have none of number %s", (number) => {
    expect(() => capture.frame(number as number)).toThrow(
      new RangeError(`frame ${number}: the capture has frames 1 to 14703`),
    );
  });

  it("are told by index as an array's are", () => {
    const { frames } = capture;
    expect(numbers([frames.at(0)!, frames.at(-1)!, frames.at(1.9)!])).toEqual([1, 14703, 2]);
    expect([frames.at(14703), frames.at(-14704), frames.at(Number.POSITIVE_INFINITY)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("are sliced as an array is", () => {
    const { frames } = capture;
    expect(numbers(frames.slice(2, 4))).toEqual([3, 4]);
    expect(numbers(frames.slice(-2))).toEqual([14702, 14703]);
    expect(numbers(frames.slice(-3, -1))).toEqual([14701, 14702]);
    expect(numbers(frames.slice(0.9, 2.9))).toEqual([1, 2]);
    expect(frames.slice(5, 3).length + frames.slice(20_000).length).toBe(0);
    expect(frames.slice().length).toBe(14703);
    expect(frames.slice(0, 3)).toBeInstanceOf(Frames);
  });

  it("are filtered, found, mapped and walked", () => {
    const { frames } = capture;
    const invites = frames.filter(({ sip }) => sip?.method === "INVITE");
    expect(numbers(invites)).toEqual([30, 33, 35]);
    expect(invites).toBeInstanceOf(Frames);
    expect(invites.filter(({ sip }) => sip?.header("Authorization") !== undefined).length).toBe(1);
    expect(frames.find(({ protocol }) => protocol === "RTP")?.number).toBe(58);
    expect(frames.find(() => false)).toBeUndefined();
    expect(frames.map(({ length }) => length).reduce((sum, length) => sum + length)).toBe(3_145_434);
    expect([...frames].length).toBe(14703);
  });

  it("know their SIP message, their RTP and their RTCP packets", () => {
    expect(capture.frame(30).sip?.requestUri).toBe("sip:300@192.168.187.12");
    expect(capture.frame(15).sip).toBeUndefined();
    const { ssrc, payloadType, payload, marker } = capture.frame(58).rtp!;
    expect([ssrc, payloadType, payload.length, marker]).toEqual([0x2e9326fe, 0, 160, true]);
    expect(Object.keys(capture.frame(58).rtp!)).not.toContain("announcement");
    expect([capture.frame(30).rtp, capture.frame(30).rtcp]).toEqual([undefined, undefined]);
    const report = capture.frames.find(({ protocol }) => protocol === "RTCP")!;
    expect(report.rtcp!.length).toBeGreaterThan(0);
  });

  it("keep what they were asked for while others are asked", () => {
    const one = capture.frame(58);
    const { rtp, bytes } = one;
    const copy = rtp!.payload.slice();
    expect(capture.frame(59).rtp!.ssrc).toBe(rtp!.ssrc);
    expect(rtp!.payload).toEqual(copy);
    expect(bytes.length).toBe(one.length);
    expect(bytes.slice(54)).toEqual(copy);
  });

  it("have fields under Wireshark's names, and where each lies", () => {
    const frame = capture.frame(30);
    expect(frame.field("udp.srcport")).toBe("5060");
    expect(frame.field("ip.src")).toBe("192.168.187.10");
    expect(frame.field("udp.nothing")).toBeUndefined();
    const port = frame.layers.find(({ name }) => name === "udp")!.fields[0]!;
    expect([port.name, port.start, port.end]).toEqual(["udp.srcport", 34, 36]);
    expect([...frame.bytes.slice(34, 36)]).toEqual([5060 >> 8, 5060 & 255]);
    expect(frame.filter).toBe("frame.number == 30");
  });

  it("are counted by protocol, most frequent first", () => {
    const counts = capture.protocols;
    expect(counts.reduce((sum, { frames }) => sum + frames, 0)).toBe(14703);
    expect(counts[0]).toEqual({ protocol: "RTP", frames: 14508, share: 14508 / 14703 });
    expect(counts.filter(({ protocol }) => /SIP/.test(protocol)).map(({ frames }) => frames)).toEqual([
      40, 5,
    ]);
  });

  it("are shown by the first 200, and how many are left", () => {
    const bundle = capture.frames[jupyterDisplay]();
    expect(String(bundle["text/html"]).match(/<tr/g)!.length).toBe(201);
    expect(bundle["text/html"]).toContain("… and 14,503 more");
    expect(bundle["text/plain"]).toContain("… and 14,663 more"); // 40 rows are shown where nothing scrolls
    const some = capture.frames.slice(0, 250)[jupyterDisplay]();
    expect(some["text/html"]).toContain("… and 50 more");
    expect(capture.frames.slice(0, 40)[jupyterDisplay]()["text/plain"]).not.toContain("more");
  });
});

describe("frames whose times differ in kind", () => {
  const { section, interface: anInterface, packet, simplePacket } = bound(new Blocks());
  // if_tsresol: 10^-9, then 10^-3; the second interface's unit is the millisecond
  const blocks = [
    ...section(),
    ...anInterface({ options: [[9, [9]]] }),
    ...anInterface({ options: [[9, [3]]] }),
    ...packet(1_000_000_000n, ethernet()),
    ...packet(1_500n, ethernet(), { id: 1 }),
    ...packet(1_750_000_123n, ethernet()),
    ...simplePacket(ethernet()),
  ];

  it("have as many decimals as their own interface", async () => {
    const { frames } = await openCapture(Uint8Array.from(blocks));
    expect(frames.map(({ timeText }) => timeText)).toEqual(["0.000000000", "0.500", "0.750000123", ""]);
    expect(frames.map(({ time }) => time)).toEqual([0, 0.5, 0.750000123, 0]);
  });
});

describe("a message that came in several frames", () => {
  const invite = `INVITE sip:b@x SIP/2.0\nCall-ID: 1\nCSeq: 1 INVITE\nSubject: ${"long ".repeat(400)}`;
  const frames = fragments(sip(0, "10.0.0.10", "10.0.0.12", invite), 1480).map((bytes) => ({
    time: 0n,
    bytes,
  }));

  it("is the last one's, whose layers say that they lie in the bytes put together", async () => {
    const capture = await openCapture(captureBytes(pcapWriter(), frames));
    const [first, last] = capture.frames;
    expect([first!.protocol, first!.sip, first!.reassembled]).toEqual(["IPv4", undefined, undefined]);
    expect(last!.sip!.header("Subject")).toBe("long ".repeat(400).trim());
    expect(last!.layers.map(({ name, of }) => `${name} ${of}`)).toEqual([
      "eth frame",
      "ip frame",
      "udp reassembled",
      "sip reassembled",
    ]);
    const subject = last!.layers[3]!.fields.flatMap(({ children = [] }) => children).find(
      ({ name }) => name === "sip.Subject",
    )!;
    const bytes = last!.reassembled!.subarray(subject.start, subject.end);
    expect(new TextDecoder().decode(bytes)).toMatch(/^Subject: long long/);
    expect(String(last)).toContain("put together from several frames");
  });
});

describe("what was asked of a frame", () => {
  it("stays what it was when the next frame is looked at", async () => {
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const bytes = captureOf(
      dialog(parties, "0 → INVITE 1 audio=4000\n1 ← 200 INVITE 1 audio=5000"),
      voice(2, "10.0.0.10:4000", "10.0.0.12:5000"),
    );
    const { frames } = await openCapture(bytes);
    const [invite, answer] = [frames.at(0)!.sip!, frames.at(1)!.sip!];
    expect([invite.method, answer.status]).toEqual(["INVITE", 200]);
    expect(frames.slice(2).map(({ rtp }) => rtp?.sequence)).toEqual([0, 1, 2]);
  });
});

/** TShark ends SIP's Info with a blank, and aligns some columns with several. */
function blanks(info: string): string {
  return info.replace(/ +/g, " ").trim();
}

function bound(blocks: Blocks) {
  return {
    section: blocks.section.bind(blocks),
    interface: blocks.interface.bind(blocks),
    packet: blocks.packet.bind(blocks),
    simplePacket: blocks.simplePacket.bind(blocks),
  };
}

/** A frame of a local experiment. */
function ethernet(): number[] {
  return [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x88, 0xb5, ...new Array<number>(46).fill(7)];
}
