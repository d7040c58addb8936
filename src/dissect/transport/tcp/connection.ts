import type { Protocol } from "../../protocol.js";
import type { ByteStream } from "./byte-stream.js";

/** No window seen yet. */
export const NO_WINDOW = 0xffff_ffff;

/** What is known of window scaling (RFC 7323 §2): a shift, or one of these. */
export const Scale = { unknown: -1, none: -2 } as const;

/** One direction of a connection; numbers that were not seen yet are 0, as in Wireshark. */
export class Flow {
  /** The sequence number that is shown as 0, once it is known. */
  base: number | undefined;
  scale: number = Scale.unknown;
  window = NO_WINDOW;
  /** Whether `window` is to be scaled. */
  scaled = true;
  /** The highest sequence number seen, plus one, and when it was seen. */
  next = 0;
  nextTime = 0;
  /** As far as segments came without a gap. */
  mostAcknowledgeable = 0;
  /** The last acknowledgment this side sent, and when. */
  ack = 0;
  ackTime = 0;
  /** How often it was repeated, and the frame that had it first; -1 mutes what was already said. */
  duplicates = 0;
  ackFrame = 0;
  /** Findings of the last segment. */
  findings = 0;
  /** Segments that wait for their acknowledgment. */
  readonly unacknowledged: { next: number; frame: number; time: number }[] = [];
  /** What this side sends, put in order; only where its protocol reads it as a stream. */
  stream: ByteStream | undefined;
  /** Who reads what waits in the stream. */
  reader: Protocol | undefined;
}

/** A TCP connection, as Wireshark counts them: `tcp.stream`. */
export class Connection {
  /** From the side whose address and port are lower in order, and from the other. */
  readonly flows: readonly [Flow, Flow] = [new Flow(), new Flow()];
  /** The port that was called, known from SYN. */
  serverPort = 0;
  synTime = -1;
  /** From SYN to the end of the handshake, in nanoseconds; 0 as long as it is not known. */
  firstRoundTrip = 0;

  constructor(
    readonly index: number,
    /** The last frame, for giving up what was idle longest. */
    public lastFrame: number,
  ) {}
}

/** What the analysis needs of a segment. */
export interface Segment {
  frame: number;
  time: number;
  seq: number;
  ack: number;
  /** Bytes of payload on the wire. */
  length: number;
  flags: number;
  /** As the header has it. */
  window: number;
}
