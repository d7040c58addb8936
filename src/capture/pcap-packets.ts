/// <reference path="./pcap-parser-package.d.ts" />
import type { Data, PacketHeader, Stream } from "pcap-parser";
import { CAPTURED_LENGTH, PCAP_HEADER_LENGTH, pcapHeader, RECORD_HEADER_LENGTH } from "./pcap-layout.js";

/** Called once a packet, whose bytes are `[start, end)` of the piece given. */
export type PacketListener = (header: PacketHeader, start: number, end: number) => void;

/**
 * Has pcap-parser emit the packets of pieces of a file, each piece whole records in the first `end` bytes of a
 * view, whose lengths were checked before. What the package does badly is kept from it:
 * - it joins what remains of a piece to the next with `new Buffer`: nothing remains, and each piece gets a parser;
 * - it knows the two microsecond magics only: each piece begins with such a header, whatever the file's;
 * - it knows no longer record headers: what they have more goes for the first bytes of the packet;
 * - it spends half of its time in `Buffer.slice` and `readUInt32LE`: it is given ranges of a `DataView` instead.
 */
export async function pcapPackets(
  little: boolean,
  recordHeaderLength: number,
  listener: PacketListener,
): Promise<(view: DataView, end: number) => void> {
  const { parse } = await import("pcap-parser");
  const header = new DataView(pcapHeader({ little, decimals: 6, snapLength: 0, linkType: 0 }).buffer);
  const more = recordHeaderLength - RECORD_HEADER_LENGTH;
  return (view, end) => {
    const stream = new PieceStream();
    const parser = parse<Range>(stream);
    parser.on("packet", (packet) => listener(packet.header, packet.data.start + more, packet.data.end));
    parser.on("error", (error) => {
      throw error;
    });
    const records = more === 0 ? new Range(view, 0, end) : new LongHeaders(view, 0, end, more);
    stream.give(new Piece(header, records));
  };
}

/** A stream that gives one piece, at once and when told to: the parser reads it before `give` returns. */
class PieceStream implements Stream<Range> {
  give: (data: Range) => void = () => {};
  pause(): void {}
  resume(): void {}
  on(event: string, listener: (data: never) => void): void {
    if (event === "data") this.give = listener as (data: Range) => void;
  }
}

/** Bytes `[start, end)` of a view, in the guise of a `Buffer`. */
class Range implements Data {
  constructor(
    readonly view: DataView,
    readonly start: number,
    readonly end: number,
  ) {}

  get length(): number {
    return this.end - this.start;
  }

  slice(start: number, end = this.length): Range {
    return new Range(this.view, this.start + start, this.start + end);
  }

  toString(): string {
    return this.view.getUint32(this.start).toString(16);
  }

  readUInt16LE(offset: number): number {
    return this.view.getUint16(this.start + offset, true);
  }
  readUInt16BE(offset: number): number {
    return this.view.getUint16(this.start + offset);
  }
  readInt32LE(offset: number): number {
    return this.view.getInt32(this.start + offset, true);
  }
  readInt32BE(offset: number): number {
    return this.view.getInt32(this.start + offset);
  }
  readUInt32LE(offset: number): number {
    return this.view.getUint32(this.start + offset, true);
  }
  readUInt32BE(offset: number): number {
    return this.view.getUint32(this.start + offset);
  }
}

/** Records whose headers have so many bytes more: each tells the parser that its packet is longer by these. */
class LongHeaders extends Range {
  constructor(
    view: DataView,
    start: number,
    end: number,
    readonly more: number,
  ) {
    super(view, start, end);
  }

  override slice(start: number, end = this.length): Range {
    return new LongHeaders(this.view, this.start + start, this.start + end, this.more);
  }

  override readUInt32LE(offset: number): number {
    return super.readUInt32LE(offset) + (offset === CAPTURED_LENGTH ? this.more : 0);
  }
  override readUInt32BE(offset: number): number {
    return super.readUInt32BE(offset) + (offset === CAPTURED_LENGTH ? this.more : 0);
  }
}

/** A file header with records after it, without having them moved. */
class Piece extends Range {
  readonly #records: Range;

  constructor(header: DataView, records: Range) {
    super(header, 0, PCAP_HEADER_LENGTH);
    this.#records = records;
  }

  override get length(): number {
    return PCAP_HEADER_LENGTH + this.#records.length;
  }

  /** The parser takes the header first, whole. */
  override slice(start: number): Range {
    return this.#records.slice(start - PCAP_HEADER_LENGTH);
  }
}
