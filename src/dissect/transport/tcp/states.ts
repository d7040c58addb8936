import type { Packet } from "../../packet.js";

const MOST_CHANGES = 1 << 16;

/** What a protocol must remember of a TCP connection, and from which frame on it holds. */
export class States<T> {
  private readonly byConnection = new Map<number, { frame: number; value: T }[]>();
  private changes = 0;

  /** Notes what holds from this packet on. */
  learn(packet: Packet, value: T): void {
    const connection = packet.conversations.tcp.connectionOf(packet.number);
    if (connection === -1 || this.changes === MOST_CHANGES) return;
    const changes = this.byConnection.get(connection) ?? [];
    if (changes.at(-1)?.value === value) return;
    this.byConnection.set(connection, changes);
    changes.push({ frame: packet.number, value });
    this.changes++;
  }

  /** What held before this packet; undefined where nothing was said. */
  before(packet: Packet): T | undefined {
    if (this.changes === 0) return undefined;
    return this.at(packet.conversations.tcp.connectionOf(packet.number), packet.number - 1);
  }

  /** What holds in a connection since a frame or one before it. */
  at(connection: number, frame: number): T | undefined {
    return this.byConnection.get(connection)?.findLast((change) => change.frame <= frame)?.value;
  }
}
