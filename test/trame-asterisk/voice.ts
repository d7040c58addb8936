import { rtp } from "../packets/rtp.js";
import { Chance } from "./chance.js";
import { datagram, type Sent, type Way } from "./sent.js";

/** Samples in a packet, and its µs. */
const SAMPLES = 160;
const PACKET = 20_000;

/** A voice on its way: an RTP stream of G.711. */
export interface Voice {
  way: Way;
  /** RTP ports; those of RTCP are next to them. */
  sourcePort: number;
  destinationPort: number;
  ssrc: number;
  sequence: number;
  timestamp: number;
  /** When each packet passes, in µs. */
  times: number[];
  name: string;
}

/** user1's telephone keeps time well; it starts anew 4 ms after its first packet, when the second INVITE has come. */
export function phoneTimes(first: number, restart: number, end: number): number[] {
  const chance = new Chance(0x1a2b3c4d);
  const times = [first];
  for (let i = 0; ; i++) {
    // Its clock is 12 millionths slow.
    const time = restart + i * PACKET + Math.floor((i * PACKET * 12) / 1e6) + chance.around(300);
    if (time >= end) return times;
    times.push(time);
  }
}

/** user3's PC sends by a Windows timer and over Wi-Fi, which at times holds packets back and lets them go together. */
export function wirelessTimes(
  first: readonly number[],
  start: number,
  count: number,
  last: number,
): number[] {
  const chance = new Chance(0x5eed_0003);
  const times = [...first];
  let held = 0;
  for (let i = times.length; i < count - 1; i++) {
    const due = start + i * PACKET + chance.below(1500) + chance.below(1500);
    if (chance.below(160) === 0) held = due + 15_000 + chance.below(30_000);
    times.push(Math.max(due, held, times.at(-1)! + 180 + chance.below(160)));
  }
  return [...times, last];
}

/** The packets of a voice, one for each time. */
export function packetsOf(voice: Voice, sound: readonly Uint8Array[]): Sent[] {
  const { way, ssrc } = voice;
  return voice.times.map((at, i) => {
    const header = {
      ssrc,
      marker: i === 0,
      sequence: voice.sequence + i,
      timestamp: (voice.timestamp + i * SAMPLES) >>> 0,
    };
    return datagram(at, way, voice, rtp(header, sound[i]!));
  });
}

/** Those packets' times that have passed at a time. */
export const passed = ({ times }: Voice, at: number): number[] => times.filter((time) => time <= at);

/** The interarrival jitter of packets that passed at these times, in samples (RFC 3550 §A.8). */
export function jitterOf(times: readonly number[]): number {
  let jitter = 0;
  for (const [i, time] of times.entries()) {
    if (i === 0) continue;
    const difference = Math.floor(time / 125) - Math.floor(times[i - 1]! / 125) - SAMPLES;
    jitter += (Math.abs(difference) - jitter) / 16;
  }
  return Math.floor(jitter);
}
