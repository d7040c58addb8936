import type { NameAddress, SipMessage } from "../dissect/sip/index.js";
import type { SignallingEvent } from "./signalling.js";

/**
 * The states that Wireshark's VoIP Calls gives SIP calls. RINGING and UNKNOWN it has for other signalling only: a
 * ringing phone leaves a SIP call in CALL SETUP.
 */
export type CallState = "CALL SETUP" | "IN CALL" | "CANCELLED" | "COMPLETED" | "REJECTED";

/** A row of Wireshark's VoIP Calls: the messages of one Call-ID that began with an INVITE. */
export interface CallSummary {
  callId: string;
  /** Nanoseconds since the first frame: first and last message. */
  start: number;
  stop: number;
  /** Address that sent the first INVITE. */
  initialSpeaker: string;
  /** The From tag of that INVITE: it names the caller in every message of the call (RFC 3261 §12). */
  callerTag: string | undefined;
  /** From and To as written, without parameters: `"user1" <sip:user1@192.168.187.12>`. */
  from: string;
  to: string;
  protocol: "SIP";
  packets: number;
  state: CallState;
  /** First method, then the final answers to the INVITE: `INVITE 401 200`. */
  comments: string;
  events: SignallingEvent[];
}

/** The calls among the messages, as Wireshark counts them: by Call-ID, from the first INVITE on. */
export function callsOf(byCallId: ReadonlyMap<string, readonly SignallingEvent[]>): CallSummary[] {
  const calls: CallSummary[] = [];
  for (const [callId, events] of byCallId) {
    const first = events.findIndex((event) => event.message.method === "INVITE");
    if (first !== -1 && callId !== "") calls.push(summarise(callId, events.slice(first)));
  }
  return calls.sort((a, b) => a.start - b.start || a.events[0]!.frame - b.events[0]!.frame);
}

function summarise(callId: string, events: SignallingEvent[]): CallSummary {
  const [invite] = events as [SignallingEvent];
  const progress = new Progress(invite);
  for (const event of events) progress.follow(event);
  return {
    callId,
    start: invite.time,
    stop: events.at(-1)!.time,
    initialSpeaker: invite.source.address,
    callerTag: invite.message.from?.tag,
    from: withoutParameters(invite.message, invite.message.from),
    to: withoutParameters(invite.message, invite.message.to),
    protocol: "SIP",
    packets: events.length,
    state: progress.state,
    comments: progress.comments,
    events,
  };
}

/** The state of one call, message by message: the rules are those of Wireshark's VoIP Calls. */
class Progress {
  state: CallState = "CALL SETUP";
  comments = "INVITE";
  private readonly speaker: string;
  private inviteNumber: number | undefined;
  private transaction: "sent" | "answered" | "cancelled" = "sent";

  constructor(invite: SignallingEvent) {
    this.speaker = invite.source.address;
    this.inviteNumber = invite.message.cseq?.number;
  }

  follow(event: SignallingEvent): void {
    if (event.message.kind === "response") this.response(event);
    else this.request(event);
  }

  private response({ message, destination }: SignallingEvent): void {
    if (message.cseq?.number !== this.inviteNumber || destination.address !== this.speaker) return;
    const status = message.status ?? 0;
    if (this.transaction === "sent") {
      if (status > 199 && status < 300) this.transaction = "answered";
      else if (status > 299) this.state = "REJECTED";
    }
    if (status >= 200) this.comments += ` ${status}`;
  }

  private request({ message, source }: SignallingEvent): void {
    const own = source.address === this.speaker;
    const same = message.cseq?.number === this.inviteNumber;
    const settingUp = this.state === "CALL SETUP";
    if (message.method === "INVITE" && own) {
      this.inviteNumber = message.cseq?.number;
      this.state = "CALL SETUP";
    } else if (message.method === "ACK" && own && same && settingUp && this.transaction === "answered") {
      this.state = "IN CALL";
    } else if (message.method === "BYE") {
      this.state = "COMPLETED";
    } else if (message.method === "CANCEL" && own && same && settingUp) {
      this.state = "CANCELLED";
      this.transaction = "cancelled";
    }
  }
}

/** A From or To as written, up to its tag and other parameters. */
function withoutParameters(message: SipMessage, address: NameAddress | undefined): string {
  if (!address) return "";
  const { start, uri } = address;
  const bracket = message.raw[uri.end] === ">" ? 1 : 0;
  return message.textOf({ start, end: uri.end + bracket }).trim();
}
