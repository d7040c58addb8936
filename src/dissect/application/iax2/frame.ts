import { u16, u32 } from "../../bytes.js";

/** Types of full frames that mean more than their name. */
export const FrameType = {
  dtmfEnd: 1,
  voice: 2,
  video: 3,
  control: 4,
  iax: 6,
  text: 7,
  html: 9,
  modem: 11,
  dtmfBegin: 12,
};

/** The IAX message that opens a call. */
export const NEW = 1;

const CALL = 0x7fff;
const TOP_BIT = 0x8000;
const FULL_HEADER = 12;
const MINI_HEADER = 4;
const VIDEO_HEADER = 6;
const TRUNK_HEADER = 8;

/** What stands before the payload of a frame. */
export interface Iax2Frame {
  kind: "full" | "mini" | "video" | "trunk";
  /** 0 where there is none: the calls of a trunk have their own. */
  sourceCall: number;
  /** 0 where it is not said. */
  destinationCall: number;
  /** Milliseconds since the call began: all of them in full frames and trunks, the lowest 16 bits elsewhere. */
  timestamp: number;
  /** Of a full frame. */
  type: number;
  /** Of a full frame. */
  subclass: number;
  /** Of video: the last frame of a picture. */
  marker: boolean;
  bodyStart: number;
}

/**
 * The header of the frame in `bytes[start, end)` (RFC 5456 §8.1), or undefined where it does not fit.
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |1|     source call number      |R|   destination call number   |   full
 *     |                           timestamp                           |
 *     |    OSeqno     |    ISeqno     |     type      |C|  subclass   |
 *
 *     |0|     source call number      |           timestamp           |   mini
 *
 *     |               0               |1|     source call number      |   meta video
 *     |M|         timestamp           |
 *
 *     |               0               |0|   command   |     data      |   meta trunk
 *     |                           timestamp                           |
 */
export function readFrame(bytes: Uint8Array, start: number, end: number): Iax2Frame | undefined {
  if (start + MINI_HEADER > end) return undefined;
  const first = u16(bytes, start);
  const second = u16(bytes, start + 2);
  const none = { sourceCall: 0, destinationCall: 0, type: 0, subclass: 0, marker: false };
  if (first & TOP_BIT) {
    if (start + FULL_HEADER > end) return undefined;
    const type = bytes[start + 10]!;
    const subclass = bytes[start + 11]!;
    return {
      kind: "full",
      sourceCall: first & CALL,
      destinationCall: second & CALL,
      timestamp: u32(bytes, start + 4),
      type,
      subclass,
      marker: type === FrameType.video && (subclass & 0x40) !== 0,
      bodyStart: start + FULL_HEADER,
    };
  }
  if (first !== 0) {
    return { ...none, kind: "mini", sourceCall: first, timestamp: second, bodyStart: start + MINI_HEADER };
  }
  if (second & TOP_BIT) {
    if (start + VIDEO_HEADER > end) return undefined;
    const timestamp = u16(bytes, start + 4);
    return {
      ...none,
      kind: "video",
      sourceCall: second & CALL,
      timestamp: timestamp & ~TOP_BIT,
      marker: (timestamp & TOP_BIT) !== 0,
      bodyStart: start + VIDEO_HEADER,
    };
  }
  if (start + TRUNK_HEADER > end) return undefined;
  return { ...none, kind: "trunk", timestamp: u32(bytes, start + 4), bodyStart: start + TRUNK_HEADER };
}

/**
 * The codec that a full frame of voice or video names, as the bit it has in masks of formats; -1 where it names none
 * (RFC 5456 §8.1.1: a subclass with its top bit set is the bit's number, any other the mask itself).
 */
export function codecOf({ type, subclass }: Iax2Frame): number {
  const value = type === FrameType.video ? subclass & ~0x40 : subclass;
  if (value & 0x80) return value === 0xff ? -1 : value & 0x3f;
  return value !== 0 && (value & (value - 1)) === 0 ? 31 - Math.clz32(value) : -1;
}

/** A call's share of a trunk frame. */
export interface TrunkCall {
  sourceCall: number;
  at: number;
  start: number;
  end: number;
}

/** A trunk frame says of its calls what time they are at. */
export function hasTimes(bytes: Uint8Array, start: number): boolean {
  return (bytes[start + 3]! & 1) !== 0;
}

/**
 * The calls of a trunk frame (RFC 5456 §8.1.3.2): with times length, call, time; without them call, length. `whole`
 * is false where one says more than is there. As Wireshark does, one without a time must have two octets behind it.
 */
export function readTrunk(
  bytes: Uint8Array,
  { start, bodyStart, end }: { start: number; bodyStart: number; end: number },
): { calls: TrunkCall[]; whole: boolean } {
  const times = hasTimes(bytes, start);
  const header = times ? 6 : 4;
  const calls: TrunkCall[] = [];
  for (let at = bodyStart; at + header <= end; ) {
    const length = u16(bytes, times ? at : at + 2);
    const call = u16(bytes, times ? at + 2 : at) & CALL;
    const stop = Math.min(end, at + header + length);
    calls.push({ sourceCall: call, at, start: at + header, end: stop });
    if (!times && stop + 2 > end) return { calls, whole: false };
    at = stop;
  }
  return { calls, whole: true };
}
