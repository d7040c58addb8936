import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { VoipMetrics } from "../dissect/media/rtcp-packet.js";
import { ssrcText } from "../voip/ssrc.js";
import type { Analysis } from "./analysis.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import { rtcpOf } from "./rtcp-events.js";

/** How a receiver judged a stream: a VoIP Metrics block of an extended RTCP report (RFC 3611 §4.7). */
export interface VoipMetricsReport {
  /** Frame number. */
  frame: number;
  /** Seconds since the first frame. */
  time: number;
  source: string;
  /** The stream: `0x2CF77874`. */
  ssrc: string;
  /** Lost, and discarded by the jitter buffer, from 0 to 1. */
  lossRate: number;
  discardRate: number;
  /** Milliseconds. */
  roundTripDelay: number;
  endSystemDelay: number;
  /** The transmission rating R of G.107, and the opinions that it gives; undefined where the receiver has none. */
  rFactor: number | undefined;
  mosListening: number | undefined;
  mosConversational: number | undefined;
}

/** What receivers made of the streams. */
export class VoipMetricsReports extends Rows<VoipMetricsReport> implements Displayable {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "time", label: h.time, kind: "time" },
        { key: "source", label: h.reporter, kind: "address" },
        { key: "ssrc", label: h.ssrc, kind: "code" },
        { key: "lost", label: h.fractionLost, kind: "number", decimals: 1 },
        { key: "discarded", label: h.discarded, kind: "number", decimals: 1 },
        { key: "roundTripDelay", label: h.roundTrip, kind: "number" },
        { key: "endSystemDelay", label: h.endSystemDelay, kind: "number" },
        { key: "rFactor", label: "R", kind: "number" },
        { key: "mosListening", label: "MOS-LQ", kind: "number", decimals: 1 },
        { key: "mosConversational", label: "MOS-CQ", kind: "number", decimals: 1 },
      ],
      rows: this.map((row) => ({ ...row, lost: 100 * row.lossRate, discarded: 100 * row.discardRate })),
      frameOf: ({ frame }) => frame,
    });
  }
}

/** The VoIP Metrics blocks of a capture, in frame order. */
export function voipMetricsReports(capture: Analysis): VoipMetricsReports {
  const list = new VoipMetricsReports();
  for (const { frame, time, source, packets } of rtcpOf(capture).events) {
    const blocks = packets.flatMap((packet) => (packet.kind === "extended report" ? packet.voipMetrics : []));
    for (const metrics of blocks) {
      list.push({ frame, time: time / 1e9, source: source.address, ...measures(metrics) });
    }
  }
  return list;
}

function measures(metrics: VoipMetrics): Omit<VoipMetricsReport, "frame" | "time" | "source"> {
  return {
    ssrc: ssrcText(metrics.ssrc),
    lossRate: metrics.lossRate / 256,
    discardRate: metrics.discardRate / 256,
    roundTripDelay: metrics.roundTripDelay,
    endSystemDelay: metrics.endSystemDelay,
    rFactor: available(metrics.rFactor),
    mosListening: available(metrics.mosListening, 10),
    mosConversational: available(metrics.mosConversational, 10),
  };
}

const UNAVAILABLE = 127;

function available(value: number, unit = 1): number | undefined {
  return value === UNAVAILABLE ? undefined : value / unit;
}
