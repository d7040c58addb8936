import type { Announcement, Announcements } from "./announcements.js";
import { i32 } from "./bytes.js";
import type { Packet } from "./packet.js";
import { mixed, spread } from "./tuple-table.js";

/** When there are more flows, all are forgotten and begin anew: no capture makes a table take more memory. */
const MOST_FLOWS = 1 << 16;

/** Rows at first: 2 to the power of this. */
const ROW_BITS = 8;

// A row: the place of its announcement counted from 1 (0 is an empty row), the key, and what is known.
const PLACE = 0;
const PORTS = 1;
const ADDRESSES = 2;

const COUNTERS = 0;
const COUNT = 1;
const STREAM = 2;
const SSRC = 3;
const STEADY = 4;
const KNOWN = 5;

/**
 * Flows, the UDP packets one way between two endpoints, and what is known of each. A hash table whose rows hold key
 * and figures side by side: where calls are interleaved each packet is of another flow, and what is scattered in memory
 * takes longer to come than to be used. It stands on the flow that was found last.
 */
export class FlowTable {
  private readonly width: number;
  /** The column after the key. */
  private readonly known: number;
  private rows: Int32Array;
  private rowBits = ROW_BITS;
  private announcements: (Announcement | undefined)[] = [];
  /** Index of the first column of the row that it stands on. */
  private row = 0;

  /** @param words 32-bit words of an address */
  constructor(private readonly words: 1 | 4) {
    this.known = ADDRESSES + 2 * words;
    this.width = this.known + KNOWN;
    this.rows = new Int32Array(this.width << ROW_BITS);
  }

  /** Goes to the flow of a packet; false where it is not there. */
  find({ addressBytes: bytes, sourceAt, destinationAt, sourcePort, destinationPort }: Packet): boolean {
    const { rows, width, words } = this;
    const ports = (sourcePort << 16) | destinationPort;
    if (words === 1) return this.findIpv4(i32(bytes, sourceAt), i32(bytes, destinationAt), ports);
    let hash = mixed(0, ports);
    for (let word = 0; word < words; word++) {
      hash = mixed(hash, i32(bytes, sourceAt + 4 * word));
      hash = mixed(hash, i32(bytes, destinationAt + 4 * word));
    }
    const mask = (1 << this.rowBits) - 1;
    for (let slot = spread(hash) >>> (32 - this.rowBits); ; slot = (slot + 1) & mask) {
      const row = slot * width;
      this.row = row;
      if (rows[row + PLACE] === 0) return false;
      if (rows[row + PORTS] !== ports) continue;
      let word = 0;
      while (
        word < words &&
        rows[row + ADDRESSES + 2 * word] === i32(bytes, sourceAt + 4 * word) &&
        rows[row + ADDRESSES + 2 * word + 1] === i32(bytes, destinationAt + 4 * word)
      ) {
        word++;
      }
      if (word === words) return true;
    }
  }

  /** Goes to the flow between two IPv4 addresses; `ports` are the source's, in the upper half, and the destination's. */
  findIpv4(source: number, destination: number, ports: number): boolean {
    const { rows, width } = this;
    const hash = spread(mixed(mixed(mixed(0, ports), source), destination));
    const mask = (1 << this.rowBits) - 1;
    for (let slot = hash >>> (32 - this.rowBits); ; slot = (slot + 1) & mask) {
      const row = slot * width;
      this.row = row;
      if (rows[row + PLACE] === 0) return false;
      const same =
        rows[row + PORTS] === ports &&
        rows[row + ADDRESSES] === source &&
        rows[row + ADDRESSES + 1] === destination;
      if (same) return true;
    }
  }

  /** Adds the flow of a packet, which is not there, and goes to it. `counters` is the caller's. */
  add(packet: Packet, counters: number): void {
    if (this.announcements.length === MOST_FLOWS) {
      this.rows.fill(0);
      this.announcements = [];
    }
    if (this.announcements.length * 2 === 1 << this.rowBits) this.grow();
    this.find(packet);
    const { rows, row, words, known } = this;
    const { addressBytes: bytes, sourceAt, destinationAt } = packet;
    rows[row + PLACE] = this.announcements.push(undefined);
    rows[row + PORTS] = (packet.sourcePort << 16) | packet.destinationPort;
    for (let word = 0; word < words; word++) {
      rows[row + ADDRESSES + 2 * word] = i32(bytes, sourceAt + 4 * word);
      rows[row + ADDRESSES + 2 * word + 1] = i32(bytes, destinationAt + 4 * word);
    }
    rows[row + known + COUNTERS] = counters;
    rows[row + known + STREAM] = -1;
  }

  /** What was announced for the flow, as of its latest packet. */
  get announcement(): Announcement | undefined {
    return this.announcements[this.rows[this.row + PLACE]! - 1];
  }

  /** Sets it, with how many announcements there were then; the stream and what was steady are to be found anew. */
  announce(announcement: Announcement | undefined, count: number): void {
    this.announcements[this.rows[this.row + PLACE]! - 1] = announcement;
    this.rows[this.row + this.known + COUNT] = count;
    this.rows[this.row + this.known + STREAM] = -1;
    this.rows[this.row + this.known + STEADY] = 0;
  }

  /** Notes that, by what is announced, a bare packet of this payload type is RTP and nothing more. */
  settle(payloadType: number): void {
    this.rows[this.row + this.known + STEADY] = payloadType + 1;
  }

  /** Whether that was noted of the payload type, and nothing was announced for the flow's ends since. */
  isSteady(payloadType: number, announcements: Announcements): boolean {
    const { rows } = this;
    const at = this.row + this.known;
    if (rows[at + STEADY] !== payloadType + 1) return false;
    return rows[at + COUNT] === announcements.count(rows[at + COUNTERS]!);
  }

  get counters(): number {
    return this.rows[this.row + this.known + COUNTERS]!;
  }

  get count(): number {
    return this.rows[this.row + this.known + COUNT]!;
  }

  /** The RTP stream that the latest packet was of, as whoever counts streams noted it; -1 where it was another SSRC. */
  streamOf(ssrc: number): number {
    const at = this.row + this.known;
    return this.rows[at + SSRC] === ssrc ? this.rows[at + STREAM]! : -1;
  }

  noteStream(ssrc: number, stream: number): void {
    const at = this.row + this.known;
    this.rows[at + SSRC] = ssrc;
    this.rows[at + STREAM] = stream;
  }

  private grow(): void {
    const { rows: before, width } = this;
    this.rowBits++;
    const mask = (1 << this.rowBits) - 1;
    const rows = new Int32Array(before.length * 2);
    for (let row = 0; row < before.length; row += width) {
      if (before[row + PLACE] === 0) continue;
      let hash = 0;
      for (let column = PORTS; column < this.known; column++) hash = mixed(hash, before[row + column]!);
      let slot = spread(hash) >>> (32 - this.rowBits);
      while (rows[slot * width + PLACE] !== 0) slot = (slot + 1) & mask;
      rows.set(before.subarray(row, row + width), slot * width);
    }
    this.rows = rows;
  }
}
