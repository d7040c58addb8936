import { beforeAll, describe, expect, it } from "vitest";
import { type Call, type Capture, jupyterDisplay, openCapture } from "../../src/core.js";
import { setLanguage } from "../../src/language.js";
import { bestFit } from "../audio/correlation.js";
import { readSpeech } from "../audio/speech.js";
import { captureOf, dialog, sdp, sip, voice } from "../voip/story.js";
import { lesson } from "./lesson.js";

const speech = readSpeech();

/** Root mean square in dBFS of the 100 ms from a second on. */
function level(samples: Int16Array, second: number): number {
  const part = samples.subarray(8000 * second, 8000 * second + 800);
  const mean = part.reduce((sum, sample) => sum + sample * sample, 0) / part.length;
  return 10 * Math.log10(mean / 32768 ** 2 || 1e-10);
}

describe("the voices of the recorded call", () => {
  let capture: Capture;
  let call: Call;
  beforeAll(async () => {
    capture = await lesson();
    call = capture.calls[0]!;
  });

  it("sound for 72.54 s each, and 16 ms more together, since one began later", () => {
    const [caller, callee] = call.streams.map((stream) => stream.recording());
    expect([caller!.duration, callee!.duration]).toEqual([72.54, 72.54]);
    expect(call.recording().duration).toBe(72.556);
    expect(call.recording().sound.channels.map(({ length }) => length)).toEqual([580448, 580448]);
  });

  it("are the caller's left and the callee's right, as loud as the microphones took them in", () => {
    const [left, right] = call.recording().sound.channels as [Int16Array, Int16Array];
    const loud = speech.levels["100"].flatMap((expected, tenth) => (expected > -50 ? [tenth] : []));
    expect(loud.length).toBeGreaterThan(100);
    for (const tenth of loud) {
      expect(Math.abs(level(left, tenth / 10) - speech.levels["100"][tenth]!)).toBeLessThan(1);
    }
    // the script of the conversation: 300 speaks from 1 s on, 100 from 4.5 s on
    expect([level(left, 2), level(right, 2)].map((loud) => loud > -50)).toEqual([false, true]);
    expect([level(left, 5.5), level(right, 5.5)].map((loud) => loud > -50)).toEqual([true, false]);
  });

  it("are in the right ear sample for sample what 300's microphone took in", () => {
    const [left, right] = call.recording().sound.channels as [Int16Array, Int16Array];
    // 300's stream began 16 ms after 100's: 128 samples
    const { at, correlation } = bestFit(speech.samples, right, 71_800, 72_300);
    expect([at, correlation > 0.999]).toEqual([72_128, true]);
    expect(bestFit(speech.samples, left, 71_800, 72_300).correlation).toBeLessThan(0.1);
  });

  it("are told apart in the server's leg too", () => {
    const { speakers } = { speakers: capture.calls[1]!.streams.map(({ speaker }) => speaker) };
    expect(speakers).toEqual(["caller", "callee"]);
    const right = capture.calls[1]!.recording().sound.channels[1]!;
    expect(bestFit(speech.samples, right, 71_800, 72_300).correlation).toBeGreaterThan(0.999);
  });

  it("become WAV files of 16 bits at 8,000 Hz", () => {
    const wav = call.recording().wav();
    const view = new DataView(wav.buffer, wav.byteOffset);
    expect(String.fromCharCode(...wav.subarray(0, 4))).toBe("RIFF");
    expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([
      2, 8000, 16,
    ]);
    expect(wav.length).toBe(44 + 580448 * 2 * 2);
  });

  it("are laid end to end, or played through a jitter buffer, when asked to", () => {
    const [stream] = call.streams;
    expect(stream!.sound("uninterrupted").channels[0]!.length).toBe(3627 * 160);
    expect(stream!.sound("jitter-buffer").channels[0]!.length).toBeGreaterThan(3600 * 160);
  });

  it("are measured packet by packet, as the table says in short", () => {
    const [stream] = call.streams;
    const { analysis } = stream!;
    expect(analysis.length).toBe(3627);
    expect(Math.max(...analysis.map(({ delta }) => delta))).toBeCloseTo(stream!.delta!.max, 9);
    expect(Math.max(...analysis.map(({ jitter }) => jitter))).toBeCloseTo(stream!.jitter!.max, 9);
    expect(stream!.interval).toBe(20);
    expect([stream!.start, stream!.stop]).toEqual(
      [29.89593, 102.41676].map((time) => expect.closeTo(time, 5)),
    );
  });
});

