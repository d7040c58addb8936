import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The header of a message (Jupyter messaging protocol 5.4, "General Message Format"). */
export interface Header {
  msg_id: string;
  session: string;
  username: string;
  date: string;
  msg_type: string;
  version: string;
}

/** A message as it is when its frames are put together. */
export interface Message {
  header: Header;
  parent: Partial<Header>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
}

const delimiter = "<IDS|MSG>";

/** Writes and reads messages of one session, signed with the connection file's key (HMAC-SHA256). */
export class Wire {
  readonly session = randomUUID();

  constructor(private readonly key: string) {}

  /** A new message from this session. */
  message(type: string, content: Record<string, unknown>): Message {
    return {
      header: {
        msg_id: randomUUID(),
        session: this.session,
        username: "voiplab",
        date: new Date().toISOString(),
        msg_type: type,
        version: "5.4",
      },
      parent: {},
      metadata: {},
      content,
    };
  }

  /** The message as ZeroMQ frames. */
  encode({ header, parent, metadata, content }: Message): Buffer[] {
    const parts = [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
    return [Buffer.from(delimiter), Buffer.from(this.signature(parts)), ...parts];
  }

  /** The message in ZeroMQ frames; undefined when they are no signed message. */
  decode(frames: readonly Buffer[]): Message | undefined {
    const start = frames.findIndex((frame) => frame.toString("latin1") === delimiter);
    const parts = frames.slice(start + 2, start + 6);
    if (start < 0 || parts.length < 4) return undefined;
    const given = frames[start + 1]!;
    const right = Buffer.from(this.signature(parts));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString("utf8")));
    return { header, parent, metadata, content };
  }

  private signature(parts: readonly Buffer[]): string {
    const hmac = createHmac("sha256", this.key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }
}
