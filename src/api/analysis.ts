import {
  type ByteSource,
  type CaptureFacts,
  type CaptureWarning,
  FrameTable,
  readCapture,
} from "../capture/index.js";
import { Dissector } from "../dissect/dissector.js";
import { Kind } from "../dissect/packet.js";
import { Signalling } from "../voip/signalling.js";
import { RtpStreams } from "../voip/streams.js";

/** What one pass over a capture found. */
export interface Analysis {
  facts: CaptureFacts;
  warnings: CaptureWarning[];
  /** Frames read. */
  frames: number;
  /** The bytes in which frame offsets are meant: the source, or what it held compressed. */
  source: ByteSource;
  /** Where each frame is; empty unless asked for. */
  table: FrameTable;
  dissector: Dissector;
  signalling: Signalling;
  streams: RtpStreams;
}

export interface AnalysisOptions {
  /** Also take RTP that no signalling announced. */
  heuristic?: boolean;
  /** Remember where frames are, so that they can be opened later (20 bytes a frame). */
  keepFrames?: boolean;
  /** Remember the SIP messages, which calls and registrations are made of; true if not given. */
  keepMessages?: boolean;
}

/** Reads a capture once, in order. Throws `NotACapture`; damage is in `warnings`. */
export async function analyse(source: ByteSource, options: AnalysisOptions = {}): Promise<Analysis> {
  const dissector = new Dissector({ heuristicRtp: options.heuristic ?? false });
  const signalling = new Signalling();
  const streams = new RtpStreams();
  const table = new FrameTable();
  const { keepFrames = false, keepMessages = true } = options;
  const read = await readCapture(source, (bytes, start, end, record) => {
    const flow = dissector.steadyFlow(bytes, start, end, record);
    let stream = flow === undefined ? -1 : streams.next(flow, dissector.rtp, record.time);
    let kind: Kind = Kind.rtp;
    if (stream === -1) {
      const packet = dissector.dissect(bytes, start, end, record);
      kind = packet.kind;
      if (kind === Kind.rtp || kind === Kind.rtpEvent) stream = streams.observe(packet);
      else if (kind === Kind.sip && keepMessages) signalling.observe(packet);
    }
    if (keepFrames) table.push(record, end - start, kind, stream);
  });
  return { ...read, table, dissector, signalling, streams };
}