describe("what cannot be heard", () => {
  const invite = (protocol: string, format: string) =>
    sip(
      0,
      "10.0.0.10",
      "10.0.0.12",
      `INVITE sip:b@x SIP/2.0\nFrom: <sip:a@x>;tag=1\nTo: <sip:b@x>\nCall-ID: 1\nCSeq: 1 INVITE\n\n${sdp("10.0.0.10", 4000, protocol)}${format}`,
    );
  const shown = async (protocol: string, format: string, payloadType: number) => {
    const packets = voice(1, "10.0.0.10:4000", "10.0.0.12:5000", { payloadType });
    const { calls } = await openCapture(captureOf(invite(protocol, format), packets));
    const [call] = calls;
    const views = [call!.player(), call!.waveform(), call!.activity(), call!.streams[0]!.player()];
    return views.map((view) => String(view[jupyterDisplay]()["text/plain"]));
  };

  it("says why: it is encrypted", async () => {
    const texts = await shown("RTP/SAVP", "", 0);
    for (const text of texts) expect(text).toContain("encrypted (SRTP): it cannot be heard");
  });

  it("says why: it is no G.711, in both languages", async () => {
    const texts = await shown("RTP/AVP", " 9", 9);
    for (const text of texts) expect(text).toContain("no G.711 audio in this capture");
    setLanguage("fr");
    const textes = await shown("RTP/AVP", " 9", 9);
    setLanguage("en");
    for (const text of textes) expect(text).toContain("pas de son G.711 dans cette capture");
  });

  it("is a call without streams", async () => {
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const { calls } = await openCapture(
      captureOf(dialog(parties, "0 → INVITE 1 audio=4000\n1 ← 486 INVITE 1")),
    );
    expect(calls[0]!.recording().duration).toBe(0);
    expect(String(calls[0]!.player()[jupyterDisplay]()["text/html"])).not.toContain("<audio");
  });
});

describe("what is too long for a page", () => {
  it("is said, and can be saved", async () => {
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const packets = voice(1, "10.0.0.10:4000", "10.0.0.12:5000", { packets: 2 });
    // an hour and a bit between two packets, as their time stamps and the capture say
    const late = voice(3700, "10.0.0.10:4000", "10.0.0.12:5000", { packets: 1 });
    const view = new DataView(late[0]!.payload.buffer);
    view.setUint16(2, 2);
    view.setUint32(4, 3699 * 8000);
    const { streams } = await openCapture(
      captureOf(dialog(parties, "0 → INVITE 1 audio=4000"), packets, late),
    );
    const recording = streams[0]!.recording();
    expect(recording.duration).toBeCloseTo(3699.02, 2);
    const text = String(recording[jupyterDisplay]()["text/plain"]);
    expect(text).toContain(
      '1.0 h of sound, more than the hour that a page plays; saveWav(recording, "call.wav")',
    );
    expect(recording.wav().length).toBe(44 + 2 * (3699 * 8000 + 160));
  });
});

describe("the bandwidth of a stream", () => {
  // 50 packets of 172 bytes a second, as Wireshark counts it: with what IP and UDP add
  const bandwidth = async (from: string, to: string, change: (payload: Uint8Array) => Uint8Array) => {
    const packets = voice(1, from, to, { packets: 51 }).map((sent) => ({
      ...sent,
      payload: change(sent.payload),
    }));
    const { streams } = await openCapture(captureOf(packets), { heuristic: true });
    return streams[0]!.analysis.at(-1)?.bandwidth;
  };

  it("counts IPv4 as 20 bytes and IPv6 as 40", async () => {
    expect(await bandwidth("10.0.0.1:30000", "10.0.0.2:30002", (same) => same)).toBe((51 * 200 * 8) / 1000);
    const six = await bandwidth("[2001:db8::1]:30000", "[2001:db8::2]:30002", (same) => same);
    expect(six).toBe((51 * 220 * 8) / 1000);
  });

  it("counts padding and contributing sources as the packet's", async () => {
    // version 2, padding, 1 source; the source; four bytes of padding, which the last one says
    const padded = (payload: Uint8Array) =>
      Uint8Array.from([0xa1, ...payload.subarray(1, 12), 1, 2, 3, 4, ...payload.subarray(12), 0, 0, 0, 4]);
    expect(await bandwidth("10.0.0.1:30000", "10.0.0.2:30002", padded)).toBe((51 * 208 * 8) / 1000);
  });
});

describe("a chart of a stream", () => {
  it("shows where packets are lost, also past the end of their numbers", async () => {
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const packets = voice(1, "10.0.0.10:4000", "10.0.0.12:5000", { packets: 9 });
    // numbers 65530, 65531, [65532, 65533 lost], 65534, 65535, 0, [1 lost], 2, 3, 4
    const numbers = [65530, 65531, 65534, 65535, 0, 2, 3, 4, 3];
    for (const [i, { payload }] of packets.entries()) new DataView(payload.buffer).setUint16(2, numbers[i]!);
    const { streams } = await openCapture(captureOf(dialog(parties, "0 → INVITE 1 audio=4000"), packets));
    const text = String(streams[0]!.jitterChart()[jupyterDisplay]()["text/plain"]);
    expect(text).toContain("9 packets, 3 lost");
    // TShark 4.0.17 of this capture; it expects no packet after the number of the last one, 3
    expect(streams[0]!.lost).toBe(1);
  });
});
