import type { Authentication } from "../../dissect/sip/index.js";
import type { SignallingEvent } from "../../voip/signalling.js";
import type { Context } from "./context.js";

/** A server passes a request on at once; what is older than this was another matter. */
const RELAY_NS = 2e9;

/** A message among those of its Call-ID: what it answers, what answers it (RFC 3261 §17). */
export class Exchange {
  private readonly dialog: readonly SignallingEvent[];
  private readonly place: number;

  constructor(
    private readonly context: Context,
    readonly event: SignallingEvent,
  ) {
    this.dialog = context.analysis.signalling.byCallId.get(event.message.callId ?? "") ?? [event];
    this.place = this.dialog.indexOf(event);
  }

  /** The message that this one is a copy of: the same branch, CSeq and first line from the same machine. */
  get original(): SignallingEvent | undefined {
    const { event } = this;
    return this.before.find(
      (other) =>
        sameTransaction(other, event) &&
        other.source.address === event.source.address &&
        other.message.method === event.message.method &&
        other.message.status === event.message.status &&
        (event.message.vias[0]?.branch !== undefined || event.message.kind === "request"),
    );
  }

  /** The final answer that a copy of this request had got before. */
  get earlierAnswer(): SignallingEvent | undefined {
    return this.before.findLast(
      (other) => sameTransaction(other, this.event) && (other.message.status ?? 0) >= 200,
    );
  }

  /** A response's request: the last copy of it. */
  get request(): SignallingEvent | undefined {
    return this.before.findLast(
      (other) => other.message.kind === "request" && sameTransaction(other, this.event) && !isAck(other),
    );
  }

  /** The responses to a request, up to its next copy. */
  get responses(): SignallingEvent[] {
    const found: SignallingEvent[] = [];
    for (const other of this.after) {
      if (!sameTransaction(other, this.event) || isAck(other)) continue;
      if (other.message.kind === "request") break;
      found.push(other);
    }
    return found;
  }

  /** The final response that follows a provisional one. */
  get final(): SignallingEvent | undefined {
    return this.after.find(
      (other) => sameTransaction(other, this.event) && (other.message.status ?? 0) >= 200,
    );
  }

  /** The ACK of a final response to an INVITE. */
  get ack(): SignallingEvent | undefined {
    return this.after.find((other) => isAck(other) && sameNumber(other, this.event));
  }

  /** The final response that an ACK is for. */
  get acknowledged(): SignallingEvent | undefined {
    return this.before.findLast(
      (other) =>
        (other.message.status ?? 0) >= 200 &&
        other.message.cseq?.method === "INVITE" &&
        sameNumber(other, this.event),
    );
  }

  /** The INVITE that a CANCEL is for. */
  get cancelled(): SignallingEvent | undefined {
    return this.before.findLast(
      (other) => other.message.method === "INVITE" && sameNumber(other, this.event),
    );
  }

  /** The INVITE that began a request's dialog, where that is another frame. */
  get beginning(): SignallingEvent | undefined {
    return this.before.find((other) => other.message.method === "INVITE");
  }

  /** The 2xx that answered the dialog's first INVITE, if it came before. */
  get answered(): SignallingEvent | undefined {
    return this.before.find(
      ({ message }) =>
        message.cseq?.method === "INVITE" && (message.status ?? 0) >= 200 && (message.status ?? 0) < 300,
    );
  }

  /** The request of the same method that a server in the middle got shortly before, in another dialog. */
  get relayed(): SignallingEvent | undefined {
    const { event, context } = this;
    return context.analysis.signalling.events.findLast(
      (other) =>
        other.frame < event.frame &&
        event.time - other.time < RELAY_NS &&
        other.message.method === event.message.method &&
        (other.message.to?.tag === undefined) === (event.message.to?.tag === undefined) &&
        other.destination.address === event.source.address &&
        other.source.address !== event.destination.address &&
        other.message.callId !== event.message.callId,
    );
  }

  /** The response whose challenge these credentials answer. */
  challengeOf({ nonce }: Authentication): SignallingEvent | undefined {
    if (nonce === undefined) return undefined;
    const asks = ({ frame, message }: SignallingEvent) =>
      frame < this.event.frame && message.challenges.some((challenge) => challenge.nonce === nonce);
    return this.before.findLast(asks) ?? this.context.analysis.signalling.events.findLast(asks);
  }

  /** The request with credentials that follows a challenge, and the next one of the same method, with or without. */
  get retry(): { request: SignallingEvent | undefined; withCredentials: SignallingEvent | undefined } {
    const method = this.event.message.cseq?.method;
    const requests = this.after.filter(
      ({ message, source }) => message.method === method && source.address === this.event.destination.address,
    );
    const [request] = requests;
    return { request, withCredentials: requests.find(({ message }) => message.credentials.length > 0) };
  }

  private get before(): readonly SignallingEvent[] {
    return this.dialog.slice(0, this.place);
  }

  private get after(): readonly SignallingEvent[] {
    return this.dialog.slice(this.place + 1);
  }
}

function isAck({ message }: SignallingEvent): boolean {
  return message.method === "ACK";
}

function sameNumber(one: SignallingEvent, other: SignallingEvent): boolean {
  return (
    one.message.cseq?.number === other.message.cseq?.number &&
    one.message.from?.tag === other.message.from?.tag
  );
}

/** An ACK and a CANCEL have the number of their INVITE, and a method of their own. */
function sameTransaction(one: SignallingEvent, other: SignallingEvent): boolean {
  return (
    sameNumber(one, other) &&
    one.message.cseq?.method === other.message.cseq?.method &&
    one.message.vias[0]?.branch === other.message.vias[0]?.branch
  );
}
