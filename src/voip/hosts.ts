import type { SipMessage } from "../dissect/sip/index.js";
import type { SignallingEvent } from "./signalling.js";

/** A machine that spoke SIP, with what its own messages say of it. */
export interface Host {
  address: string;
  /** `server` answers REGISTER or relays calls between others; everything else is a phone. */
  role: "server" | "phone";
  /** User-Agent or Server, as it calls itself. */
  software: string | undefined;
  /** Users it registers or calls as, in order of appearance: `user1`. */
  users: string[];
  /** SIP messages sent. */
  messages: number;
  /** First frame it sent. */
  frame: number;
}

/** The machines behind the signalling: servers first, then by first appearance. */
export function hostsOf(events: readonly SignallingEvent[]): Host[] {
  const hosts = new Map<string, Host>();
  const relays = relaysOf(events);
  const users = new Map<string, Set<string>>();
  for (const { source, frame, message } of events) {
    const { address } = source;
    const host: Host = hosts.get(address) ?? {
      address,
      role: relays.has(address) ? "server" : "phone",
      software: undefined,
      users: [],
      messages: 0,
      frame,
    };
    hosts.set(address, host);
    host.messages++;
    host.software ??= message.userAgent ?? message.server;
    if (message.kind === "response" && message.cseq?.method === "REGISTER") host.role = "server";
    const user = userOf(message);
    if (user !== undefined) users.set(address, (users.get(address) ?? new Set()).add(user));
  }
  for (const host of hosts.values())
    if (host.role === "phone") host.users = [...(users.get(host.address) ?? [])];
  return [...hosts.values()].sort((a, b) => rank(a) - rank(b) || a.frame - b.frame);
}

/** Who calls one machine while the call of another waits for its answer: a server between the two. */
function relaysOf(events: readonly SignallingEvent[]): Set<string> {
  const relays = new Set<string>();
  // by machine: who called it and has no final answer yet
  const waiting = new Map<string, Set<string>>();
  for (const { source, destination, message } of events) {
    if (message.cseq?.method !== "INVITE") continue;
    if (message.method === "INVITE" && message.to?.tag === undefined) {
      const callers = waiting.get(source.address);
      if (callers && callers.size > Number(callers.has(destination.address))) relays.add(source.address);
      waiting.set(destination.address, (waiting.get(destination.address) ?? new Set()).add(source.address));
    } else if ((message.status ?? 0) >= 200) {
      waiting.get(source.address)?.delete(destination.address);
    }
  }
  return relays;
}

/** Whom a phone's own request speaks for (RFC 3261 §8.1.1.3). */
function userOf(message: SipMessage): string | undefined {
  if (message.method !== "REGISTER" && message.method !== "INVITE") return undefined;
  return message.from?.uri.user;
}

function rank(host: Host): number {
  return host.role === "server" ? 0 : 1;
}
