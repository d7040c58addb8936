import { partsOfType, type SipMessage } from "../dissect/sip/index.js";
import type { CallSummary } from "./calls.js";
import { EVENT_KEYS, type KeyPress } from "./keys.js";

/** `Signal=5`, then `Duration=160`, a line each; `application/dtmf` holds the key alone. */
const RELAYED = /^[ \t]*Signal[ \t]*=[ \t]*([0-9*#A-D]|1[0-5])[ \t]*$/im;
const ALONE = /^\s*([0-9*#A-D]|1[0-5])\s*$/i;
const LONGEST = 200;

/**
 * The key that a SIP INFO tells of (RFC 6086), in one of the two forms that phones and Asterisk use and that no RFC
 * defines: `application/dtmf-relay`, `application/dtmf`. Undefined for any other message.
 */
export function infoKey(message: SipMessage): string | undefined {
  if (message.method !== "INFO") return undefined;
  const read = (type: string, form: RegExp) =>
    partsOfType(message.content, type).map(({ start, end }) =>
      form.exec(message.textOf({ start, end: Math.min(end, start + LONGEST) })),
    );
  const [found] = [...read("application/dtmf-relay", RELAYED), ...read("application/dtmf", ALONE)];
  const key = found?.[1]?.toUpperCase();
  return key !== undefined && key.length > 1 ? EVENT_KEYS[Number(key)] : key;
}

/** The keys that the caller told of by SIP INFO, a request that was sent again once. */
export function infoKeys({ events, initialSpeaker }: CallSummary): KeyPress[] {
  const seen = new Set<number | undefined>();
  return events.flatMap(({ message, source, time, frame }) => {
    const key = source.address === initialSpeaker ? infoKey(message) : undefined;
    const number = message.cseq?.number;
    if (key === undefined || seen.has(number)) return [];
    seen.add(number);
    return [{ key, time, frame }];
  });
}
