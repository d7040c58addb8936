import { clock, duration } from "../../display/index.js";
import { addressSpec, type SipMessage } from "../../dissect/sip/index.js";
import { infoKey } from "../../voip/info-keys.js";
import type { SignallingEvent } from "../../voip/signalling.js";
import { SipEvent } from "../sip-messages.js";
import type { Context } from "./context.js";
import type { Told } from "./explanation.js";
import { describeSession } from "./session.js";
import { shortened } from "./shortened.js";
import { statusMeaning, statusSection } from "./statuses.js";
import { Exchange } from "./transaction.js";
import { words } from "./words.js";

/** Where RFC 3261 and others define the methods. */
const SECTIONS: Readonly<Record<string, string>> = {
  REGISTER: "RFC 3261 §10.2",
  INVITE: "RFC 3261 §13.2.1",
  ACK: "RFC 3261 §13.2.2.4",
  BYE: "RFC 3261 §15.1.1",
  CANCEL: "RFC 3261 §9.1",
  OPTIONS: "RFC 3261 §11",
  NOTIFY: "RFC 6665 §4.2",
  SUBSCRIBE: "RFC 6665 §4.1",
  INFO: "RFC 6086",
  PRACK: "RFC 3262",
  UPDATE: "RFC 3311",
  MESSAGE: "RFC 3428",
  REFER: "RFC 3515",
  PUBLISH: "RFC 3903",
};

/** Methods that a server in the middle hands on from one leg to the other. */
const RELAYED = ["INVITE", "BYE", "CANCEL"];

/** What a SIP message says, in whose name, to whom, and what became of it. */
export function explainSip(context: Context, event: SignallingEvent): Told {
  const exchange = new Exchange(context, event);
  const { message } = event;
  const told = message.kind === "request" ? request(context, exchange) : response(context, exchange);
  const [from, to] = partiesOf(context, event);
  const time = clock(event.time / 1e9);
  return { ...told, title: words().title(event.frame, time, from, to, shortened(new SipEvent(event).label)) };
}

type Body = Omit<Told, "title">;

function request(context: Context, exchange: Exchange): Body {
  const say = words();
  const { event, original } = exchange;
  const { message } = event;
  const method = message.method ?? "";
  const [credentials] = message.credentials;
  const challenge = credentials && exchange.challengeOf(credentials);
  const asks = method === "ACK" ? [] : exchange.responses;
  const [first] = asks;
  const final = asks.find(({ message: { status = 0 } }) => status >= 200);
  const { text, frames } = purpose(context, exchange);
  const fromServer = context.party(event.source.address).role === "server";
  const relayed = fromServer && RELAYED.includes(method) ? exchange.relayed : undefined;
  return {
    sentences: [
      text,
      relayed && say.relayed(relayed.frame),
      credentials && say.credentials(challenge?.frame, shortened(credentials.username ?? "?")),
      method === "REGISTER" && !credentials ? say.noCredentials : undefined,
      ...describeSession(message, "request"),
      original && say.again(original.frame, exchange.earlierAnswer?.frame),
      method === "ACK"
        ? undefined
        : first
          ? say.nextResponse(first.frame, lapse(event, first), labelOf(first))
          : say.noResponse,
      first && final && final !== first
        ? say.nextFinal(final.frame, lapse(event, final), labelOf(final))
        : undefined,
    ],
    frames: [
      ...frames,
      relayed?.frame,
      challenge?.frame,
      original?.frame,
      exchange.earlierAnswer?.frame,
      first?.frame,
      final?.frame,
    ],
    reference: sectionOf(exchange),
  };
}

/** The section on a request; an ACK and an INVITE are two things each. */
function sectionOf(exchange: Exchange): string | undefined {
  const { message } = exchange.event;
  if (message.method === "INVITE" && message.to?.tag !== undefined) return "RFC 3261 §14.1";
  const refused = (exchange.acknowledged?.message.status ?? 0) >= 300;
  if (message.method === "ACK" && refused) return "RFC 3261 §17.1.1.3";
  return SECTIONS[message.method ?? ""];
}

