import {
  type Displayable,
  type Highlight,
  jupyterDisplay,
  type MimeBundle,
  table,
} from "../display/index.js";
import { lossesBefore } from "../voip/losses.js";
import {
  type ArrivalOrder,
  analysePackets,
  arrivalOrder,
  IPV4_OVERHEAD,
  IPV6_OVERHEAD,
  type PacketStatus,
  packetStatus,
} from "../voip/stream/index.js";
import type { RtpStream } from "../voip/streams.js";
import type { Analysis } from "./analysis.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import { framesOf, packetColumns } from "./stream-packets.js";

/** A packet of a stream, as Wireshark's RTP Stream Analysis shows it. */
export interface AnalysedPacket {
  /** Frame number. */
  frame: number;
  /** Seconds since the capture's first frame. */
  time: number;
  sequence: number;
  payloadType: number;
  /** Since the packet before, in ms; 0 for the first. */
  delta: number;
  /** Interarrival jitter (RFC 3550 §6.4.1), in ms. */
  jitter: number;
  /** How far the sender's clock is ahead of the arrivals since the first packet, in ms. */
  skew: number;
  /** IP bandwidth over the last second, in kbit/s. */
  bandwidth: number;
  marker: boolean;
  /** A telephone-event (RFC 4733). */
  event: boolean;
  status: PacketStatus;
  /** What Wireshark's status does not tell apart: whether the packet is late, a copy, or begins a new numbering. */
  order: ArrivalOrder;
  /** Packets that are missing just before this one, late ones not counted. */
  lost: number;
}

/** The packets of a stream, one by one, shown as Wireshark's RTP Stream Analysis. */
export class StreamAnalysis extends Rows<AnalysedPacket> implements Displayable {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "sequence", label: h.sequence, kind: "code" },
        { key: "delta", label: h.delta, kind: "number", decimals: 3, title: h.deltaTitle },
        { key: "jitter", label: h.jitter, kind: "number", decimals: 3, title: h.jitterTitle },
        { key: "skew", label: h.skew, kind: "number", decimals: 3, title: h.skewTitle },
        { key: "bandwidth", label: h.bandwidth, kind: "number", decimals: 2, title: h.bandwidthTitle },
        { key: "marker", label: h.marker },
        { key: "status", label: h.packetStatus },
        { key: "arrival", label: h.arrival },
      ],
      rows: this.map((packet) => ({
        ...packet,
        marker: packet.marker ? "•" : "",
        gravity: gravityOf(packet),
        status: h.packetStatuses[packet.status](packet.payloadType, packet.event),
        arrival: arrivalText(packet),
      })),
      frameOf: ({ frame }) => frame,
      highlight: ({ gravity }) => gravity,
    });
  }
}

/** As Wireshark colours the rows: an error, or a warning. */
function gravityOf({ status }: AnalysedPacket): Highlight | undefined {
  if (status === "wrong-sequence") return "bad";
  return /^(?:payload-type-change|wrong-timestamp|marker-missing)$/.test(status) ? "warning" : undefined;
}

function arrivalText({ order, lost }: AnalysedPacket): string {
  const h = words();
  return lost > 0 ? h.lostBefore(lost) : h.orders[order];
}

/** Every packet of a stream, measured in the order of arrival. */
export function analyseStream(capture: Analysis, stream: RtpStream): StreamAnalysis {
  const packets = packetColumns(capture, stream);
  const overhead = stream.source.address.includes(":") ? IPV6_OVERHEAD : IPV4_OVERHEAD;
  const { delta, jitter, skew, bandwidth, flags } = analysePackets(packets, stream, overhead);
  const lost = lossesBefore(packets.sequence);
  const orders = arrivalOrder(packets.sequence);
  const rows = new StreamAnalysis();
  for (const [i, frame] of framesOf(capture, stream).entries()) {
    const payloadType = packets.payloadType[i]!;
    rows.push({
      frame,
      time: packets.time[i]! / 1e9,
      sequence: packets.sequence[i]!,
      payloadType,
      delta: delta[i]!,
      jitter: jitter[i]!,
      skew: skew[i]!,
      bandwidth: bandwidth[i]!,
      marker: packets.marker[i] === 1,
      event: stream.isEvent(payloadType),
      status: packetStatus(flags[i]!),
      order: orders[i]!,
      lost: lost[i]!,
    });
  }
  return rows;
}
