import { FrameNotes } from "../frame-notes.js";

/** Who said to own an IPv4 address: the first hardware address stands, as long as nobody has cleared it up. */
export class ArpOwners {
  private readonly macs = new Map<number, number>();
  private readonly duplicates = new FrameNotes(1);

  /** Notes that `mac` (48 bits) owns `ip` (32 bits); false where another one does. */
  claim(ip: number, mac: number): boolean {
    const owner = this.macs.get(ip);
    if (owner === undefined) this.macs.set(ip, mac);
    return owner === undefined || owner === mac;
  }

  noteDuplicate(frame: number, ip: number): void {
    this.duplicates.set(this.duplicates.add(frame), 0, ip);
  }

  /** The address (4 bytes) that a frame showed to have two owners, or undefined. */
  duplicateIn(frame: number): Uint8Array | undefined {
    const row = this.duplicates.find(frame);
    if (row === -1) return undefined;
    const ip = this.duplicates.get(row, 0);
    return Uint8Array.of(ip >>> 24, ip >>> 16, ip >>> 8, ip);
  }
}
