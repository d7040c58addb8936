import { Endpoints } from "../endpoints.js";
import type { Packet } from "../packet.js";
import { TupleTable } from "../tuple-table.js";

/** What one side of a connection said, and from which frame on. */
interface Saying {
  frame: number;
  value: number;
}

/**
 * What handshakes settle for the records after them: the version between two endpoints, and from where on one of
 * them encrypts. Later looks get what held at their frame.
 */
export class TlsSessions {
  private readonly endpoints = new Endpoints();
  private readonly directions = new TupleTable(2);
  private readonly versions: Saying[][] = [];
  private readonly encryptions: Saying[][] = [];

  /** The version between the packet's endpoints, or undefined before anything said it. */
  versionOf(packet: Packet): number | undefined {
    return latest(this.versions, this.find(packet, false), packet.number);
  }

  learnVersion(packet: Packet, version: number): void {
    if (this.versionOf(packet) === version) return;
    for (const back of [false, true]) learn(this.versions, this.intern(packet, back), packet.number, version);
  }

  /** Whether the packet's endpoints spoke TLS up to this frame. */
  knows(packet: Packet): boolean {
    if (this.versionOf(packet) !== undefined) return true;
    return [false, true].some(
      (back) => latest(this.encryptions, this.find(packet, back), packet.number) !== undefined,
    );
  }

  /** Whether the packet's source encrypted its handshake before this frame. */
  encrypts(packet: Packet): boolean {
    return latest(this.encryptions, this.find(packet, false), packet.number - 1) === 1;
  }

  learnEncryption(packet: Packet, encrypts: boolean): void {
    learn(this.encryptions, this.intern(packet, false), packet.number, encrypts ? 1 : 0);
  }

  private find(packet: Packet, back: boolean): number {
    const source = this.endpoints.find(packet, "source");
    const destination = this.endpoints.find(packet, "destination");
    if (source === -1 || destination === -1) return -1;
    this.directions.key[0] = back ? destination : source;
    this.directions.key[1] = back ? source : destination;
    return this.directions.find();
  }

  private intern(packet: Packet, back: boolean): number {
    const source = this.endpoints.intern(packet, "source");
    const destination = this.endpoints.intern(packet, "destination");
    this.directions.key[0] = back ? destination : source;
    this.directions.key[1] = back ? source : destination;
    return this.directions.intern();
  }
}

function learn(table: Saying[][], direction: number, frame: number, value: number): void {
  table[direction] ??= [];
  table[direction].push({ frame, value });
}

function latest(table: Saying[][], direction: number, frame: number): number | undefined {
  return direction === -1 ? undefined : table[direction]?.findLast((saying) => saying.frame <= frame)?.value;
}
