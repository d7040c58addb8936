export { type ReceivedReport, type RtcpEvent, receivedReports } from "./reports.js";
export { type SeenSoFar, seenUpTo } from "./seen.js";
