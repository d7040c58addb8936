import { FrameNotes } from "../../frame-notes.js";
import { Family, type Packet } from "../../packet.js";
import { TupleTable } from "../../tuple-table.js";
import { Connection, type Flow } from "./connection.js";
import { Readers } from "./readers.js";
import { Streams } from "./streams.js";
import { Takeovers } from "./takeovers.js";
import { TcpNote } from "./tcp-note.js";

// what is known of the connections that were idle longest is given up beyond this many
const MOST_CONNECTIONS = 1 << 15;

/** The TCP connections of a capture. */
export class Connections {
  readonly notes = new FrameNotes(12);
  readonly streams = new Streams();
  readonly readers = new Readers();
  readonly takeovers = new Takeovers((frame) => this.connectionOf(frame));
  private readonly table = new TupleTable(11);
  private readonly live = new Map<number, Connection>();
  private count = 0;

  /** The connection to which a packet belongs, by addresses and ports; `fresh` begins a new one. */
  of(packet: Packet, fresh = false): Connection {
    this.fill(packet);
    const endpoints = this.table.intern();
    let connection = this.live.get(endpoints);
    if (!connection || fresh) {
      if (connection) this.streams.release(connection);
      else if (this.live.size >= MOST_CONNECTIONS) this.forgetIdle();
      connection = new Connection(this.count++, packet.number);
      this.live.set(endpoints, connection);
    }
    connection.lastFrame = packet.number;
    return connection;
  }

  /** The packet's own direction of a connection, and the other one. */
  flowsOf(packet: Packet, connection: Connection): [own: Flow, other: Flow] {
    const [first, second] = connection.flows;
    return inOrder(packet) ? [first, second] : [second, first];
  }

  /** Index of the connection that a frame belongs to, or -1. */
  connectionOf(frame: number): number {
    const row = this.notes.find(frame);
    return row === -1 ? -1 : this.notes.get(row, TcpNote.connection);
  }

  private forgetIdle(): void {
    const idle = [...this.live].sort(([, a], [, b]) => a.lastFrame - b.lastFrame);
    for (const [endpoints, connection] of idle.slice(0, MOST_CONNECTIONS / 2)) {
      this.live.delete(endpoints);
      this.streams.release(connection);
    }
  }

  private fill(packet: Packet): void {
    const { key } = this.table;
    const { addressBytes, sourceAt, destinationAt, sourcePort, destinationPort, family } = packet;
    const words = family === Family.ipv6 ? 4 : family === Family.ipv4 ? 1 : 0;
    const forward = inOrder(packet);
    this.table.used = 3 + 2 * words;
    key[0] = words;
    key[1] = forward ? sourcePort : destinationPort;
    key[2] = forward ? destinationPort : sourcePort;
    for (let i = 0; i < words; i++) {
      key[3 + i] = word(addressBytes, (forward ? sourceAt : destinationAt) + 4 * i);
      key[3 + words + i] = word(addressBytes, (forward ? destinationAt : sourceAt) + 4 * i);
    }
  }
}

/** Whether the source comes before the destination; both directions of a connection share one order. */
function inOrder({
  addressBytes,
  sourceAt,
  destinationAt,
  sourcePort,
  destinationPort,
  family,
}: Packet): boolean {
  const size = family === Family.ipv6 ? 16 : family === Family.ipv4 ? 4 : 0;
  for (let i = 0; i < size; i++) {
    const difference = addressBytes[sourceAt + i]! - addressBytes[destinationAt + i]!;
    if (difference !== 0) return difference < 0;
  }
  return sourcePort <= destinationPort;
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}
