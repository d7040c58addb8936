import { type SequenceBand, type SequenceMessage, sequence } from "../display/index.js";
import type { Host } from "../voip/hosts.js";
import type { Endpoint, SignallingEvent } from "../voip/signalling.js";
import { words } from "./messages.js";
import { SipEvent } from "./sip-messages.js";
import type { Stream } from "./streams.js";
import { View } from "./view.js";

/** Lines of a message that its arrow tells when pointed at. */
const LINES = 8;

/** Which part of the story a message belongs to; undefined where it goes on as before. */
export type PhaseOf = (event: SignallingEvent) => string | undefined;

/** What a sequence plot has beside the messages. */
export interface SequenceParts {
  title?: string;
  /** Conversations between the same machines. */
  bands?(): SequenceBand[];
  /** What tells the phases, anew for each plot: it may remember what went before. */
  phases?(): PhaseOf;
}

/** The sequence plot of some messages. */
export function sequenceOf(
  events: readonly SignallingEvent[],
  hosts: readonly Host[],
  { title, bands = () => [], phases = () => () => undefined }: SequenceParts = {},
): View {
  return new View(() =>
    sequence({
      actors: actorsOf(events, hosts),
      messages: messagesOf(events, phases()),
      bands: bands(),
      ...(title && { title }),
    }),
  );
}

/** A call, and which of its legs continue another behind a server. */
interface CallWithLegs {
  readonly legs: readonly { readonly call: { readonly callId: string }; readonly continues: unknown }[];
}

/**
 * The phases of calls: set-up up to the answer or its refusal, and the end. What a CANCEL brings about is told as one:
 * itself, its answer, the 487 and its ACK. Behind a server it ends nothing: a phone need not ring any more.
 */
export function callPhases(calls: readonly CallWithLegs[]): PhaseOf {
  const legs = calls.flatMap((call) => call.legs);
  const behind = new Set(legs.filter(({ continues }) => continues).map(({ call }) => call.callId));
  const cancelled = new Set<string>();
  return ({ message }) => {
    const { setUp, ending } = words().phases;
    const { callId = "", cseq } = message;
    if (message.method === "CANCEL") cancelled.add(callId);
    if (cseq?.method === "BYE") return ending;
    if (cseq?.method !== "INVITE" && cseq?.method !== "CANCEL") return undefined;
    if (!cancelled.has(callId)) return setUp;
    return behind.has(callId) ? undefined : ending;
  };
}

/** Phones left of the server that calls, right of the one that is called: in order of who speaks first. */
function actorsOf(events: readonly SignallingEvent[], hosts: readonly Host[]) {
  const addresses = new Set(
    events.flatMap(({ source, destination }) => [source.address, destination.address]),
  );
  const known = new Map(hosts.map((host) => [host.address, host]));
  return [...addresses].map((address) => {
    const host = known.get(address);
    // what a server calls itself begins with its name: `Asterisk PBX 18.26.4`
    const name =
      host?.users.join(", ") || (host?.role === "server" ? host.software?.split(/[ /]/, 1)[0] : "");
    return { id: address, label: name || address, address };
  });
}

/** A request with the branch and CSeq of an earlier one from the same machine is that one, sent again (RFC 3261 §17). */
function messagesOf(events: readonly SignallingEvent[], phaseOf: PhaseOf): SequenceMessage[] {
  const sent = new Set<string>();
  return events.map((event) => {
    const { message, frame, time, source, destination } = event;
    const number = message.cseq?.number ?? "";
    const transaction = `${message.vias[0]?.branch ?? ""} ${number}`;
    const key = `${source.address} ${transaction} ${message.status ?? ""} ${message.method ?? message.cseq?.method}`;
    const again = sent.has(key);
    sent.add(key);
    const phase = phaseOf(event);
    return {
      frame,
      time: time / 1e9,
      from: source.address,
      to: destination.address,
      label: new SipEvent(event).label,
      kind: again ? "retransmission" : message.kind,
      transaction: `${message.callId} ${number}`,
      detail: message.firstLines(LINES),
      ...(phase !== undefined && { phase }),
    };
  });
}

/** Streams as bands of a sequence plot: one for both ways of a conversation between two endpoints. */
export function bandsOf(streams: readonly Stream[]): SequenceBand[] {
  const conversations = new Map<string, Stream[]>();
  for (const stream of streams) {
    const key = [stream.source, stream.destination].map(endpointText).sort().join(" ");
    const conversation = conversations.get(key);
    if (conversation) conversation.push(stream);
    else conversations.set(key, [stream]);
  }
  return [...conversations.values()].map(bandOf);
}

function bandOf(streams: readonly Stream[]): SequenceBand {
  const [first] = streams as [Stream];
  const { start } = first; // streams are in the order of their first packets
  const stop = streams.reduce((latest, stream) => Math.max(latest, stream.stop), start);
  const sender = endpointText(first.source);
  const packets = (own: boolean) =>
    streams.reduce((sum, { source, packets: count }) => {
      return (endpointText(source) === sender) === own ? sum + count : sum;
    }, 0);
  return {
    from: first.source.address,
    to: first.destination.address,
    start,
    stop,
    label: `RTP ${[...new Set(streams.map((stream) => stream.payload))].join(", ")}`,
    detail: words().band(packets(true), packets(false), stop - start),
  };
}

function endpointText({ address, port }: Endpoint): string {
  return `${address} ${port}`;
}
