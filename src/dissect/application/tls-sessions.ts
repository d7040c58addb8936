import { Directions } from "../directions.js";
import type { Packet } from "../packet.js";

/**
 * What handshakes settle for the records after them: the version between two endpoints, and from where on one of
 * them encrypts. Later looks get what held at their frame.
 */
export class TlsSessions {
  private readonly versions = new Directions<number>();
  private readonly encryptions = new Directions<boolean>();

  /** The version between the packet's endpoints, or undefined before anything said it. */
  versionOf(packet: Packet): number | undefined {
    return this.versions.latest(packet);
  }

  learnVersion(packet: Packet, version: number): void {
    if (this.versionOf(packet) === version) return;
    for (const back of [false, true]) this.versions.learn(packet, version, back);
  }

  /** Whether the packet's endpoints spoke TLS up to this frame. */
  knows(packet: Packet): boolean {
    if (this.versionOf(packet) !== undefined) return true;
    return [false, true].some((back) => this.encryptions.latest(packet, { back }) !== undefined);
  }

  /** Whether the packet's source encrypted its handshake before this frame. */
  encrypts(packet: Packet): boolean {
    return this.encryptions.latest(packet, { frame: packet.number - 1 }) === true;
  }

  learnEncryption(packet: Packet, encrypts: boolean): void {
    this.encryptions.learn(packet, encrypts);
  }
}
