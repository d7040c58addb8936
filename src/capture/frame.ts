/** What is known of a frame before it is dissected. One record is reused for all frames of a capture. */
export interface FrameRecord {
  /** From 1, in file order, as in Wireshark. */
  number: number;
  /** Position in the source of the first captured byte. */
  offset: number;
  /** Nanoseconds since the first stamped frame: an integer, negative before it, exact up to 104 days. */
  time: number;
  /** What is to be added to `time` where 53 bits do not hold it exactly, as in captures put together; absent = 0. */
  timeRest?: number;
  /** Length on the wire, in bytes; the captured length is that of the bytes given. */
  length: number;
  /** Index into `CaptureFacts.interfaces`. */
  interfaceId: number;
  /** LINKTYPE_ value (https://www.tcpdump.org/linktypes.html). */
  linkType: number;
  /** Decimals of a second that its time stamp has, as shown in a packet list: 0 to 9. */
  decimals: number;
  /** False in a pcapng Simple Packet Block, whose frames have no time: `time` is then 0. */
  stamped: boolean;
}

/**
 * Called once a frame, in file order. `bytes` is the reader's buffer, reused: the frame is `bytes[start, end)`,
 * and neither it nor `record` may be kept after the call.
 */
export type FrameVisitor = (bytes: Uint8Array, start: number, end: number, record: FrameRecord) => void;

/** An interface on which frames were captured (pcapng Interface Description Block, or a pcap file's header). */
export interface CaptureInterface {
  linkType: number;
  /** Most bytes kept of a frame; 0 = no limit. */
  snapLength: number;
  /** Decimals of a second in its time stamps, as shown in a packet list: 0 to 9. */
  decimals: number;
  name?: string;
  description?: string;
}

/** What a capture says of itself. */
export interface CaptureFacts {
  format: "pcapng" | "pcap";
  /** True when the source was gzipped. */
  compressed: boolean;
  /** Time of the first stamped frame, in nanoseconds since 1970-01-01 UTC. */
  firstTime: bigint | undefined;
  interfaces: CaptureInterface[];
  /** Comments of the sections, in order. */
  comments: string[];
  /** Comments of frames by frame number; absent when no frame has any. */
  frameComments?: Map<number, string[]>;
  hardware?: string;
  operatingSystem?: string;
  application?: string;
}

/** A place where a capture is not as it should be; what could be read around it was kept. */
export interface CaptureWarning {
  /** Byte offset in the (decompressed) source. */
  offset: number;
  /** Number of the frame that could not be read, or of the last one before. */
  frame: number;
  /** One sentence in the reader's language: which frame, at which byte, what was found, what was expected. */
  text: string;
}

/** Thrown only when the source is not a capture at all; the message is one clear sentence. */
export class NotACapture extends Error {
  override readonly name = "NotACapture";
}
