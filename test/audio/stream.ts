import { type AudioPacket, decodeG711, type G711Law } from "../../src/audio/index.js";

/** 20 ms in ns, and in samples. */
export const PTIME = 20e6;
export const FRAME = 160;

/** The packet with this number in a perfect stream of 20 ms a packet, but for the values given. */
export function packet(index: number, values: Partial<AudioPacket> = {}): AudioPacket {
  const { payload = payloadOf(index), ...others } = values;
  return {
    time: index * PTIME,
    sequence: index & 0xffff,
    timestamp: (index * FRAME) >>> 0,
    payloadType: 0,
    marker: false,
    ...others,
    payload,
  };
}

/** 160 bytes that differ from packet to packet. */
export function payloadOf(seed: number): Uint8Array {
  return Uint8Array.from({ length: FRAME }, (_, i) => (seed * 53 + i * 7 + (i >> 4)) & 0xff);
}

/** What a payload decodes to. */
export function samplesOf(payload: Uint8Array, law: G711Law = "PCMU"): number[] {
  const samples = new Int16Array(payload.length);
  decodeG711(law, payload, samples);
  return [...samples];
}

/** What packets decode to, one after another. */
export function samplesInTurn(...seeds: number[]): number[] {
  return seeds.flatMap((seed) => samplesOf(payloadOf(seed)));
}

export function silence(count: number): number[] {
  return new Array<number>(count).fill(0);
}
