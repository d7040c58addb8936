import type { CallEnding } from "../voip/ending.js";
import type { Host } from "../voip/hosts.js";
import type { LegEvidence } from "../voip/legs/index.js";
import type { RegistrationOutcome } from "../voip/registrations.js";
import type { ArrivalOrder, PacketStatus } from "../voip/stream/index.js";

/** A status with the packet's payload type, and whether that is of events. */
type PacketStatusText = (payloadType: number, event: boolean) => string;

/** Times in whole ms. */
interface SetupSpread {
  average: number;
  min: number;
  max: number;
}

export const english = {
  number: "No.",
  time: "Time",
  source: "Source",
  destination: "Destination",
  protocol: "Protocol",
  length: "Length",
  info: "Info",
  message: "Message",
  callId: "Call-ID",
  client: "Client",
  registrar: "Registrar",
  addressOfRecord: "Address of record",
  contact: "Contact",
  expires: "Expires",
  attempts: "Attempts",
  outcome: "Outcome",
  status: "Status",
  start: "Start Time",
  stop: "Stop Time",
  initialSpeaker: "Initial Speaker",
  from: "From",
  to: "To",
  duration: "Duration",
  packets: "Packets",
  state: "State",
  comments: "Comments",
  port: "Port",
  voice: "Voice",
  ssrc: "SSRC",
  payload: "Payload",
  lost: "Lost",
  meanDelta: "Mean Delta (ms)",
  maxDelta: "Max Delta (ms)",
  meanJitter: "Mean Jitter (ms)",
  maxJitter: "Max Jitter (ms)",
  address: "Address",
  role: "Role",
  users: "Users",
  software: "Software",
  sent: "SIP messages sent",
  frames: "Frames",
  share: "Share (%)",
  media: "Media",
  codecs: "Codecs",
  direction: "Direction",
  transport: "Transport",
  format: "Format",
  interfaces: "Interfaces",
  begins: "Begins",
  comment: "Comment",
  warnings: "Warnings",
  calls: "Calls",
  streams: "RTP streams",
  registrations: "Registrations",
  endedBy: "Ended by",
  how: "How",
  caller: "caller",
  callee: "callee",
  nobody: "nobody yet",
  dialled: "INVITE sent",
  ringing: "ringing",
  answered: "answered",
  ended: "ended",
  sequence: "Sequence",
  delta: "Delta (ms)",
  deltaTitle: "time since the packet before",
  jitter: "Jitter (ms)",
  jitterTitle: "interarrival jitter, RFC 3550 §6.4.1",
  skew: "Skew (ms)",
  skewTitle: "how far the sender's clock is ahead of the arrivals since the first packet",
  bandwidth: "Bandwidth (kbps)",
  bandwidthTitle: "IP, UDP and RTP over the last second",
  marker: "Marker",
  packetStatus: "Status",
  arrival: "Arrival",
  packetStatuses: {
    ok: () => "✓",
    "comfort-noise": (type: number) =>
      type === 13 ? "Comfort noise (PT=13, RFC 3389)" : "Comfort noise (PT=19, reserved)",
    "wrong-sequence": () => "Wrong sequence number",
    "payload-type-change": (type: number, event: boolean) =>
      `Payload changed to PT=${type}${event ? " telephone/event" : ""}`,
    "wrong-timestamp": () => "Incorrect timestamp",
    "marker-missing": () => "Marker missing?",
    event: (type: number) => `PT=${type} telephone/event`,
  } satisfies Record<PacketStatus, PacketStatusText> as Record<PacketStatus, PacketStatusText>,
  orders: {
    "in order": "",
    late: "late",
    duplicate: "duplicate",
    restart: "new numbering",
  } satisfies Record<ArrivalOrder, string>,
  lostBefore: (packets: number) => `${packets} lost before`,
  kind: "Kind",
  request: "request",
  response: "response",
  sipStatistics: (messages: number, resent: number, setup: SetupSpread | undefined) =>
    `${messages} SIP messages, ${resent} sent again; ${
      setup === undefined
        ? "no setup time (INVITE to ACK)"
        : `setup time (INVITE to ACK) ${setup.average} ms on average, ${setup.min} to ${setup.max} ms`
    }`,
  leg: "Leg",
  legs: "Legs",
  continues: "Continues leg",
  evidence: "Joined by",
  answeredBy: "Answered by",
  legEvidence: {
    ssrc: "same SSRC",
    media: "same media address",
    "session-id": "same Session-ID",
    caller: "same caller",
    dialled: "same number dialled",
    "set-up": "being set up then",
  } satisfies Record<LegEvidence, string>,
  postDialDelay: "post-dial delay",
  ringTime: "ring time",
  talkTime: "talk time",
  realm: "realm",
  nonce: "nonce",
  method: "method",
  uri: "uri",
  username: "username",
  responseSent: "response sent",
  responseComputed: "response computed",
  sameResponse: "the same",
  encrypted: "encrypted (SRTP): it cannot be heard",
  noAudio: "no G.711 audio in this capture",
  roles: { server: "server", phone: "phone" } satisfies Record<Host["role"], string>,
  descriptions: { offer: "offer", answer: "answer" },
  phases: {
    registration: "registration",
    unregistration: "unregistration",
    setUp: "call set-up",
    ending: "end of the call",
  },
  outcomes: {
    registered: "registered",
    unregistered: "unregistered",
    queried: "queried",
    refused: "refused",
    challenged: "challenged, no credentials came",
    unanswered: "unanswered",
  } satisfies Record<RegistrationOutcome, string>,
  endings: {
    "hung up": "hung up (BYE)",
    cancelled: "cancelled before an answer (CANCEL)",
    rejected: "rejected",
    open: "still open when the capture ends",
  } satisfies Record<CallEnding["how"], string>,
  band: (there: number, back: number, seconds: number) =>
    `${there} → ← ${back} packets, ${seconds.toFixed(1)} s`,
  noSuchFrame: (number: number, count: number) =>
    `frame ${number}: ${count === 0 ? "the capture has none" : `the capture has frames 1 to ${count}`}`,
  tooLong: (title: string, hours: number) =>
    `${title}: ${hours.toFixed(1)} h of sound, more than the hour that a page plays; saveWav(recording, "call.wav") keeps them`,
  openWhat: (found: string) => `openCapture: ${found} given, expected bytes, a File or, in Node, a path`,
};

export type Messages = typeof english;
