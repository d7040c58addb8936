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
  for (const { source, frame, message } of events) {
    const host: Host = hosts.get(source.address) ?? {
      address: source.address,
      role: "phone",
      software: undefined,
      users: [],
      messages: 0,
      frame,
    };
    hosts.set(source.address, host);
    host.messages++;
    host.software ??= message.userAgent ?? message.server;
    if (message.kind === "response" && message.cseq?.method === "REGISTER") host.role = "server";
  }
  for (const { source, message } of events) {
    const host = hosts.get(source.address)!;
    const user = host.role === "phone" ? userOf(message) : undefined;
    if (user !== undefined && !host.users.includes(user)) host.users.push(user);
  }
  return [...hosts.values()].sort((a, b) => rank(a) - rank(b) || a.frame - b.frame);
}

/** Whom a phone's own request speaks for (RFC 3261 §8.1.1.3). */
function userOf(message: SipMessage): string | undefined {
  if (message.method !== "REGISTER" && message.method !== "INVITE") return undefined;
  return message.from?.uri.user;
}

function rank(host: Host): number {
  return host.role === "server" ? 0 : 1;
}
