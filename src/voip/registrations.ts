import { type Authentication, addressSpec, type NameAddress, type SipMessage } from "../dissect/sip/index.js";
import type { SignallingEvent } from "./signalling.js";

/**
 * How a registration ended: the registrar took the binding, took it away, listed the bindings, said no; it asked
 * for credentials and never got any; it did not answer the last request.
 */
export type RegistrationOutcome =
  | "registered"
  | "unregistered"
  | "queried"
  | "refused"
  | "challenged"
  | "unanswered";

/** One attempt of a client to register: its REGISTER requests up to the registrar's last word (RFC 3261 §10). */
export interface Registration {
  /** Of the first request: nanoseconds since the first frame, frame number. */
  time: number;
  frame: number;
  /** Addresses. */
  client: string;
  registrar: string;
  /** The To header's address: who is to be reached. */
  addressOfRecord: string;
  /** Where: the address of the first Contact. */
  contact: string | undefined;
  /** Seconds, as granted, else as asked for. */
  expires: number | undefined;
  /** REGISTER requests sent, retransmissions included. */
  attempts: number;
  outcome: RegistrationOutcome;
  /** Of the answer to the last request. */
  finalStatus: number | undefined;
  /** The first challenge. */
  challenge: Authentication | undefined;
  /** The last credentials. */
  credentials: Authentication | undefined;
  events: SignallingEvent[];
}

/** The registrations among the messages, in order of their first request. */
export function registrationsOf(byCallId: ReadonlyMap<string, readonly SignallingEvent[]>): Registration[] {
  const found: Registration[] = [];
  for (const events of byCallId.values()) {
    const own = events.filter((event) => event.message.cseq?.method === "REGISTER");
    for (const attempt of attemptsOf(own)) found.push(describe(attempt));
  }
  return found.sort((a, b) => a.time - b.time || a.frame - b.frame);
}

/**
 * Splits where a new attempt begins: at a request that is neither the last one sent again nor the answer to a
 * challenge. A client may send another request only when the last was answered or timed out (RFC 3261 §10.2).
 */
function attemptsOf(events: SignallingEvent[]): SignallingEvent[][] {
  const attempts: SignallingEvent[][] = [];
  let sent: number | undefined;
  let answer: number | undefined;
  for (const event of events) {
    const { kind, cseq, credentials, status = 0 } = event.message;
    if (kind === "request" && (attempts.length === 0 || cseq?.number !== sent)) {
      const followsUp = answer !== undefined && isChallenge(answer) && credentials.length > 0;
      if (attempts.length === 0 || !followsUp) attempts.push([]);
      sent = cseq?.number;
      answer = undefined;
    }
    if (status >= 200 && cseq?.number === sent) answer = status;
    attempts.at(-1)?.push(event);
  }
  return attempts;
}

function describe(events: SignallingEvent[]): Registration {
  const requests = events.filter((event) => event.message.kind === "request");
  const first = requests[0]!;
  const last = requests.at(-1)!.message;
  const final = events.findLast(
    ({ message }) => (message.status ?? 0) >= 200 && message.cseq?.number === last.cseq?.number,
  )?.message;
  const challenge = events.map((event) => event.message.challenges[0]).find((found) => found !== undefined);
  const credentials = requests
    .map((event) => event.message.credentials[0])
    .findLast((found) => found !== undefined);
  const asked = expiresOf(last);
  return {
    time: first.time,
    frame: first.frame,
    client: first.source.address,
    registrar: first.destination.address,
    addressOfRecord: last.to ? addressSpec(last.to) : "",
    contact: last.contacts[0] && addressSpec(last.contacts[0]),
    expires: (final?.status === 200 && asked !== 0 ? expiresOf(final, last.contacts[0]) : undefined) ?? asked,
    attempts: requests.length,
    outcome: outcomeOf(final, last, asked),
    finalStatus: final?.status,
    challenge,
    credentials,
    events,
  };
}

function outcomeOf(
  final: SipMessage | undefined,
  request: SipMessage,
  asked: number | undefined,
): RegistrationOutcome {
  if (final?.status === undefined) return "unanswered";
  if (isChallenge(final.status)) {
    // credentials for a nonce that has expired were not judged (RFC 2617 §3.2.1)
    const judged = request.credentials.length > 0 && !final.challenges.some(({ stale }) => stale);
    return judged ? "refused" : "challenged";
  }
  if (final.status >= 300) return "refused";
  if (request.header("Contact") === undefined) return "queried";
  return asked === 0 ? "unregistered" : "registered";
}

function isChallenge(status: number): boolean {
  return status === 401 || status === 407;
}

/** The lifetime of a binding: its Contact's own `expires`, else the Expires header (RFC 3261 §10.2.1.1). */
function expiresOf(message: SipMessage, asked?: NameAddress): number | undefined {
  const contact = message.contacts.find(({ uri }) => asked === undefined || uri.text === asked.uri.text);
  const own = contact?.parameters.find(({ name }) => name.toLowerCase() === "expires")?.value;
  const seconds = Number.parseInt(own ?? "", 10);
  return Number.isNaN(seconds) ? message.expires : seconds;
}
