import { Kind } from "../dissect/packet.js";
import { type ReceivedReport, type RtcpEvent, receivedReports } from "../voip/rtcp/index.js";
import { endsOf } from "../voip/signalling.js";
import type { Analysis } from "./analysis.js";
import { revisit } from "./revisit.js";

/** The RTCP of a capture, read once it is asked for. */
export interface Rtcp {
  events: RtcpEvent[];
  reports: ReceivedReport[];
  /** The reports by the SSRC that they are about. */
  bySsrc: ReadonlyMap<number, ReceivedReport[]>;
}

const known = new WeakMap<Analysis, Rtcp>();

export function rtcpOf(analysis: Analysis): Rtcp {
  const before = known.get(analysis);
  if (before) return before;
  const { table } = analysis;
  const events: RtcpEvent[] = [];
  for (let row = 0; row < table.count; row++) {
    if (table.kind(row) !== Kind.rtcp) continue;
    const packet = revisit(analysis, row);
    events.push({ frame: row + 1, time: packet.time, ...endsOf(packet), packets: packet.rtcp });
  }
  const reports = receivedReports(events);
  const bySsrc = new Map<number, ReceivedReport[]>();
  for (const one of reports) {
    const same = bySsrc.get(one.report.ssrc);
    if (same) same.push(one);
    else bySsrc.set(one.report.ssrc, [one]);
  }
  const found = { events, reports, bySsrc };
  known.set(analysis, found);
  return found;
}
