/** A key that somebody pressed during a call. */
export interface KeyPress {
  /** `0` to `9`, `*`, `#`, `A` to `D`. */
  key: string;
  /** Nanoseconds since the first frame, and frame number: of the first packet that tells of it. */
  time: number;
  frame: number;
}

/** By event code (RFC 4733 §3.2, table 3). */
export const EVENT_KEYS = "0123456789*#ABCD";

/**
 * The keys among the telephone events of a stream: an event is told by several packets, all with the RTP timestamp
 * of its beginning (RFC 4733 §2.2.1).
 */
export class KeyPresses {
  readonly list: KeyPress[] = [];
  private readonly seen = new Set<number>();

  /** Takes the packet of an event: its RTP timestamp, and the first byte of its payload. */
  observe(time: number, frame: number, timestamp: number, event: number): void {
    const key = EVENT_KEYS[event];
    if (key === undefined || this.seen.has(timestamp)) return;
    this.seen.add(timestamp);
    this.list.push({ key, time, frame });
  }
}
