import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { SipMessage } from "../dissect/sip/index.js";
import type { Endpoint, SignallingEvent } from "../voip/signalling.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import { View } from "./view.js";

/** A SIP message of a capture, with the frame that brought it. */
export class SipEvent {
  constructor(private readonly event: SignallingEvent) {}

  /** Frame number. */
  get frame(): number {
    return this.event.frame;
  }

  /** Seconds since the first frame. */
  get time(): number {
    return this.event.time / 1e9;
  }

  get source(): string {
    return this.event.source.address;
  }

  get destination(): string {
    return this.event.destination.address;
  }

  /** Address and port it came from and went to. */
  get endpoints(): { source: Endpoint; destination: Endpoint } {
    return { source: this.event.source, destination: this.event.destination };
  }

  get message(): SipMessage {
    return this.event.message;
  }

  get method(): string | undefined {
    return this.message.method;
  }

  get status(): number | undefined {
    return this.message.status;
  }

  get callId(): string | undefined {
    return this.message.callId;
  }

  /** `INVITE`, `180 Ringing (INVITE)`. */
  get label(): string {
    const { kind, method, status, reason, cseq } = this.message;
    return kind === "request" ? (method ?? "") : `${status} ${reason} (${cseq?.method ?? "?"})`;
  }

  header(name: string): string | undefined {
    return this.message.header(name);
  }
}

/** SIP messages, shown as a table; `text` shows them as they were on the wire. */
export class SipMessages extends Rows<SipEvent> implements Displayable {
  /**
   * What tells them apart and joins them, equal values in one colour: a transaction is a branch and a CSeq, a dialog a
   * Call-ID and two tags (RFC 3261 §8.1.1, §12).
   */
  identifiers(): View {
    return new View(() => identifierTable(this));
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "time", label: h.time, kind: "time" },
        { key: "source", label: h.source, kind: "address" },
        { key: "destination", label: h.destination, kind: "address" },
        { key: "label", label: h.message },
        { key: "callId", label: h.callId, kind: "code" },
      ],
      rows: this,
      frameOf: (event) => event.frame,
    });
  }
}

/** Longest identifier that is shown whole; a branch may have forty characters. */
const WHOLE = 14;

function identifierTable(events: readonly SipEvent[]): MimeBundle {
  const h = words();
  const identifier = (key: string, follow: string) => ({ key, label: key, kind: "code" as const, follow });
  return table({
    caption: h.identifiers,
    columns: [
      { key: "label", label: h.message },
      { key: "source", label: h.source, kind: "address" },
      identifier("CSeq", "CSeq"),
      identifier("branch", "branch"),
      identifier("From tag", "tag"),
      identifier("To tag", "tag"),
      identifier("Call-ID", "Call-ID"),
    ],
    rows: events.map(({ frame, label, source, message, callId }) => ({
      frame,
      label,
      source,
      CSeq: message.cseq?.number,
      branch: shortened(message.vias[0]?.branch),
      "From tag": shortened(message.from?.tag),
      "To tag": shortened(message.to?.tag),
      "Call-ID": shortened(callId),
    })),
    frameOf: ({ frame }) => frame,
  });
}

/** Both ends of an identifier: they begin alike, and end differently. */
function shortened(identifier: string | undefined): string | undefined {
  if (identifier === undefined || identifier.length <= WHOLE) return identifier;
  return `${identifier.slice(0, 6)}…${identifier.slice(-7)}`;
}

export function sipMessages(events: readonly SignallingEvent[]): SipMessages {
  const list = new SipMessages();
  for (const event of events) list.push(new SipEvent(event));
  return list;
}
