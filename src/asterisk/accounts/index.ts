export type { Account, AccountList, Technology } from "./model.js";
export { readPjsip } from "./pjsip.js";
export { readSip } from "./sip.js";
export { toPjsip } from "./to-pjsip.js";
