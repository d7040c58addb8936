export { type CodecImpairment, codecImpairment } from "./codecs.js";
export { effectiveEquipmentImpairment, type Rating, rating } from "./e-model.js";
export { type PacketLoss, packetLoss } from "./loss.js";
export { meanOpinionScore, type Satisfaction, satisfaction } from "./opinion.js";
export type { EModelParameters } from "./parameters.js";
