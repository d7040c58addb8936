import { PacketFlag } from "./packet-flag.js";
import { isComfortNoise } from "./payload-type.js";
import { StreamStatistics } from "./statistics.js";

/** A stream's packets in capture order, a column each, all of the same length. */
export interface PacketColumns {
  /** Capture time in ns. */
  readonly time: ArrayLike<number>;
  readonly sequence: ArrayLike<number>;
  readonly timestamp: ArrayLike<number>;
  readonly payloadType: ArrayLike<number>;
  /** 1 where the marker bit is set. */
  readonly marker: ArrayLike<number>;
  /** Bytes of the RTP packet, header and padding included. */
  readonly length: ArrayLike<number>;
}

/** What Wireshark's RTP Analysis shows of each packet. */
export interface PacketAnalysis {
  /** Time since the packet before, in ms. */
  readonly delta: Float64Array;
  /** Interarrival jitter (RFC 3550 §6.4.1), in ms. */
  readonly jitter: Float64Array;
  /** How far the sender's clock is ahead of the arrivals since the first packet, in ms. */
  readonly skew: Float64Array;
  /** IP bandwidth over the last second, in kbit/s. */
  readonly bandwidth: Float64Array;
  /** `PacketFlag`s; `packetStatus` gives the one to show. */
  readonly flags: Uint16Array;
}

/** What must be known of a payload type. */
export interface PayloadTypes {
  /** In Hz, as `payloadClockRate` gives it. */
  clockRateOf(payloadType: number): number;
  /** Whether SDP called it telephone-event. */
  isEvent(payloadType: number): boolean;
}

/** Bytes of IPv4 and UDP, and of IPv6 and UDP, before the RTP header. */
export const IPV4_OVERHEAD = 28;
export const IPV6_OVERHEAD = 48;

/**
 * Follows a stream packet by packet, as Wireshark's RTP Stream Analysis does. Its bandwidth is kept for the last 300
 * packets only, and so goes wrong above 300 packets a second; here it does not.
 *
 * @param overhead bytes below RTP that count for the bandwidth
 */
export function analysePackets(
  packets: PacketColumns,
  types: PayloadTypes,
  overhead = IPV4_OVERHEAD,
): PacketAnalysis {
  const { time, sequence, timestamp, payloadType, marker, length } = packets;
  const count = time.length;
  const delta = new Float64Array(count);
  const jitter = new Float64Array(count);
  const skew = new Float64Array(count);
  const flags = new Uint16Array(count);
  const statistics = new StreamStatistics();
  for (let i = 0; i < count; i++) {
    const type = payloadType[i];
    statistics.add(time[i], sequence[i], timestamp[i], type, marker[i] === 1, 0, types.clockRateOf(type));
    delta[i] = statistics.latestDelta;
    jitter[i] = statistics.latestJitter;
    skew[i] = statistics.latestSkew;
    flags[i] = statistics.flags | flagsOfType(type, i === 0, types);
  }
  return { delta, jitter, skew, flags, bandwidth: bandwidths(time, length, overhead) };
}

/** What the statistics do not need: events, and comfort noise that a stream begins with. */
function flagsOfType(payloadType: number, first: boolean, types: PayloadTypes): number {
  if (isComfortNoise(payloadType)) return PacketFlag.comfortNoise;
  return !first && types.isEvent(payloadType) ? PacketFlag.event : 0;
}

function bandwidths(time: ArrayLike<number>, length: ArrayLike<number>, overhead: number): Float64Array {
  const bandwidth = new Float64Array(time.length);
  let oldest = 0;
  let bytes = 0;
  for (let i = 0; i < time.length; i++) {
    for (; milliseconds(time[oldest]!) + 1000 < milliseconds(time[i]!); oldest++)
      bytes -= length[oldest]! + overhead;
    bytes += length[i] + overhead;
    bandwidth[i] = (bytes * 8) / 1000;
  }
  return bandwidth;
}

/** As Wireshark has it, rounded alike: a packet that is a second old to the nanosecond may count or not. */
function milliseconds(time: number): number {
  return Math.floor(time / 1e9) * 1000 + (time % 1e9) / 1e6;
}
