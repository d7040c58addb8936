export { Accounts, readAccounts, readPjsip, toPjsip } from "./accounts.js";
export { type AccountSeen, AccountsSeen } from "./accounts-seen.js";
export { type Agreement, Agreements } from "./agreements.js";
export { BufferTrials } from "./buffer-trials.js";
export { type AgainstOptions, Call, Calls } from "./call.js";
export { Capture } from "./capture.js";
export { ComparedStep, Comparison } from "./comparison.js";
export {
  type CallFrom,
  Dialplan,
  DialplanSteps,
  type LintWith,
  readDialplan,
  Trace,
  TracedStep,
} from "./dialplan.js";
export { Digest, Digests } from "./digests.js";
export { EndToEndCall, EndToEndCalls } from "./end-to-end-calls.js";
export { Explanation } from "./explain/index.js";
export { Findings } from "./findings.js";
export { explain, Frame, type RtpPacket } from "./frame.js";
export { FrameList, Frames } from "./frames.js";
export { Hosts } from "./hosts.js";
export { Keys, type PressedKey } from "./keys.js";
export { type Leg, Legs } from "./legs.js";
export { Ending, Progress } from "./moments.js";
export { type CaptureInput, latestCapture, type OpenOptions, openBytes } from "./open.js";
export { Problems } from "./problems.js";
export { type ProtocolCount, Protocols } from "./protocols.js";
export { Quality, type QualityOptions } from "./quality.js";
export { Recording } from "./recording.js";
export { Registration, Registrations } from "./registrations.js";
export { type RtcpReport, RtcpReports } from "./rtcp-reports.js";
export { fourDigits, SecretSearch } from "./secret-search.js";
export { type DescribedMedia, SessionDescriptions } from "./session-descriptions.js";
export { SipEvent, SipMessages } from "./sip-messages.js";
export { SipStatistics } from "./sip-statistics.js";
export { type AnalysedPacket, StreamAnalysis } from "./stream-analysis.js";
export { Stream, Streams } from "./streams.js";
export { Talk } from "./talk.js";
export { Verification } from "./verification.js";
export { View } from "./view.js";
export { type VoipMetricsReport, VoipMetricsReports } from "./voip-metrics.js";
