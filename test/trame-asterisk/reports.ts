import { join } from "../packets/bytes.js";
import type { Ports } from "../packets/network.js";
import { description, goodbye, type ReportBlock, report, type SenderInfo } from "../packets/rtp.js";
import { datagram, type Sent, START } from "./sent.js";
import { jitterOf, passed, type Voice } from "./voice.js";

/** A voice, and when its sender sent sender reports. */
export interface Reporting {
  voice: Voice;
  reports: readonly number[];
}

/** A source's RTCP packet: its report, its name and perhaps its farewell. */
export interface Said {
  ssrc?: number;
  /** RTP's, where they are not the voice's. */
  ports?: Ports;
  sender?: SenderInfo;
  block?: ReportBlock;
  bye?: boolean;
}

/** About whom a receiver reports that has heard nobody yet. */
const NOBODY: ReportBlock = { ssrc: 0, highestSequence: 0, jitter: 0, lastReport: 0, delay: 0 };

export function rtcp(at: number, { way, ...voice }: Voice, said: Said): Sent {
  const { ssrc = voice.ssrc, sender, block = NOBODY, bye = false } = said;
  const { sourcePort, destinationPort } = said.ports ?? voice;
  const parts = [report(ssrc, sender, block), description(ssrc, voice.name)];
  const ports = { sourcePort: sourcePort + 1, destinationPort: destinationPort + 1 };
  return datagram(at, way, ports, join(...parts, ...(bye ? [goodbye(ssrc)] : [])));
}

/** A sender report at a time: what was sent and heard until then. */
export function senderReport(at: number, own: Reporting, other: Reporting, bye = false): Sent {
  return rtcp(at, own.voice, { sender: sentBy(own.voice, at), block: heard(other, at), bye });
}

function sentBy(voice: Voice, at: number): SenderInfo {
  const { timestamp, times } = voice;
  const packets = passed(voice, at).length;
  const samples = Math.floor((at - times[0]!) / 125);
  return { time: ntp(at), timestamp: (timestamp + samples) >>> 0, packets, octets: packets * 160 };
}

function heard({ voice, reports }: Reporting, at: number): ReportBlock {
  const times = passed(voice, at);
  const last = reports.filter((time) => time < at).at(-1);
  return {
    ssrc: voice.ssrc,
    highestSequence: voice.sequence + times.length - 1,
    jitter: jitterOf(times),
    lastReport: last === undefined ? 0 : middle(last),
    delay: last === undefined ? 0 : Math.floor(((at - last) * 65_536) / 1e6),
  };
}

/** Seconds from 1900 to 1970. */
const NTP_ERA = 2_208_988_800;

/** NTP time in 64 bits (RFC 3550 §4). */
function ntp(at: number): bigint {
  return (BigInt(NTP_ERA + START) << 32n) + (BigInt(at) << 32n) / 1_000_000n;
}

/** The middle 32 bits of a time, as reports quote it. */
const middle = (at: number) => Number((ntp(at) >> 16n) & 0xffff_ffffn);
