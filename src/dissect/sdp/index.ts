export { type Announced, readAnnounced } from "./announced.js";
export { type Origin, parseSdp, type SessionDescription } from "./description.js";
export { isTelephoneEvent, type PayloadFormat } from "./formats.js";
export type { SdpLine } from "./lines.js";
export type { Crypto, Direction, MediaDescription, Receiver } from "./media.js";
export { type AgreedFormat, type MediaSide, type NegotiatedMedia, negotiate } from "./negotiation.js";
export { payloadTypeName, type StaticPayloadType, staticPayloadType } from "./payload-types.js";
