export {
  analysePackets,
  IPV4_OVERHEAD,
  IPV6_OVERHEAD,
  type PacketAnalysis,
  type PacketColumns,
  type PayloadTypes,
} from "./analysis.js";
export { type Arrivals, countArrivals } from "./arrivals.js";
export { countPacket, PAYLOAD_TYPE, STREAM_CELLS, setClock } from "./cells.js";
export { type BufferTrial, lateness, tryBuffers } from "./jitter-buffer.js";
export { numberings } from "./numberings.js";
export { type ArrivalOrder, arrivalOrder } from "./order.js";
export { PacketFlag, type PacketStatus, packetStatus } from "./packet-flag.js";
export { isTelephoneEvent, payloadClockRate, payloadShortName } from "./payload-type.js";
export type { Spread } from "./spread.js";
export { StreamStatistics } from "./statistics.js";
