import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../../src/api/analysis.js";
import { bytesSource, captureBytes, pcapWriter, readCapture } from "../../src/capture/index.js";
import { Dissector } from "../../src/dissect/dissector.js";
import { Kind } from "../../src/dissect/packet.js";
import { protocols } from "../../src/dissect/protocols.js";
import { RtpStreams } from "../../src/voip/streams.js";
import { mediaFrames } from "../packets/media-frames.js";

/** A frame every 20 ms, but for some that come in a burst. */
const captures = mediaFrames.map((frames) =>
  captureBytes(
    pcapWriter({ decimals: 9 }),
    frames.map((bytes, i) => ({ time: BigInt(i - (i % 5 === 4 ? 1 : 0)) * 20_000_000n, bytes })),
  ),
);

interface Found {
  streams: RtpStreams;
  /** Of each frame, its kind and its stream. */
  frames: [kind: number, stream: number][];
}

/** What one pass finds. */
async function found(capture: Uint8Array, heuristic: boolean): Promise<Found> {
  const { streams, table } = await analyse(bytesSource(capture), { heuristic, keepFrames: true });
  const frames = Array.from({ length: table.count }, (_, i): Found["frames"][number] => [
    table.kind(i),
    table.stream(i),
  ]);
  return { streams, frames };
}

/** The same frame by frame, by a dissector that with a list of its own knows no short ways. */
async function foundSlowly(capture: Uint8Array, heuristicRtp: boolean): Promise<Found> {
  const dissector = new Dissector({ heuristicRtp, list: [...protocols] });
  const streams = new RtpStreams();
  const frames: Found["frames"] = [];
  await readCapture(bytesSource(capture), (...frame) => {
    const packet = dissector.dissect(...frame);
    const isRtp = packet.kind === Kind.rtp || packet.kind === Kind.rtpEvent;
    frames.push([packet.kind, isRtp ? streams.observe(packet) : -1]);
  });
  return { streams, frames };
}

const described = ({ streams, frames }: Found) => ({
  frames,
  streams: streams.list.map(({ index, source, destination, ssrc, frame, payload, statistics }) => ({
    ...{ index, source, destination, ssrc, frame, payload },
    ...{ packets: statistics.packets, bytes: statistics.payloadBytes, lost: statistics.lost },
    ...{ delta: statistics.delta, jitter: statistics.jitter, maxSkew: statistics.maxSkew },
    ...{ errors: statistics.sequenceErrors, problem: statistics.problem, flags: statistics.flags },
    ...{ from: statistics.firstTime, until: statistics.lastTime, types: statistics.payloadTypes },
  })),
});

describe("streams by the short way of RTP", () => {
  it("are those of the long one, whatever comes in between", async () => {
    await fc.assert(
      fc.asyncProperty(captures, fc.boolean(), async (capture, heuristic) => {
        const slowly = await foundSlowly(capture, heuristic);
        expect(described(await found(capture, heuristic))).toEqual(described(slowly));
      }),
      { numRuns: 400 },
    );
  });
});
