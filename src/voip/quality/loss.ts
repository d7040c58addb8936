import { lossesBefore } from "../losses.js";
import { countArrivals } from "../stream/index.js";

/** How many packets are lost, and whether one by one or in bursts. */
export interface PacketLoss {
  /** Of the packets expected, in %. */
  ppl: number;
  /**
   * Mean length of the bursts of lost packets, over that to be expected of as many lost at random (G.107 §7.5); 1 for
   * those, and for shorter ones.
   */
  burstR: number;
}

/** The losses of a stream from its sequence numbers in the order of arrival; late packets are not lost. */
export function packetLoss(sequences: ArrayLike<number>): PacketLoss {
  const { distinct, missing } = countArrivals(sequences);
  if (missing === 0) return { ppl: 0, burstR: 1 };
  const bursts = lossesBefore(sequences).filter((packets) => packets > 0).length;
  const share = missing / (missing + distinct);
  return { ppl: 100 * share, burstR: Math.max(1, (missing / bursts) * (1 - share)) };
}
