import { parseNameAddress, type SipMessage } from "../../dissect/sip/index.js";
import { type CallStream, descriptionsOf } from "../call-streams.js";
import type { CallSummary } from "../calls.js";
import { sideOf } from "../ending.js";

/**
 * What says that one leg of a call goes on with another behind a back-to-back user agent (RFC 7092):
 * - `ssrc`: a voice passes through both, with its SSRC;
 * - `media`: both describe the same side's voice by the same address and port;
 * - `session-id`: both carry the same Session-ID (RFC 7989);
 * - `caller`: the machine that the first leg called begins the other for the same caller, by name or number;
 * - `set-up`: of several calls of that caller, the first leg alone waited for its answer then;
 * - `dialled`: both ask for the same number, where the other withholds its caller or several calls of his are open.
 */
export type LegEvidence = "ssrc" | "media" | "session-id" | "caller" | "set-up" | "dialled";

/** Evidence that two legs share, as a key: equal keys, one call. */
export interface Clue {
  key: string;
  evidence: Exclude<LegEvidence, "set-up">;
}

/** Names that say nothing of who calls (RFC 3323 §4.1.1.3, and what Asterisk puts where it knows nobody). */
const NOBODY = new Set(["", "anonymous", "unknown", "restricted", "private", "asterisk", "unavailable"]);
const NIL_SESSION = /^0*$/;

/** Evidence that does not depend on the way a leg goes: voices, their addresses, the session's name. */
export function sharedClues(call: CallSummary, streams: readonly CallStream[]): Clue[] {
  const keys = new Map<string, Clue["evidence"]>();
  for (const { stream, speaker } of streams) keys.set(`ssrc ${speaker} ${stream.ssrc}`, "ssrc");
  for (const { event, description } of descriptionsOf(call)) {
    for (const { address, port } of description.media) {
      if (address === undefined || /^(?:0\.0\.0\.0|::)$/.test(address) || port === 0) continue;
      keys.set(`media ${sideOf(call, event)} ${address} ${port}`, "media");
    }
  }
  const session = call.events[0]!.message.header("Session-ID")?.split(";", 1)[0]?.trim() ?? "";
  if (!NIL_SESSION.test(session)) keys.set(`session ${session.toLowerCase()}`, "session-id");
  return [...keys].map(([key, evidence]) => ({ key, evidence }));
}

/** The caller of a leg, as a machine knows him: of a leg that reaches it, or of one that it begins. */
export function callerClues(call: CallSummary, machine: string): Clue[] {
  const invites = call.events.filter(
    ({ message, source }) => message.method === "INVITE" && source.address === call.initialSpeaker,
  );
  const names = new Set(invites.slice(0, MOST_INVITES).flatMap(({ message }) => namesIn(message)));
  return [...names]
    .filter((name) => !NOBODY.has(name))
    .map((name) => ({ key: `caller ${machine} ${name}`, evidence: "caller" }));
}

/** The first, and the ones with credentials. */
const MOST_INVITES = 3;

/** Whom a leg is to, as a machine knows him: of a leg that reaches it, or of one that it begins. */
export function dialledClues({ events: [invite] }: CallSummary, machine: string): Clue[] {
  const name = invite!.message.to?.uri.user?.toLowerCase();
  return name ? [{ key: `dialled ${machine} ${name}`, evidence: "dialled" }] : [];
}

/** By which numbers or names a leg asks for somebody. */
export function dialledNames({ events: [invite] }: CallSummary): string[] {
  const { to, uri } = invite!.message;
  return [to?.uri.user, uri?.user].flatMap((name) => (name ? [name.toLowerCase()] : []));
}

function namesIn(message: SipMessage): string[] {
  const asserted = ["P-Asserted-Identity", "Remote-Party-ID"].flatMap((name) => message.valuesOf(name));
  const addresses = [message.from, ...asserted.map(({ raw }) => parseNameAddress(raw))];
  const names = addresses.flatMap((address) => [address?.uri.user, address?.displayName]);
  const accounts = message.credentials.map(({ username }) => username);
  return [...names, ...accounts].map((name) => (name ?? "").trim().toLowerCase());
}
