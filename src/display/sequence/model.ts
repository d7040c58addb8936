/** Who sends and receives: a column. */
export interface Actor {
  id: string;
  label: string;
  address: string;
}

/** A message between two actors: an arrow. */
export interface SequenceMessage {
  frame: number;
  /** Seconds since the capture's first frame. */
  time: number;
  /** Ids of actors. */
  from: string;
  to: string;
  /** The method of a request, the status of a response. */
  label: string;
  /** How the arrow is drawn: solid, dashed, dotted. */
  kind: "request" | "response" | "retransmission";
  /** The message's text; its first lines are shown when the arrow is hovered over. */
  detail?: string;
  /** What belongs together has the same colour; absent: the CSeq is not known, and the kind decides. */
  transaction?: string;
  /** A part of the story, announced above its first message. */
  phase?: string;
}

/** Media between two actors for a while: a band. */
export interface SequenceBand {
  from: string;
  to: string;
  /** Seconds since the capture's first frame. */
  start: number;
  stop: number;
  /** The codec. */
  label: string;
  /** Packets each way, seconds. */
  detail?: string;
}

export interface SequenceOptions {
  title?: string;
  actors: readonly Actor[];
  messages: readonly SequenceMessage[];
  bands?: readonly SequenceBand[];
  /** `rows` (when absent): one row a message; `time`: room in proportion to time, as far as nothing overlaps. */
  scale?: "rows" | "time";
  /** Decimals of the times; 6 when absent. */
  decimals?: number;
}