/** What a request is for, and the frames that its sentence names. */
function purpose(context: Context, exchange: Exchange): { text: string; frames: (number | undefined)[] } {
  const say = words();
  const { event } = exchange;
  const { message } = event;
  const [from, to] = partiesOf(context, event);
  const method = message.method ?? "";
  const of = (text: string, ...frames: (number | undefined)[]) => ({ text, frames });
  switch (method) {
    case "REGISTER":
      return of(registration(message, () => [from, to]));
    case "INVITE": {
      const begun = exchange.beginning?.frame;
      if (message.to?.tag !== undefined && begun !== undefined)
        return of(say.reinvite(from, to, begun), begun);
      const first = exchange.original ? undefined : begun;
      const target = shortened(message.uri?.text ?? "?");
      return first === undefined
        ? of(say.invite(from, to, target))
        : of(say.inviteAgain(from, to, first), first);
    }
    case "ACK": {
      const { acknowledged } = exchange;
      return of(
        say.ack(from, to, acknowledged?.frame, acknowledged?.message.status ?? 0),
        acknowledged?.frame,
      );
    }
    case "BYE": {
      const { answered } = exchange;
      return of(say.bye(from, to, answered && lapse(answered, event)), answered?.frame);
    }
    case "CANCEL":
      return of(say.cancel(from, to, exchange.cancelled?.frame), exchange.cancelled?.frame);
    case "OPTIONS":
      return of(say.options(from, to));
    case "NOTIFY":
    case "SUBSCRIBE":
      return of(
        say[method === "NOTIFY" ? "notify" : "subscribe"](from, to, shortened(message.header("Event") ?? "")),
      );
    default: {
      const key = infoKey(message);
      return of(key === undefined ? say.request(from, to, shortened(method)) : say.infoKey(from, to, key));
    }
  }
}

function registration(message: SipMessage, parties: () => ReturnType<typeof partiesOf>): string {
  const say = words();
  const [from, to] = parties();
  const aor = shortened(message.to ? addressSpec(message.to) : "?");
  const [contact] = message.contacts;
  if (message.header("Contact") === undefined) return say.query(from, to, aor);
  const seconds = expiresOf(message);
  if (seconds === 0) return say.unregister(from, to, aor);
  const where = shortened(contact ? addressSpec(contact) : (message.header("Contact") ?? "?"));
  return say.register(from, to, aor, where, seconds === undefined ? undefined : duration(seconds));
}

function response(context: Context, exchange: Exchange): Body {
  const say = words();
  const { event, request: asked, original } = exchange;
  const { message } = event;
  const status = message.status ?? 0;
  const method = message.cseq?.method ?? "?";
  const [from] = partiesOf(context, event);
  const [challenge] = message.challenges;
  const next = following(exchange);
  const success = status >= 200 && status < 300;
  const granted = method === "REGISTER" && success ? expiresOf(message) : undefined;
  return {
    sentences: [
      say.response(
        from,
        shortened(method),
        asked?.frame,
        asked ? lapse(asked, event) : "",
        status,
        shortened(message.reason ?? ""),
      ),
      meaningOf(status),
      challenge && say.challenge(shortened(challenge.realm ?? ""), shortened(challenge.nonce ?? "")),
      granted === undefined || granted === 0 ? undefined : say.granted(duration(granted)),
      ...describeSession(message, "response", asked?.message),
      original && say.answeredAgain(original.frame),
      method === "BYE" && success ? say.end : undefined,
      next.text,
    ],
    frames: [asked?.frame, original?.frame, ...next.frames],
    reference: statusSection(status),
  };
}

function meaningOf(status: number): string | undefined {
  const say = words();
  const known = statusMeaning(status);
  if (known !== undefined) return say.meaning(known);
  return status < 200 ? say.provisionalClass : say.classes[Math.floor(status / 100)];
}

/** What has to follow a response, and whether it came. */
function following(exchange: Exchange): { text: string; frames: (number | undefined)[] } {
  const say = words();
  const { event } = exchange;
  const status = event.message.status ?? 0;
  const method = event.message.cseq?.method;
  if (status < 200) {
    const { final } = exchange;
    const text = final ? say.nextFinal(final.frame, lapse(event, final), labelOf(final)) : say.noFinal;
    return { text, frames: [final?.frame] };
  }
  const texts: string[] = [];
  const frames: (number | undefined)[] = [];
  if (method === "INVITE") {
    const { ack } = exchange;
    texts.push(ack ? say.nextAck(ack.frame, lapse(event, ack)) : say.noAck);
    frames.push(ack?.frame);
  }
  if (status === 401 || status === 407) {
    const { request, withCredentials } = exchange.retry;
    if (withCredentials) texts.push(say.nextRetry(withCredentials.frame));
    else texts.push(request ? say.retryWithout(request.frame) : say.noRetry);
    frames.push(withCredentials?.frame ?? request?.frame);
  }
  return { text: texts.length === 0 ? say.nothingNext : texts.join(" "), frames };
}

function partiesOf(context: Context, { source, destination }: SignallingEvent) {
  return [context.party(source.address), context.party(destination.address)] as const;
}

/** A binding's lifetime: its Contact's own, else the Expires header's. */
function expiresOf(message: SipMessage): number | undefined {
  const own = message.contacts[0]?.parameters.find(({ name }) => name.toLowerCase() === "expires")?.value;
  const seconds = Number.parseInt(own ?? "", 10);
  return Number.isNaN(seconds) ? message.expires : seconds;
}

function labelOf({ message }: SignallingEvent): string {
  return shortened(`${message.status} ${message.reason}`);
}

function lapse(from: SignallingEvent, to: SignallingEvent): string {
  return duration((to.time - from.time) / 1e9);
}
