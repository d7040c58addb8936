import { number } from "../../display/index.js";
import type { Party } from "./context.js";
import { english as row } from "./row-words.js";

/** "the server", a phone's user, or an address. */
const who = ({ role, name }: Party) => (role === "server" ? "the server" : name);
const Who = (party: Party) => (party.role === "server" ? "The server" : party.name);
const titled = (party: Party) =>
  party.role === "server"
    ? `server (${party.address})`
    : party.name === party.address
      ? party.name
      : `${party.name} (${party.address})`;
const count = (value: number, one: string) => `${number(value)} ${one}${value === 1 ? "" : "s"}`;

export const english = {
  title: (frame: number, time: string, from: Party, to: Party, what: string) =>
    `frame ${frame}${time === "" ? "" : ` · ${time} s`} · ${titled(from)} → ${titled(to)} · ${what}`,
  others: (protocol: string, info: string) =>
    `voiplab explains SIP, RTP, RTCP, STUN, ICMP and ARP; of this ${protocol === "" ? "frame" : `${protocol} frame`} it knows what the packet list says: “${info}”.`,
  row,
  noInfo: "nothing",

  register: (from: Party, to: Party, aor: string, contact: string, lapse: string | undefined) =>
    `${Who(from)} tells ${who(to)}: “whoever looks for ${aor} will find them at ${contact}${lapse === undefined ? "" : `, for ${lapse}`}”.`,
  unregister: (from: Party, to: Party, aor: string) =>
    `${Who(from)} takes back the registration of ${aor} with ${who(to)}: an expiry of zero seconds.`,
  query: (from: Party, to: Party, aor: string) =>
    `${Who(from)} asks ${who(to)} where ${aor} is registered: without a Contact, nothing is changed.`,
  invite: (from: Party, to: Party, target: string) =>
    `${Who(from)} asks ${who(to)} for a call to ${target}: this frame starts the call.`,
  inviteAgain: (from: Party, to: Party, first: number) =>
    `${Who(from)} asks ${who(to)} for the call again, after the try of frame ${first}.`,
  reinvite: (from: Party, to: Party, first: number) =>
    `${Who(from)} wants to change the session of the call that frame ${first} began (a re-INVITE: the To header already has its tag), and asks ${who(to)}.`,
  relayed: (frame: number) =>
    `The server stands between the two phones (a back-to-back user agent): here it does, in a dialog of its own, what frame ${frame} asked of it.`,
  hold: "The direction that it asks for puts the other side on hold.",
  ack: (from: Party, to: Party, frame: number | undefined, status: number) =>
    frame === undefined
      ? `${Who(from)} acknowledges to ${who(to)} an answer that is not in this capture.`
      : status < 300
        ? `${Who(from)} acknowledges to ${who(to)} the ${status} of frame ${frame}: INVITE, ${status}, ACK, and the call is up.`
        : `${Who(from)} acknowledges to ${who(to)} the ${status} of frame ${frame}: this closes the transaction, not a call.`,
  bye: (from: Party, to: Party, lapse: string | undefined) =>
    `${Who(from)} hangs up and says so to ${who(to)}${lapse === undefined ? "" : `, ${lapse} after the call was answered`}.`,
  cancel: (from: Party, to: Party, frame: number | undefined) =>
    `${Who(from)} gives up the INVITE ${frame === undefined ? "that is not in this capture" : `of frame ${frame}`} before it was answered, and tells ${who(to)}.`,
  options: (from: Party, to: Party) =>
    `${Who(from)} asks ${who(to)} what it can do; servers send this also to see whether a phone is still there.`,
  notify: (from: Party, to: Party, event: string) =>
    `${Who(from)} gives ${who(to)} news${event === "" ? "" : ` about “${event}”`}.`,
  subscribe: (from: Party, to: Party, event: string) =>
    `${Who(from)} asks ${who(to)} to be told news${event === "" ? "" : ` about “${event}”`}.`,
  request: (from: Party, to: Party, method: string) => `${Who(from)} sends ${who(to)} the request ${method}.`,

  infoKey: (from: Party, to: Party, key: string) =>
    `${Who(from)} tells ${who(to)} that key ${key} was pressed: in the signalling (INFO), where others send an RTP event beside the voice.`,

  again: (frame: number, answer: number | undefined) =>
    answer === undefined
      ? `It is frame ${frame} sent again: the same branch and CSeq; over UDP a sender repeats itself until it has an answer.`
      : `It is frame ${frame} sent again: the same branch and CSeq. The answer of frame ${answer} did not help: it did not arrive, or the sender could do nothing with it.`,
  answeredAgain: (frame: number) => `It repeats the answer of frame ${frame}, for the request came again.`,
  credentials: (frame: number | undefined, user: string) =>
    frame === undefined
      ? `It carries credentials for ${user}, for a challenge that is not in this capture.`
      : `It answers the challenge of frame ${frame}: a digest for ${user} stands in the Authorization header, the password itself does not.`,
  noCredentials: "It carries no credentials.",
  offer: (media: string, address: string, codecs: string) =>
    `Its SDP offers ${media}: “send it to ${address}, as ${codecs}”.`,
  answer: (media: string, address: string, codecs: string) =>
    `Its SDP answers for ${media}: “send it to ${address}, as ${codecs}”.`,
  description: (media: string, address: string, codecs: string) =>
    `Its SDP describes ${media}: “send it to ${address}, as ${codecs}”.`,
  refused: (media: string) => `Its SDP says no to ${media}: port 0.`,
  nothingElse: "nothing that it could name",

  response: (
    from: Party,
    method: string,
    frame: number | undefined,
    lapse: string,
    status: number,
    reason: string,
  ) =>
    `${Who(from)} answers ${method}${frame === undefined ? ", a request that is not in this capture" : ` of frame ${frame}, ${lapse} later`}: ${status} ${reason}.`,
  meaning: (meaning: string) => `It says: ${meaning}.`,
  provisionalClass: "A code from 100 to 199: not the last word yet.",
  classes: [
    "",
    "",
    "It says yes.",
    "It sends the request elsewhere.",
    "It refuses: the request is at fault.",
    "It refuses: the server is at fault.",
    "It refuses, wherever one would ask.",
  ],
  challenge: (realm: string, nonce: string) =>
    `The challenge: realm “${realm}”, nonce “${nonce}”; the answer must be a digest made with the password of that realm and with that nonce.`,
  granted: (lapse: string) => `The registration holds for ${lapse}; it must be renewed before.`,
  end: "The call is over for both.",

  nextResponse: (frame: number, lapse: string, label: string) =>
    `What had to come next, an answer, came in frame ${frame}, ${lapse} later: ${label}.`,
  nextFinal: (frame: number, lapse: string, label: string) =>
    `The last word came in frame ${frame}, ${lapse} later: ${label}.`,
  noResponse: "An answer should come next; none is in this capture.",
  noFinal: "A final answer should come next; none is in this capture.",
  nextAck: (frame: number, lapse: string) =>
    `The ACK that must come next is in frame ${frame}, ${lapse} later.`,
  noAck: "An ACK should come next; none is in this capture.",
  nextRetry: (frame: number) =>
    `The same request should come next, with credentials: it came in frame ${frame}.`,
  retryWithout: (frame: number) =>
    `The same request should come next, with credentials; it came in frame ${frame}, but without them.`,
  noRetry: "The same request should come next, with credentials; it is not in this capture.",
  nothingNext: "Nothing has to follow.",

  voice: (from: Party, speaker: "caller" | "callee", call: number) =>
    `A piece of the ${speaker}’s voice in call ${call}, as ${who(from)} sends it.`,
  media: (from: Party, to: Party) =>
    `A piece of a stream from ${who(from)} to ${who(to)} that belongs to no call of this capture.`,
  payload: (name: string, bytes: number, lapse: string | undefined) =>
    `${count(bytes, "byte")} of ${name}${lapse === undefined ? "" : `, ${lapse} of sound`}.`,
  encrypted: "The payload is encrypted (SRTP): it cannot be heard.",
  place: (rank: number, packets: number, ssrc: string) =>
    `It is packet ${number(rank)} of ${number(packets)} of the stream ${ssrc}.`,
  marker: "Its marker bit says: a talkspurt begins here.",
  step: (sequence: number, units: number, lapse: string | undefined, frame: number, delta: string) =>
    `Since frame ${frame}, ${delta} earlier: sequence number ${signed(sequence)}, timestamp ${signed(units)}${lapse === undefined ? "" : ` (${lapse})`}.`,
  lost: (packets: number) =>
    `${count(packets, "packet")} of the numbering ${packets === 1 ? "is" : "are"} not there in between.`,
  late: "It comes late: a packet with a higher number was there already.",
  duplicate: "It is a copy: its sequence number was there in the packet before.",
  begins: (sequence: number, timestamp: number) =>
    `Its stream begins here: sequence number ${sequence}, timestamp ${timestamp}; a sender draws the first values as it likes.`,
  nextPacket: (frame: number, delta: string) => `The stream goes on in frame ${frame}, ${delta} later.`,
  lastPacket: "It is the last of its stream.",
  keyStream: (from: Party, speaker: "caller" | "callee", call: number) =>
    `A key press in the stream of the ${speaker}’s voice in call ${call}, as ${who(from)} sends it.`,
  keyBegins: "Its marker bit says: a key press begins here.",
  keyStays: "The timestamp stays that of the beginning of the key press.",
  key: (key: string, over: boolean, lapse: string) =>
    `Key ${key} of the keypad, sent as an event and not as sound: ${over ? `released, after ${lapse}` : `pressed for ${lapse} so far`}.`,

  senderReport: (from: Party, source: string, packets: number, bytes: number) =>
    `${Who(from)} reports on what it sends as ${source}: ${count(packets, "packet")} so far, ${count(bytes, "byte")} of payload.`,
  receiverReport: (from: Party, source: string) =>
    `${Who(from)}, as ${source}, has sent nothing since its last report and says what it hears.`,
  nothingHeard: "It has nothing to say yet of what it hears.",
  heard: (source: string, percent: string, lost: number, jitter: string) =>
    `Of stream ${source} it heard: ${percent} % lost since its last report, ${count(lost, "packet")} lost in all, jitter ${jitter}.`,
  units: (units: number) => `${number(units)} units of the timestamp`,
  cname: (name: string) => `It gives its name, to tell it from others: “${name}”.`,
  goodbye: "Its Goodbye says that the stream falls silent; the call itself ends with SIP’s BYE.",
  otherRtcp: "It holds a packet besides that is not explained here.",
  encryptedRtcp: "The reports are encrypted (SRTCP): they cannot be read.",

  ping: (from: Party, to: Party) => `${Who(from)} asks ${who(to)}: “are you there?” (a ping).`,
  pingAnswered: (frame: number, lapse: string) => `The answer came in frame ${frame}, ${lapse} later.`,
  pingUnanswered: "No answer is in this capture.",
  pong: (from: Party, frame: number | undefined, lapse: string) =>
    `${Who(from)} answers the ping${frame === undefined ? "" : ` of frame ${frame}, ${lapse} later`}: “I am here”.`,
  unreachable: (from: Party, port: string, what: string, frame: number | undefined) =>
    `${Who(from)} returns the beginning of a datagram${frame === undefined ? "" : `, frame ${frame}`}: nobody listens at UDP port ${port} here. What came back: ${what}.`,
  unreachableRtcp:
    "For the call this is harmless: only reports on quality found no taker, often because the port opens a moment later or was closed first.",
  unreachableRtp:
    "Voice found no taker: this happens for a moment when one side starts earlier or stops later than the other; if it went on, one would hear nothing.",
  unreachableSip: "Signalling found no taker: whoever sent it will not get an answer.",
  icmp: (from: Party, to: Party, info: string) =>
    `${Who(from)} reports to ${who(to)} that the network could not do something: “${info}”.`,

  arpAsks: (target: string, asker: string) =>
    `The machine ${asker} asks all its neighbours: “who has the address ${target}?” It needs the MAC address, for a frame goes from card to card.`,
  arpAnnounces: (address: string, mac: string) =>
    `The machine ${mac} announces to all its neighbours that ${address} is its address.`,
  arpReply: (address: string, mac: string, asker: string) =>
    `The answer, to ${asker}: the card of ${address} is ${mac}.`,
  arpAnswered: (frame: number, lapse: string) => `The answer came in frame ${frame}, ${lapse} later.`,
  arpUnanswered: "No answer is in this capture.",
  arpAsked: (frame: number) => `It was asked in frame ${frame}.`,

  keepAlive: (from: Party, to: Party, bytes: number) =>
    `${Who(from)} sends ${who(to)} ${count(bytes, "byte")} on SIP’s port that are no message: they keep the way open through a router that would forget it (NAT). No answer is needed.`,

  stunAsks: (from: Party, to: Party) =>
    `${Who(from)} asks ${who(to)}: “under which address and port do you see me?” Behind a router that changes addresses (NAT), a phone cannot know otherwise; the question also shows whether the way for the voice is open.`,
  stunAnswered: (frame: number, lapse: string, seen: string | undefined) =>
    `The answer came in frame ${frame}, ${lapse} later${seen === undefined ? "" : `: ${seen}`}.`,
  stunUnanswered: "No answer to it is in this capture: nobody there speaks STUN, or it went another way.",
  stunAnswers: (from: Party, to: Party, frame: number | undefined, lapse: string, seen: string | undefined) =>
    `${Who(from)} answers ${who(to)}${frame === undefined ? "" : `, who asked in frame ${frame}, ${lapse} earlier`}: “${seen === undefined ? "I see you" : `I see you as ${seen}`}”. Where that is not the phone’s own address, a router changed it on the way.`,
};

function signed(value: number): string {
  return value < 0 ? `−${number(-value)}` : `+${number(value)}`;
}

/** The same words in every language. */
export type Words = typeof english;
