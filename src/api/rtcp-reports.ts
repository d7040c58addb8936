import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { type ReceivedReport, seenUpTo } from "../voip/rtcp/index.js";
import { ssrcText } from "../voip/ssrc.js";
import type { RtpStream } from "../voip/streams.js";
import type { Analysis } from "./analysis.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import { rtcpOf } from "./rtcp-events.js";
import { analyseStream } from "./stream-analysis.js";
import { packetColumns } from "./stream-packets.js";

/** What a receiver said of a stream (RFC 3550 §6.4.1), beside what the captured packets show. */
export interface RtcpReport {
  /** Frame number. */
  frame: number;
  /** Seconds since the first frame. */
  time: number;
  /** Address of the one who reports. */
  source: string;
  destination: string;
  /** The stream that is reported on: `0x2CF77874`. */
  ssrc: string;
  /** Lost since the report before, from 0 to 1. */
  fractionLost: number;
  /** Lost since the reception began; below 0 where copies came. */
  cumulativeLost: number;
  /** With its cycles in the upper 16 bits. */
  highestSequence: number;
  /** Interarrival jitter, in units of the RTP timestamp. */
  jitterUnits: number;
  /** The same in ms; undefined where the stream's clock is not known. */
  jitter: number | undefined;
  /** From the capture point to the one who reports and back, in ms. */
  roundTrip: number | undefined;
  /** Lost up to then where the capture was made, and the jitter there in ms; undefined where it shows no such stream. */
  seen: { lost: number; jitter: number } | undefined;
}

/** Reception reports, with the round-trip time that each gives. */
export class RtcpReports extends Rows<RtcpReport> implements Displayable {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    const ms = { kind: "number", decimals: 3 } as const;
    return table({
      columns: [
        { key: "time", label: h.time, kind: "time" },
        { key: "source", label: h.reporter, kind: "address" },
        { key: "ssrc", label: h.ssrc, kind: "code" },
        {
          key: "percentLost",
          label: h.fractionLost,
          kind: "number",
          decimals: 1,
          title: h.fractionLostTitle,
        },
        { key: "cumulativeLost", label: h.cumulativeLost, kind: "number" },
        { key: "lostHere", label: h.lostHere, kind: "number", title: h.hereTitle },
        { key: "highestSequence", label: h.highestSequence, kind: "code" },
        { key: "jitter", label: h.jitter, ...ms },
        { key: "jitterHere", label: h.jitterHere, ...ms, title: h.hereTitle },
        { key: "roundTrip", label: h.roundTrip, ...ms, title: h.roundTripTitle },
      ],
      rows: this.map((report) => ({
        ...report,
        percentLost: 100 * report.fractionLost,
        lostHere: report.seen?.lost,
        jitterHere: report.seen?.jitter,
      })),
      frameOf: ({ frame }) => frame,
    });
  }
}

/** The reports about one stream, by the machine that receives it. */
export function reportsOn(capture: Analysis, stream: RtpStream): RtcpReports {
  const about = rtcpOf(capture).bySsrc.get(stream.ssrc) ?? [];
  const reports = about.filter(
    ({ source, destination }) =>
      source.address === stream.destination.address && destination.address === stream.source.address,
  );
  const list = new RtcpReports();
  if (reports.length === 0) return list;
  const packets = packetColumns(capture, stream);
  const moments = reports.map(({ time }) => time);
  const lost = seenUpTo(packets.time, packets.sequence, moments);
  const jitters = jittersAt(capture, stream, moments);
  const clockRate = stream.clockRateOf(packets.payloadType[0] ?? 0);
  for (const [i, received] of reports.entries()) {
    list.push(reportOf(received, clockRate, { lost: lost[i]!.lost, jitter: jitters[i]! }));
  }
  return list;
}

/** All reports of a capture, those on streams that it shows with what it shows of them. */
export function allReports(capture: Analysis): RtcpReports {
  const rows = capture.streams.list.flatMap((stream) => [...reportsOn(capture, stream)]);
  const key = (frame: number, ssrc: string) => `${frame} ${ssrc}`;
  const shown = new Map(rows.map((row) => [key(row.frame, row.ssrc), row]));
  const list = new RtcpReports();
  for (const received of rtcpOf(capture).reports) {
    const row = shown.get(key(received.frame, ssrcText(received.report.ssrc)));
    list.push(row ?? reportOf(received, 0, undefined));
  }
  return list;
}

function reportOf(received: ReceivedReport, clockRate: number, seen: RtcpReport["seen"]): RtcpReport {
  const { frame, time, source, destination, report, roundTrip } = received;
  return {
    frame,
    time: time / 1e9,
    source: source.address,
    destination: destination.address,
    ssrc: ssrcText(report.ssrc),
    fractionLost: report.fractionLost / 256,
    cumulativeLost: report.cumulativeLost,
    highestSequence: report.highestSequence,
    jitterUnits: report.jitter,
    jitter: clockRate === 0 ? undefined : (1000 * report.jitter) / clockRate,
    roundTrip,
    seen,
  };
}

/** The jitter of a stream's latest packet at each of some ascending moments, in ms. */
function jittersAt(capture: Analysis, stream: RtpStream, moments: readonly number[]): number[] {
  const packets = analyseStream(capture, stream);
  let next = 0;
  return moments.map((moment) => {
    while (next < packets.length && packets[next]!.time * 1e9 <= moment) next++;
    return packets[Math.max(0, next - 1)]!.jitter;
  });
}
