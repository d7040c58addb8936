import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { PayloadFormat } from "../dissect/sdp/index.js";
import { descriptionsOf } from "../voip/call-streams.js";
import type { CallSummary } from "../voip/calls.js";
import { type Side, sideOf } from "../voip/ending.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";

/** What one side of a call says of one medium: an `m=` line of its SDP with what belongs to it (RFC 8866 §5.14). */
export interface DescribedMedia {
  /** Frame number. */
  frame: number;
  /** Seconds since the first frame. */
  time: number;
  /** An answer follows the other side's offer in the same INVITE transaction or its ACK (RFC 3264 §4). */
  kind: "offer" | "answer";
  /** Who says so: the address of its message. */
  source: string;
  /** `audio`, `video` … */
  media: string;
  /** Where this side wants to receive. */
  address: string | undefined;
  port: number;
  /** `RTP/AVP`, or `RTP/SAVP` where it is encrypted. */
  protocol: string;
  /** In order of preference; each with the payload type that stands for it: `PCMU/8000 (0)`. */
  codecs: string[];
  direction: "sendrecv" | "sendonly" | "recvonly" | "inactive";
}

/** The session descriptions of a call, in the order of its frames. */
export class SessionDescriptions extends Rows<DescribedMedia> implements Displayable {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "kind", label: "SDP" },
        { key: "source", label: h.source, kind: "address" },
        { key: "media", label: h.media },
        { key: "address", label: h.address, kind: "address" },
        { key: "port", label: h.port, kind: "code" },
        { key: "direction", label: h.direction, kind: "code" },
        { key: "codecs", label: h.codecs, kind: "code" },
        { key: "protocol", label: h.transport, kind: "code" },
      ],
      rows: this.map((row) => ({ ...row, kind: h.descriptions[row.kind] })),
      frameOf: (row) => row.frame,
    });
  }
}

export function sessionDescriptions(call: CallSummary): SessionDescriptions {
  const list = new SessionDescriptions();
  const offerers = new Map<string, Side>();
  for (const { event, description } of descriptionsOf(call)) {
    const { source, message } = event;
    const side = sideOf(call, event);
    // both sides count their own requests: the same number may be of either
    const transaction = `${message.from?.tag} ${message.cseq?.number}`;
    const offerer = offerers.get(transaction) ?? side;
    offerers.set(transaction, offerer);
    for (const media of description.media) {
      list.push({
        frame: event.frame,
        time: event.time / 1e9,
        kind: offerer === side ? "offer" : "answer",
        source: source.address,
        media: media.type,
        address: media.address,
        port: media.port,
        protocol: media.protocol,
        codecs: media.formats.length > 0 ? media.formats.map(codecText) : media.formatNames,
        direction: media.direction,
      });
    }
  }
  return list;
}

function codecText({ payloadType, encodingName, clockRate }: PayloadFormat): string {
  return encodingName === undefined
    ? `(${payloadType})`
    : `${encodingName}/${clockRate ?? "?"} (${payloadType})`;
}
