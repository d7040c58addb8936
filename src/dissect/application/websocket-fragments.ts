import type { Packet } from "../packet.js";

const MOST_MESSAGE = 1 << 20;
const MOST_KEPT = 64 << 20;

interface Pending {
  parts: Uint8Array[];
  size: number;
}

/** Messages that came in several frames of WebSocket (RFC 6455 §5.4), put together. */
export class WebSocketFragments {
  /** By connection and direction: those that are not yet whole. */
  private readonly pending = new Map<string, Pending>();
  /** By frame and layer: those that the last fragment there made whole. */
  private readonly whole = new Map<string, Uint8Array>();
  private size = 0;

  /** Takes the first fragment of a message, or one that goes on with it. */
  add(packet: Packet, part: Uint8Array, first: boolean): void {
    const key = directionOf(packet);
    const known = this.pending.get(key);
    if (known && first) this.drop(key, known);
    const pending = first ? { parts: [], size: 0 } : known;
    if (!pending) return;
    pending.parts.push(part.slice());
    pending.size += part.length;
    this.size += part.length;
    this.pending.set(key, pending);
    if (pending.size > MOST_MESSAGE || this.size > MOST_KEPT) this.drop(key, pending);
  }

  /** The message that the last fragment makes whole, or undefined where its first one was not seen. */
  finish(packet: Packet, last: Uint8Array): Uint8Array | undefined {
    const key = directionOf(packet);
    const pending = this.pending.get(key);
    if (!pending) return undefined;
    const message = new Uint8Array(pending.size + last.length);
    let at = 0;
    for (const part of [...pending.parts, last]) {
      message.set(part, at);
      at += part.length;
    }
    this.drop(key, pending);
    this.size += message.length;
    this.whole.set(placeOf(packet), message);
    return message;
  }

  /** What `finish` gave here at the first look. */
  of(packet: Packet): Uint8Array | undefined {
    return this.whole.get(placeOf(packet));
  }

  private drop(key: string, { size }: Pending): void {
    this.pending.delete(key);
    this.size -= size;
  }
}

function directionOf({ conversations, sourcePort, destinationPort, number }: Packet): string {
  return `${conversations.tcp.connectionOf(number)} ${sourcePort} ${destinationPort}`;
}

function placeOf({ number, layerCount }: Packet): string {
  return `${number} ${layerCount}`;
}
