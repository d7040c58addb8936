import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { SipStatistics as Counts, MethodCount, SetupTime, StatusCount } from "../voip/sip/statistics.js";
import { words } from "./messages.js";

/** What Wireshark's SIP statistics (`tshark -z sip,stat`) say of a capture. */
export class SipStatistics implements Displayable {
  constructor(private readonly counts: Counts) {}

  /** SIP messages. */
  get messages(): number {
    return this.counts.messages;
  }

  /** How many of them were sent before (over UDP). */
  get resent(): number {
    return this.counts.resent.length;
  }

  /** The frames of those. */
  get resentFrames(): readonly number[] {
    return this.counts.resent;
  }

  /** By method, in order of appearance. */
  get requests(): readonly MethodCount[] {
    return this.counts.requests;
  }

  /** By status code, ascending; 199, 299 … 699 stand for codes that have no name of their own. */
  get responses(): readonly StatusCount[] {
    return this.counts.responses;
  }

  /** From each INVITE to its ACK, refused ones too, over UDP. */
  get setups(): readonly SetupTime[] {
    return this.counts.setups;
  }

  /** Average (whole), least and greatest of those, in ms; undefined where there is none. */
  get setupTime(): { average: number; min: number; max: number } | undefined {
    if (this.setups.length === 0) return undefined;
    let [total, min, max] = [0, Number.POSITIVE_INFINITY, 0];
    for (const { milliseconds } of this.setups) {
      total += milliseconds;
      min = Math.min(min, milliseconds);
      max = Math.max(max, milliseconds);
    }
    return { average: Math.trunc(total / this.setups.length), min, max };
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    const requests = this.requests.map((row) => ({ kind: h.request, name: row.method, ...row }));
    const responses = this.responses.map((row) => {
      return { kind: h.response, name: `${row.status} ${row.reason}`, ...row };
    });
    return table({
      caption: h.sipStatistics(this.messages, this.resent, this.setupTime),
      columns: [
        { key: "kind", label: h.kind },
        { key: "name", label: h.message, kind: "code" },
        { key: "messages", label: h.packets, kind: "number" },
      ],
      rows: [...requests, ...responses],
      frameOf: ({ frames }) => frames,
    });
  }
}
