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
  readonly flags: Uint8Array;
}

/** Bytes of IPv4 and UDP, and of IPv6 and UDP, before the RTP header. */
export const IPV4_OVERHEAD = 28;
export const IPV6_OVERHEAD = 48;

/**
 * Follows a stream packet by packet, for charts.
 *
 * @param clockRate of a payload type in Hz, as `payloadClockRate` gives it
 * @param overhead bytes below RTP that count for the bandwidth
 */
export function analysePackets(
  packets: PacketColumns,
  clockRate: (payloadType: number) => number,
  overhead = IPV4_OVERHEAD,
): PacketAnalysis {
  const { time, sequence, timestamp, payloadType, marker, length } = packets;
  const count = time.length;
  const delta = new Float64Array(count);
  const jitter = new Float64Array(count);
  const skew = new Float64Array(count);
  const flags = new Uint8Array(count);
  const statistics = new StreamStatistics();
  for (let i = 0; i < count; i++) {
    const type = payloadType[i];
    statistics.add(time[i], sequence[i], timestamp[i], type, marker[i] === 1, 0, clockRate(type));
    delta[i] = statistics.latestDelta;
    jitter[i] = statistics.latestJitter;
    skew[i] = statistics.latestSkew;
    flags[i] = statistics.flags;
  }
  return { delta, jitter, skew, flags, bandwidth: bandwidths(time, length, overhead) };
}

function bandwidths(time: ArrayLike<number>, length: ArrayLike<number>, overhead: number): Float64Array {
  const bandwidth = new Float64Array(time.length);
  let oldest = 0;
  let bytes = 0;
  for (let i = 0; i < time.length; i++) {
    for (; time[oldest] + 1e9 < time[i]; oldest++) bytes -= length[oldest] + overhead;
    bytes += length[i] + overhead;
    bandwidth[i] = (bytes * 8) / 1000;
  }
  return bandwidth;
}
