import { formatAddress, parseAddress } from "../dissect/address.js";
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

/** Where one side of a call wants to receive, from a frame on. */
interface AnnouncedMedia {
  call: number;
  side: Side;
  endpoint: string;
  frame: number;
}

/**
 * The streams of each call, in order of appearance: those between endpoints that its session descriptions announced.
 * Where several calls used an endpoint, a stream is of the call that announced both its ends, or else of the one
 * that announced last before the stream began.
 */
export function streamsOfCalls(calls: readonly CallSummary[], streams: readonly RtpStream[]): CallStream[][] {
  const result: CallStream[][] = calls.map(() => []);
  const announced = calls.flatMap(mediaOf).sort((a, b) => a.frame - b.frame);
  const latest = new Map<string, AnnouncedMedia>();
  const latestInCall = new Map<string, AnnouncedMedia>();
  let next = 0;
  for (const stream of streams) {
    for (; next < announced.length && announced[next]!.frame <= stream.frame; next++) {
      const media = announced[next]!;
      latest.set(media.endpoint, media);
      latestInCall.set(`${media.call} ${media.endpoint}`, media);
    }
    const [from, to] = [endpointOf(stream.source), endpointOf(stream.destination)];
    const candidates = [latest.get(from), latest.get(to)].filter((media) => media !== undefined);
    const bothEnds = candidates.find(
      ({ call }) => latestInCall.has(`${call} ${from}`) && latestInCall.has(`${call} ${to}`),
    );
    const owner = bothEnds ?? candidates[0];
    if (!owner) continue;
    // a phone behind NAT sends from elsewhere: then the destination alone tells whose voice it is not
    const sender = latestInCall.get(`${owner.call} ${from}`)?.side;
    result[owner.call]!.push({ stream, speaker: sender ?? opposite(owner.side) });
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

function mediaOf(summary: CallSummary, call: number): AnnouncedMedia[] {
  return descriptionsOf(summary).flatMap(({ event, description }) =>
    description.media.map(({ address = "", port }) => ({
      call,
      side: sideOf(summary, event),
      endpoint: endpointOf({ address, port }),
      frame: event.frame,
    })),
  );
}

/** One text for an endpoint, however its address was written. */
function endpointOf({ address, port }: Endpoint): string {
  const bytes = parseAddress(address);
  return `${bytes ? formatAddress(bytes) : address} ${port}`;
}

function opposite(side: Side): Side {
  return side === "caller" ? "callee" : "caller";
}
