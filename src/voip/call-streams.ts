import { parseSdp, type SessionDescription } from "../dissect/sdp/index.js";
import type { CallSummary } from "./calls.js";
import { type Side, sideOf } from "./ending.js";
import type { Endpoint, SignallingEvent } from "./signalling.js";
import type { RtpStream } from "./streams.js";

/** A stream of a call, and who speaks in it. */
export interface CallStream {
  stream: RtpStream;
  speaker: Side;
}

/** An endpoint that one side announced, and when. */
interface AnnouncedMedia extends Endpoint {
  side: Side;
  frame: number;
}

/**
 * The streams whose two endpoints the call's session descriptions announced, in order of appearance. An endpoint
 * that several calls used belongs to the one that announced it last before the stream began.
 */
export function streamsOfCalls(calls: readonly CallSummary[], streams: readonly RtpStream[]): CallStream[][] {
  const announced = new Map<string, { call: number; media: AnnouncedMedia }[]>();
  for (const [call, summary] of calls.entries()) {
    for (const media of mediaOf(summary)) {
      const key = keyOf(media);
      const list = announced.get(key);
      if (list) list.push({ call, media });
      else announced.set(key, [{ call, media }]);
    }
  }
  for (const list of announced.values()) list.sort((a, b) => a.media.frame - b.media.frame);
  const result: CallStream[][] = calls.map(() => []);
  for (const stream of streams) {
    const latest = (endpoint: Endpoint) =>
      announced.get(keyOf(endpoint))?.findLast(({ media }) => media.frame <= stream.frame);
    const from = latest(stream.source);
    const to = latest(stream.destination);
    // a phone behind NAT sends from elsewhere: then the destination alone tells whose voice it is not
    const owner = from ?? to;
    if (!owner) continue;
    const speaker = from?.media.side ?? (to!.media.side === "caller" ? "callee" : "caller");
    result[owner.call]!.push({ stream, speaker });
  }
  return result;
}

/** The session descriptions of a call, with the message that carried each. */
export function descriptionsOf(
  call: CallSummary,
): { event: SignallingEvent; description: SessionDescription }[] {
  return call.events.flatMap((event) =>
    event.message.sdp.map((range) => ({ event, description: parseSdp(event.message.textOf(range)) })),
  );
}

function mediaOf(call: CallSummary): AnnouncedMedia[] {
  return descriptionsOf(call).flatMap(({ event, description }) =>
    description.media.map((media) => ({
      address: media.address ?? "",
      port: media.port,
      side: sideOf(call, event),
      frame: event.frame,
    })),
  );
}

function keyOf({ address, port }: Endpoint): string {
  return `${address} ${port}`;
}
