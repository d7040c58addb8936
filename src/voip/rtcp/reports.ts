import type { ReceptionReport, RtcpPacket, SenderReport } from "../../dissect/media/rtcp-packet.js";
import type { Endpoint } from "../signalling.js";

/** A compound RTCP packet and the frame that brought it. */
export interface RtcpEvent {
  /** Frame number. */
  frame: number;
  /** Nanoseconds since the first frame. */
  time: number;
  source: Endpoint;
  destination: Endpoint;
  packets: readonly RtcpPacket[];
}

/** What a receiver said of a stream (RFC 3550 §6.4.1), and when. */
export interface ReceivedReport extends Omit<RtcpEvent, "packets"> {
  /** SSRC of the one who reports. */
  reporter: number;
  report: ReceptionReport;
  /**
   * Milliseconds from the capture point to the one who reports and back: the time between the sender report that it
   * answers and this one, less the delay it names (A − LSR − DLSR). Undefined where it answers none, or none seen.
   */
  roundTrip: number | undefined;
}

/** All reception reports of a capture, in frame order; empty ones left out. */
export function receivedReports(events: readonly RtcpEvent[]): ReceivedReport[] {
  const sent = new Map<string, number>();
  const reports: ReceivedReport[] = [];
  for (const { packets, ...event } of events) {
    const { source, destination, time } = event;
    for (const packet of packets) {
      if (packet.kind !== "sender report" && packet.kind !== "receiver report") continue;
      for (const report of packet.reports) {
        if (isEmpty(report)) continue;
        const { lastSenderReport, delaySinceLastSenderReport } = report;
        const then = sent.get(pathOf(destination, source, lastSenderReport));
        const roundTrip =
          lastSenderReport === 0 || then === undefined
            ? undefined
            : (time - then) / 1e6 - (delaySinceLastSenderReport * 1000) / 0x10000;
        reports.push({ ...event, reporter: packet.ssrc, report, roundTrip });
      }
    }
    for (const packet of packets) {
      if (packet.kind === "sender report" && packet.whole) {
        sent.set(pathOf(source, destination, middleOf(packet)), time);
      }
    }
  }
  return reports;
}

/** The middle 32 bits of an NTP time, by which a report names the sender report that it answers. */
function middleOf({ ntpSeconds, ntpFraction }: SenderReport): number {
  return ((ntpSeconds << 16) | (ntpFraction >>> 16)) >>> 0;
}

/** As Wireshark does, by the way alone: a phone may answer a report under the SSRC that the sender has changed to. */
function pathOf(from: Endpoint, to: Endpoint, middle: number): string {
  return `${from.address} ${to.address} ${middle}`;
}

/** What a phone reports before it has heard anybody. */
function isEmpty({ ssrc, highestSequence, lastSenderReport }: ReceptionReport): boolean {
  return ssrc === 0 && highestSequence === 0 && lastSenderReport === 0;
}
