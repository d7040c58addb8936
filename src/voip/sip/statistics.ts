import { isReadToEnd } from "../../dissect/sip/index.js";
import type { SignallingEvent } from "../signalling.js";
import { statusRow } from "./status-codes.js";
import { Transactions } from "./transactions.js";

/** How many messages of one kind there are, and where. */
export interface MessageCount {
  messages: number;
  /** Frame numbers, ascending. */
  frames: number[];
}

export interface MethodCount extends MessageCount {
  method: string;
}

export interface StatusCount extends MessageCount {
  /** 199, 299 … 699 stand for all codes of their class that the statistics do not name. */
  status: number;
  reason: string;
}

/** From an INVITE to its ACK. */
export interface SetupTime {
  /** Whole milliseconds, as Wireshark cuts them. */
  milliseconds: number;
  /** The frame of the ACK. */
  frame: number;
}

/** What Wireshark's SIP statistics (`tshark -z sip,stat`) say of a capture. */
export interface SipStatistics {
  messages: number;
  /** The frames of messages sent again over UDP. */
  resent: number[];
  /** By method, in order of appearance. */
  requests: MethodCount[];
  /** By status code, ascending. */
  responses: StatusCount[];
  /** Those of a millisecond and more, over UDP. */
  setups: SetupTime[];
}

/**
 * Counts messages as Wireshark does: those that it cannot read to their end are left out.
 *
 * @param firstTime capture time of the first frame in ns since 1970: set-up times are cut to milliseconds by it
 */
export function sipStatistics(events: readonly SignallingEvent[], firstTime: bigint): SipStatistics {
  const transactions = new Transactions();
  const requests = new Map<string, MethodCount>();
  const responses = new Map<number, StatusCount>();
  const resent: number[] = [];
  const setups: SetupTime[] = [];
  const origin = Number(firstTime % 1_000_000_000n);
  const whole = events.filter(({ cut, message }) => !cut && isReadToEnd(message));
  for (const event of whole) {
    const { frame, time, message } = event;
    const invited = transactions.inviteTime(event);
    if (invited !== undefined) {
      const milliseconds = wholeMilliseconds(origin + invited, origin + time);
      if (milliseconds !== 0) setups.push({ milliseconds, frame });
    }
    if (transactions.follow(event)) resent.push(frame);
    const row = message.status === undefined ? undefined : statusRow(message.status);
    if (row) {
      const [status, reason] = row;
      count(responses, status, { status, reason, messages: 0, frames: [] }, frame);
    } else if (message.method !== undefined) {
      count(requests, message.method, { method: message.method, messages: 0, frames: [] }, frame);
    }
  }
  return {
    messages: whole.length,
    resent,
    requests: [...requests.values()],
    responses: [...responses.values()].sort((a, b) => a.status - b.status),
    setups,
  };
}

function count<Key, Row extends MessageCount>(
  rows: Map<Key, Row>,
  key: Key,
  empty: Row,
  frame: number,
): void {
  const row = rows.get(key) ?? empty;
  rows.set(key, row);
  row.messages++;
  row.frames.push(frame);
}

/** Wireshark takes seconds and nanoseconds apart, and cuts the latter towards zero. */
function wholeMilliseconds(from: number, to: number): number {
  const seconds = Math.floor(to / 1e9) - Math.floor(from / 1e9);
  const rest = (to % 1e9) - (from % 1e9);
  return seconds * 1000 + Math.trunc(rest / 1e6);
}
