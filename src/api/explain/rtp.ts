import { clock, duration } from "../../display/index.js";
import { payloadTypeName } from "../../dissect/sdp/index.js";
import { EVENT_KEYS } from "../../voip/keys.js";
import { ssrcText } from "../../voip/ssrc.js";
import type { Frame, RtpPacket } from "../frame.js";
import { framesOf } from "../stream-packets.js";
import type { Context } from "./context.js";
import type { Told } from "./explanation.js";
import type { FrameAt } from "./near.js";
import { words } from "./words.js";

/** The packet before and after another of the same stream. */
interface Neighbour {
  frame: number;
  /** Seconds since the first frame. */
  time: number;
  rtp: RtpPacket;
}

/** What an RTP packet carries, and how it follows the one before (RFC 3550 §5.1). */
export function explainRtp(context: Context, frame: Frame, rtp: RtpPacket, frameAt: FrameAt): Told {
  const say = words();
  const { analysis } = context;
  const index = analysis.table.stream(frame.number - 1);
  const stream = analysis.streams.list[index];
  const from = context.party(frame.source);
  const to = context.party(frame.destination);
  const what = `RTP ${ssrcText(rtp.ssrc)}`;
  const title = say.title(frame.number, clock(frame.time), from, to, what);
  if (!stream) return { title, sentences: [say.media(from, to)], reference: "RFC 3550 §5.1" };
  const owner = context.ownerOf(index);
  const frames = framesOf(analysis, stream);
  const rank = frames.indexOf(frame.number);
  const neighbour = (number: number | undefined): Neighbour | undefined => {
    const other = number === undefined ? undefined : frameAt(number);
    return other?.rtp && { frame: other.number, time: other.time, rtp: other.rtp };
  };
  const before = neighbour(frames[rank - 1]);
  const after = neighbour(frames[rank + 1]);
  const rate = stream.clockRateOf(rtp.payloadType);
  const event = frame.field("rtpevent.event_id") !== undefined && rtp.payload.length >= 4;
  return {
    title,
    sentences: [
      owner ? say[event ? "keyStream" : "voice"](from, owner.speaker, owner.call) : say.media(from, to),
      stream.encrypted ? say.encrypted : event ? keySentence(rtp.payload) : payloadSentence(rtp),
      say.place(rank + 1, stream.statistics.packets, ssrcText(rtp.ssrc)),
      before ? undefined : say.begins(rtp.sequence, rtp.timestamp),
      ...(before ? stepSentences(rtp, frame.time, before, rate) : []),
      event && before?.rtp.timestamp === rtp.timestamp ? say.keyStays : undefined,
      rtp.marker ? (event ? say.keyBegins : say.marker) : undefined,
      after ? say.nextPacket(after.frame, duration(after.time - frame.time)) : say.lastPacket,
    ],
    frames: [before?.frame, after?.frame],
    reference: event ? "RFC 4733 §2.3" : "RFC 3550 §5.1",
  };
}

/** G.711 takes a byte a sample, 8,000 a second. */
function payloadSentence({ payloadType, payload }: RtpPacket): string {
  const g711 = payloadType === 0 || payloadType === 8;
  return words().payload(
    payloadTypeName(payloadType),
    payload.length,
    g711 ? duration(payload.length / 8000) : undefined,
  );
}

function keySentence(payload: Uint8Array): string {
  const [event = 0, flags = 0, high = 0, low = 0] = payload;
  return words().key(EVENT_KEYS[event] ?? String(event), flags >= 0x80, duration((high * 256 + low) / 8000));
}

function stepSentences(
  rtp: RtpPacket,
  time: number,
  before: Neighbour,
  rate: number,
): (string | undefined)[] {
  const say = words();
  const sequence = ((rtp.sequence - before.rtp.sequence) << 16) >> 16;
  const units = (rtp.timestamp - before.rtp.timestamp) | 0;
  const lapse = rate > 0 && units !== 0 ? duration(units / rate) : undefined;
  return [
    say.step(sequence, units, lapse, before.frame, duration(time - before.time)),
    sequence > 1 ? say.lost(sequence - 1) : undefined,
    sequence < 0 ? say.late : undefined,
    sequence === 0 ? say.duplicate : undefined,
  ];
}
