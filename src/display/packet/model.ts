/** A field of a layer, with the bytes it was read from. */
export interface PacketField {
  /** Wireshark's display filter name, `sip.Method`. */
  name: string;
  label: string;
  value: string;
  /** Bytes of the frame, or of `reassembled`: from `start`, up to but not including `end`. */
  start: number;
  end: number;
  children?: readonly PacketField[];
}

export interface PacketLayer {
  name: string;
  label: string;
  start: number;
  end: number;
  /** Whose bytes the offsets count; `frame` when absent. */
  of?: "frame" | "reassembled";
  fields: readonly PacketField[];
}

export interface PacketOptions {
  number: number;
  layers: readonly PacketLayer[];
  bytes: Uint8Array;
  /** Bytes that came from several frames, for the layers that say so. */
  reassembled?: Uint8Array;
  /** Length on the wire, when more than was captured. */
  length?: number;
}

/** Deeper fields, more fields and longer values than these say nothing to a reader. */
export const DEEPEST = 24;
export const MOST_FIELDS = 3000;
export const LONGEST_VALUE = 400;
/** Bytes of the dump. */
export const MOST_BYTES = 4096;
