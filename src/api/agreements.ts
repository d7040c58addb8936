import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import {
  type MediaSide,
  negotiate,
  type PayloadFormat,
  type SessionDescription,
} from "../dissect/sdp/index.js";
import { descriptionsOf } from "../voip/call-streams.js";
import type { CallSummary } from "../voip/calls.js";
import { type Side, sideOf } from "../voip/ending.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";

/** What an offer and its answer agree on for one medium (RFC 3264 §6). */
export interface Agreement {
  /** Frame numbers. */
  offer: number;
  answer: number;
  /** `audio`, `video` … */
  media: string;
  /** False where the answer refuses the medium (port 0) or has no codec of the offer's. */
  accepted: boolean;
  /** In the answer's order of preference, telephone events left out: `PCMU/8000`. */
  codecs: string[];
  /** The payload types of telephone events that each side wants to receive. */
  events: { caller: number; callee: number } | undefined;
  /** Where each side receives: `192.168.187.10:4000`. */
  callerReceives: string;
  calleeReceives: string;
  /** Whether each side may send. */
  callerSends: boolean;
  calleeSends: boolean;
  encrypted: boolean;
}

/** What a call agreed on, offer by offer. */
export class Agreements extends Rows<Agreement> implements Displayable {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "media", label: h.media },
        { key: "accepted", label: h.accepted },
        { key: "codecs", label: h.agreedCodecs, kind: "code" },
        { key: "keys", label: h.events, kind: "code" },
        { key: "callerReceives", label: h.callerReceives, kind: "address" },
        { key: "calleeReceives", label: h.calleeReceives, kind: "address" },
        { key: "callerSends", label: h.callerSends },
        { key: "calleeSends", label: h.calleeSends },
        { key: "encrypted", label: h.srtp },
      ],
      rows: this.map((row) => ({
        ...row,
        keys: row.events && [...new Set([row.events.caller, row.events.callee])].join(" / "),
      })),
      frameOf: ({ offer, answer }) => [offer, answer],
      highlight: ({ accepted }) => (accepted ? "good" : "bad"),
    });
  }
}

interface Offer {
  frame: number;
  side: Side;
  description: SessionDescription;
}

/** The agreements of a call; where several responses carry the answer, the first of them counts. */
export function agreementsOf(call: CallSummary): Agreements {
  const offers = new Map<string, Offer>();
  const list = new Agreements();
  for (const { event, description } of descriptionsOf(call)) {
    const { message, frame } = event;
    const side = sideOf(call, event);
    // both sides count their own requests: the same number may be of either
    const transaction = `${message.from?.tag} ${message.cseq?.number}`;
    const offer = offers.get(transaction);
    if (!offer) offers.set(transaction, { frame, side, description });
    else if (offer.side !== side && !list.some((row) => row.offer === offer.frame)) {
      list.push(...agreed(offer, frame, description));
    }
  }
  return list;
}

function agreed(
  { frame, side, description }: Offer,
  answer: number,
  answered: SessionDescription,
): Agreement[] {
  return negotiate(description, answered).map((media) => {
    const [caller, callee] =
      side === "caller" ? [media.offerer, media.answerer] : [media.answerer, media.offerer];
    const { telephoneEvent: event } = media;
    const [own, other] = event ? [event.offered.payloadType, event.answered.payloadType] : [0, 0];
    return {
      offer: frame,
      answer,
      media: media.type,
      accepted: media.accepted && (media.codecs.length > 0 || !/RTP\//i.test(media.protocol)),
      codecs: media.codecs.map(({ answered: format }) => codecName(format)),
      events: event && (side === "caller" ? { caller: own, callee: other } : { caller: other, callee: own }),
      callerReceives: placeOf(caller),
      calleeReceives: placeOf(callee),
      callerSends: caller.sends,
      calleeSends: callee.sends,
      encrypted: media.encrypted,
    };
  });
}

function codecName({ encodingName, clockRate, payloadType }: PayloadFormat): string {
  return encodingName === undefined ? `(${payloadType})` : `${encodingName}/${clockRate ?? "?"}`;
}

/** Empty where the side does not want the medium. */
function placeOf({ address = "?", port }: MediaSide): string {
  return port === 0 ? "" : `${address}:${port}`;
}
