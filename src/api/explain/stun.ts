import { clock, duration } from "../../display/index.js";
import type { Frame } from "../frame.js";
import type { Context } from "./context.js";
import type { Told } from "./explanation.js";
import { type FrameAt, near } from "./near.js";
import { shortened } from "./shortened.js";
import { words } from "./words.js";

/** Who asks under which address it is seen, and the answer (RFC 8489; RFC 3489 before it). */
export function explainStun(context: Context, frame: Frame, frameAt: FrameAt): Told {
  const say = words();
  const from = context.party(frame.source);
  const to = context.party(frame.destination);
  const title = say.title(frame.number, clock(frame.time), from, to, `STUN ${shortened(frame.info)}`);
  const classic = frame.protocol === "CLASSIC-STUN";
  const reference = classic ? "RFC 3489 §9" : "RFC 8489 §7";
  const kind = kindOf(frame);
  const other =
    kind === undefined
      ? undefined
      : near(frame, frameAt, kind === "request" ? 1 : -1, (one) => {
          return isTheOther(one, frame) && kindOf(one) === (kind === "request" ? "response" : "request");
        });
  const lapse = other === undefined ? "" : duration(Math.abs(other.time - frame.time));
  if (kind === "request") {
    const answer = other ? say.stunAnswered(other.number, lapse, seenIn(other)) : say.stunUnanswered;
    return { title, reference, sentences: [say.stunAsks(from, to), answer], frames: [other?.number] };
  }
  if (kind === "response") {
    const sentence = say.stunAnswers(from, to, other?.number, lapse, seenIn(frame));
    return { title, reference, sentences: [sentence], frames: [other?.number] };
  }
  return { title, reference, sentences: [say.others("STUN", shortened(frame.info))] };
}

/** Whether it asks for a binding or gives one; undefined for what else STUN carries. */
function kindOf(frame: Frame): "request" | "response" | undefined {
  const type = frame.field("stun.type") ?? frame.field("classicstun.type") ?? "";
  if (/Binding Request/.test(type)) return "request";
  return /Binding (?:Success )?Response/.test(type) ? "response" : undefined;
}

/** Whether a frame comes the way back with the same transaction id: two ports of a phone may ask with the same. */
function isTheOther(other: Frame, frame: Frame): boolean {
  return (
    idOf(other) === idOf(frame) &&
    other.field("udp.srcport") === frame.field("udp.dstport") &&
    other.field("udp.dstport") === frame.field("udp.srcport")
  );
}

function idOf(frame: Frame): string | undefined {
  return frame.field("stun.id") ?? frame.field("classicstun.id");
}

/** The address and port that an answer tells, as the packet list has them. */
function seenIn({ info }: Frame): string | undefined {
  const found = /MAPPED-ADDRESS: (\S+)/.exec(info)?.[1];
  return found === undefined ? undefined : shortened(found);
}
