/** Everything pure: what a browser bundles. Opens captures from bytes. */
export * from "./api/index.js";
export { openBytes as openCapture } from "./api/open.js";
export type { Account, Finding, Problem, ReadOptions, Step } from "./asterisk/index.js";
export { NotACapture } from "./capture/frame.js";
export * from "./course/index.js";
export { facts, jupyterDisplay, note, table } from "./display/index.js";
export { parseSdp } from "./dissect/sdp/index.js";
export { digestResponse, parseSip, type SipMessage } from "./dissect/sip/index.js";
export { type Language, language, setLanguage } from "./language.js";
