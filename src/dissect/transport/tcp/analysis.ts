import { type Connection, type Flow, Scale, type Segment } from "./connection.js";
import { Finding, TcpFlag } from "./flags.js";
import { isAfter } from "./sequence.js";

const CONTROL = TcpFlag.syn | TcpFlag.fin | TcpFlag.rst;
const FAST_RETRANSMISSION = 20_000_000; // after the last duplicate acknowledgment, in nanoseconds
const OUT_OF_ORDER = 3_000_000; // where the round trip is not known
const MOST_UNACKNOWLEDGED = 256;

/** What a segment acknowledges: the frame that sent it, and after which time; nothing where that was not seen. */
export interface Acknowledged {
  frame: number;
  time: number;
}

export interface Analysis {
  findings: number;
  acknowledged: Acknowledged | undefined;
}

/**
 * Compares a segment with what both sides sent before, and remembers it: the rules are those of Wireshark's user
 * guide, §7.5 "TCP Analysis".
 */
export function analyse(
  connection: Connection,
  own: Flow,
  other: Flow,
  segment: Segment,
  found: number,
): Analysis {
  let findings = found | ownFindings(own, other, segment);
  if (segment.ack !== own.ack) {
    own.ackFrame = segment.frame;
    own.duplicates = 0;
  }
  findings |= unseenAcknowledged(other, segment);
  if (segment.length > 0 || segment.flags & (TcpFlag.syn | TcpFlag.fin)) {
    findings |= repetition(connection, own, other, segment, findings);
  }
  remember(own, segment, findings);
  return { findings, acknowledged: acknowledge(own, other, segment) };
}

/** What shows in the segment and in those before it of the same side. */
function ownFindings(own: Flow, other: Flow, { seq, ack, length, flags, window }: Segment): number {
  if (length === 1 && seq === own.next && other.window === 0) return Finding.zeroWindowProbe;
  let findings = 0;
  const plain = (flags & CONTROL) === 0;
  if (window === 0 && plain) findings |= Finding.zeroWindow;
  if (own.next !== 0 && isAfter(seq, own.next) && (flags & TcpFlag.rst) === 0)
    findings |= Finding.lostSegment;
  if (length <= 1 && seq === (own.next - 1) >>> 0 && plain) findings |= Finding.keepAlive;
  const repeats = length === 0 && seq === own.next && ack === own.ack && plain;
  if (repeats && window !== 0 && window !== own.window) findings |= Finding.windowUpdate;
  if (length > 0 && other.scale !== Scale.unknown && plain && fillsWindow(other, seq + length)) {
    findings |= Finding.windowFull;
  }
  if (!repeats || window !== own.window) return findings;
  if (window === 0)
    return other.findings & Finding.zeroWindowProbe ? findings | Finding.zeroWindowProbeAck : findings;
  if (other.findings & Finding.keepAlive) return findings | Finding.keepAliveAck;
  own.duplicates = own.duplicates === -1 ? 1 : own.duplicates + 1;
  return findings | Finding.duplicateAck;
}

function fillsWindow(other: Flow, end: number): boolean {
  const window = other.scaled ? other.window * 2 ** Math.max(0, other.scale) : other.window;
  return end % 2 ** 32 === (other.ack + window) % 2 ** 32;
}

/** Whether the segment acknowledges what was not seen; said once for each gap. */
function unseenAcknowledged(other: Flow, { ack, flags }: Segment): number {
  const most = other.mostAcknowledgeable;
  if (most === 0 || !isAfter(ack, most) || (flags & TcpFlag.ack) === 0) return 0;
  if (isAfter(other.next, most)) {
    other.mostAcknowledgeable = other.next;
    return Finding.unseenAcknowledged;
  }
  const said = other.duplicates !== 0;
  other.duplicates = -1;
  return said ? 0 : Finding.unseenAcknowledged;
}

/** Whether a segment repeats or overtakes others. */
function repetition(
  connection: Connection,
  own: Flow,
  other: Flow,
  segment: Segment,
  findings: number,
): number {
  const { seq, length, flags, time } = segment;
  if (findings & Finding.keepAlive) return 0;
  // a window probe may have sent the first byte of this segment already
  const probed = length > 1 && (own.next - 1) >>> 0 === seq;
  const behind = own.next !== 0 && isAfter(own.next, seq) && !probed;
  if (length > 0 && other.ack !== 0 && !isAfter(seq + length, other.ack))
    return Finding.spuriousRetransmission;
  if (!behind) return 0;
  if (
    (other.duplicates >= 2 || other.duplicates === -1) &&
    other.ack === seq &&
    within(time - other.ackTime, FAST_RETRANSMISSION)
  ) {
    return Finding.fastRetransmission;
  }
  if (within(time - own.nextTime, connection.firstRoundTrip || OUT_OF_ORDER)) {
    const end = (seq + length + (flags & (TcpFlag.syn | TcpFlag.fin) ? 1 : 0)) >>> 0;
    if (own.next !== end) return Finding.outOfOrder;
  }
  return Finding.retransmission;
}

function within(elapsed: number, limit: number): boolean {
  return elapsed >= 0 && elapsed < limit;
}

function remember(own: Flow, segment: Segment, findings: number): void {
  const { frame, time, seq, ack, length, flags, window } = segment;
  const extra = flags & (TcpFlag.syn | TcpFlag.fin) ? 1 : 0;
  const next = (seq + length + extra) >>> 0;
  if ((length > 0 || extra > 0) && own.unacknowledged.length < MOST_UNACKNOWLEDGED) {
    own.unacknowledged.push({ next, frame, time });
  }
  const probe = (findings & Finding.zeroWindowProbe) !== 0;
  if ((own.next === 0 || isAfter(next, own.next)) && !probe) {
    own.next = next;
    own.nextTime = time;
  }
  if ((own.mostAcknowledgeable === 0 || own.mostAcknowledgeable === seq) && !probe)
    own.mostAcknowledgeable = own.next;
  own.window = window;
  // windows of SYN are as they say (RFC 7323 §2.2)
  if (flags & TcpFlag.syn) own.scaled = false;
  else if (flags & TcpFlag.ack) own.scaled = true;
  own.ack = ack;
  own.ackTime = time;
  own.findings = findings;
}

/** Takes off what is acknowledged; the segment that ends where the acknowledgment does is the one meant. */
function acknowledge(own: Flow, other: Flow, segment: Segment): Acknowledged | undefined {
  let meant: Acknowledged | undefined;
  const waiting = other.unacknowledged;
  if (waiting.length === 0) return undefined;
  let kept = 0;
  for (const sent of waiting) {
    if (sent.next === own.ack) meant = { frame: sent.frame, time: segment.time - sent.time };
    else if (isAfter(sent.next, own.ack)) waiting[kept++] = sent;
  }
  waiting.length = kept;
  return meant;
}
