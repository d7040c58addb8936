import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { CallState } from "../voip/calls.js";
import type { Call } from "./call.js";
import { addressOf, type Legs } from "./legs.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import type { View } from "./view.js";

/** A call from who dialled to who answered, through the servers between: each of its legs is a row of VoIP Calls. */
export class EndToEndCall implements Displayable {
  constructor(readonly legs: Legs) {}

  /** The leg of the one who dialled. */
  get callerLeg(): Call {
    return this.legs[0]!.call;
  }

  /** The legs that ring for it behind a server; none where the server answers itself. */
  get calleeLegs(): Call[] {
    return this.legs.slice(1).map(({ call }) => call);
  }

  /** Who calls and what was dialled, as the caller's leg has them: `sip:user1@192.168.187.12`. */
  get from(): string {
    return addressOf(this.callerLeg.from);
  }

  get to(): string {
    return addressOf(this.callerLeg.to);
  }

  /**
   * Who answered, in the order of the answers: the To of the last legs that were, or the machine that the caller
   * reached where none of the other legs was (a voice mail, a menu).
   */
  get answeredBy(): string[] {
    const answered = (call: Call) => call.progress.answered !== undefined;
    const continued = new Set(this.legs.map(({ continues }) => continues));
    const last = this.calleeLegs.filter((call) => answered(call) && !continued.has(call));
    if (last.length > 0) {
      last.sort((a, b) => a.progress.answered! - b.progress.answered!);
      return last.map(({ to }) => addressOf(to));
    }
    return answered(this.callerLeg) ? [this.callerLeg.messages[0]!.destination] : [];
  }

  /** Of the caller's leg. */
  get state(): CallState {
    return this.callerLeg.state;
  }

  /** Seconds since the first frame: the first and the last message of all legs. */
  get start(): number {
    return this.callerLeg.start;
  }

  get stop(): number {
    return this.legs.reduce((latest, { call }) => Math.max(latest, call.stop), 0);
  }

  /** All frames of its messages, ascending. */
  get frames(): number[] {
    return this.legs.flatMap(({ call }) => call.frames).sort((a, b) => a - b);
  }

  /** All legs in one sequence plot. */
  sequence(): View {
    return this.legs.sequence();
  }

  [jupyterDisplay](): MimeBundle {
    return this.legs[jupyterDisplay]();
  }
}

/** The calls of a capture end to end, as somebody who dialled counts them. */
export class EndToEndCalls extends Rows<EndToEndCall> {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "from", label: h.from, kind: "code" },
        { key: "to", label: h.to, kind: "code" },
        { key: "answeredBy", label: h.answeredBy, kind: "code" },
        { key: "legs", label: h.legs, kind: "number" },
        { key: "state", label: h.state },
        { key: "start", label: h.start, kind: "time" },
        { key: "stop", label: h.stop, kind: "time" },
      ],
      rows: this.map((call) => {
        const { from, to, answeredBy, start, stop, state, legs, frames } = call;
        return { from, to, answeredBy: answeredBy.join(", "), start, stop, state, legs: legs.length, frames };
      }),
      frameOf: ({ frames }) => frames,
    });
  }
}
