import { clock, duration, number } from "../../display/index.js";
import type { ReceptionReport, RtcpPacket } from "../../dissect/media/rtcp-packet.js";
import { ssrcText } from "../../voip/ssrc.js";
import type { Frame } from "../frame.js";
import type { Context, Party } from "./context.js";
import type { Told } from "./explanation.js";
import { shortened } from "./shortened.js";
import { words } from "./words.js";

/** More packets and blocks than these are not put into words. */
const MOST = 6;
const CNAME = 1;

/** What the reports of an RTCP frame say (RFC 3550 §6). */
export function explainRtcp(context: Context, frame: Frame, packets: readonly RtcpPacket[]): Told {
  const from = context.party(frame.source);
  const to = context.party(frame.destination);
  const sentences = packets.slice(0, MOST).flatMap((packet) => sentencesOf(context, from, packet));
  return {
    title: words().title(frame.number, clock(frame.time), from, to, "RTCP"),
    sentences: [...new Set(sentences)],
    reference: packets[0]?.kind === "sender report" ? "RFC 3550 §6.4.1" : "RFC 3550 §6.4.2",
  };
}

function sentencesOf(context: Context, from: Party, packet: RtcpPacket): string[] {
  const say = words();
  if (packet.encrypted) return [say.encryptedRtcp];
  switch (packet.kind) {
    case "sender report":
      return [
        say.senderReport(from, ssrcText(packet.ssrc), packet.packetCount, packet.octetCount),
        ...heard(context, packet.reports),
      ];
    case "receiver report":
      return [say.receiverReport(from, ssrcText(packet.ssrc)), ...heard(context, packet.reports)];
    case "source description": {
      const names = packet.chunks.flatMap(({ items }) => items.filter(({ type }) => type === CNAME));
      return names.slice(0, MOST).map(({ text }) => say.cname(shortened(text)));
    }
    case "goodbye":
      return [say.goodbye];
    default:
      return [say.otherRtcp];
  }
}

function heard({ analysis }: Context, reports: readonly ReceptionReport[]): string[] {
  const say = words();
  // PJSIP reports on a source 0 until it has heard one
  const known = reports.filter(({ ssrc }) => ssrc !== 0);
  if (known.length === 0) return [say.nothingHeard];
  return known.slice(0, MOST).map(({ ssrc, fractionLost, cumulativeLost, jitter }) => {
    const stream = analysis.streams.list.find((one) => one.ssrc === ssrc);
    const rate = stream ? stream.clockRateOf(stream.statistics.payloadTypes[0] ?? -1) : 0;
    const time = rate > 0 ? duration(jitter / rate) : say.units(jitter);
    return say.heard(ssrcText(ssrc), number((100 * fractionLost) / 256, 1), cumulativeLost, time);
  });
}
