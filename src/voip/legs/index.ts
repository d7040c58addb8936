export type { LegEvidence } from "./clues.js";
export { type Leg, legsOf } from "./legs.js";
