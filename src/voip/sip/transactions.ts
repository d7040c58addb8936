import type { CSeq, SipMessage } from "../../dissect/sip/index.js";
import type { SignallingEvent } from "../signalling.js";

/** What was last seen from one endpoint to another in a dialog: Wireshark keeps one such note a direction. */
interface Seen {
  cseq: number;
  method: string;
  state: "nothing" | "request" | "provisional" | "final";
  status: number;
  /** Of the latest request that was not sent before, in ns; undefined where there was none. */
  requestTime: number | undefined;
}

/**
 * Finds messages sent again, and the time from an INVITE to its ACK, by Wireshark's rules: of SIP over UDP only, one
 * CSeq at a time for each Call-ID and direction.
 */
export class Transactions {
  private readonly directions = new Map<string, Seen>();

  /** When the request before this ACK was first sent, in ns: the INVITE, or its CANCEL; undefined for other messages. */
  inviteTime(event: SignallingEvent): number | undefined {
    const { kind, cseq } = event.message;
    if (!followed(event) || kind !== "request" || cseq?.method !== "ACK") return undefined;
    return this.directions.get(directionOf(event))?.requestTime;
  }

  /** Takes the next message; true when it was sent before. */
  follow(event: SignallingEvent): boolean {
    const { kind, cseq, status = 0 } = event.message;
    if (!followed(event) || !cseq) return false;
    const seen = this.seenOf(event, cseq);
    const again = seen.method === cseq.method && isAgain(seen, event.message);
    if (kind === "request") {
      seen.state = "request";
      if (!again) seen.requestTime = event.time;
    } else if (status >= 200) {
      seen.state = "final";
      seen.status = status;
    } else {
      seen.state = "provisional";
    }
    return again;
  }

  /** The note of a message's direction; a new CSeq begins it anew. */
  private seenOf(event: SignallingEvent, { number, method }: CSeq): Seen {
    const key = directionOf(event);
    const known = this.directions.get(key);
    if (known?.cseq === number) return known;
    const { status = 0, requestTime } = known ?? {};
    const seen: Seen = { cseq: number, method, state: "nothing", status, requestTime };
    this.directions.set(key, seen);
    return seen;
  }
}

function isAgain(seen: Seen, { kind, cseq, status = 0 }: SipMessage): boolean {
  if (kind === "request")
    return seen.state === "request" && cseq?.method !== "ACK" && cseq?.method !== "CANCEL";
  return seen.state === "final" && status >= 200 && status === seen.status;
}

function followed({ transport, message }: SignallingEvent): boolean {
  return transport === "udp" && message.cseq !== undefined && !Number.isNaN(message.cseq.number);
}

function directionOf({ source, destination, message }: SignallingEvent): string {
  return `${source.address} ${source.port} ${destination.address} ${destination.port} ${message.callId ?? ""}`;
}
