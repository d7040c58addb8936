import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { addressSpec, parseNameAddress } from "../dissect/sip/index.js";
import type { LegEvidence } from "../voip/legs/index.js";
import type { Call } from "./call.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import { sequenceOf } from "./sequence.js";
import type { View } from "./view.js";

/** A leg of an end-to-end call: what the phone or the server at its beginning started with one INVITE. */
export interface Leg {
  call: Call;
  /** The leg it continues behind a back-to-back user agent (RFC 7092); undefined for the caller's own. */
  continues: Call | undefined;
  /** What says so, the surest first. */
  evidence: readonly LegEvidence[];
}

/** The legs of an end-to-end call, the caller's own first. */
export class Legs extends Rows<Leg> implements Displayable {
  /** Their messages in one plot, so that each server stands between its legs. */
  sequence(): View {
    const [first, ...others] = this.map(({ call }) => call);
    return first ? first.togetherWith(others) : sequenceOf([], []);
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    const numbers = new Map(this.map((leg, i) => [leg.call, i + 1]));
    return table({
      columns: [
        { key: "leg", label: h.leg, kind: "number" },
        { key: "from", label: h.from, kind: "code" },
        { key: "to", label: h.to, kind: "code" },
        { key: "start", label: h.start, kind: "time" },
        { key: "state", label: h.state },
        { key: "continues", label: h.continues, kind: "number" },
        { key: "evidence", label: h.evidence },
      ],
      rows: this.map(({ call, continues, evidence }) => ({
        leg: numbers.get(call),
        from: addressOf(call.from),
        to: addressOf(call.to),
        start: call.start,
        state: call.state,
        continues: continues && numbers.get(continues),
        evidence: evidenceText(evidence),
        frames: call.frames,
      })),
      frameOf: ({ frames }) => frames,
    });
  }
}

/** A From or To without name and parameters. */
export function addressOf(nameAddress: string): string {
  return addressSpec(parseNameAddress(nameAddress));
}

export function evidenceText(evidence: readonly LegEvidence[]): string {
  return evidence.map((one) => words().legEvidence[one]).join(", ");
}
