import { type CaptureFacts, type FrameRecord, type FrameVisitor, NotACapture } from "./frame.js";
import { messages } from "./messages.js";
import {
  CAPTURED_LENGTH,
  MODIFIED_RECORD_HEADER_LENGTH,
  PCAP_HEADER_LENGTH,
  type PcapFormat,
  PcapMagic,
  RECORD_HEADER_LENGTH,
} from "./pcap-layout.js";
import { type PacketListener, pcapPackets } from "./pcap-packets.js";
import type { ByteSource } from "./source.js";
import type { WarningLog } from "./warnings.js";
import { MAX_BLOCK_LENGTH, SlidingWindow } from "./window.js";

/** Most captured bytes of a frame, as in Wireshark, unless the file's snap length is larger. */
const MAX_CAPTURED = 262_144;

/** LINKTYPE_ is in the low bits; above them are the length of a frame check sequence and reserved bits (§4). */
const LINK_TYPE_BITS = 0x03ffffff;

/** Reads one pcap source; the packets are pcap-parser's, after each record header was checked here. */
export class PcapReader {
  frames = 0;
  readonly facts: CaptureFacts;
  private readonly source: ByteSource;
  private readonly visit: FrameVisitor;
  private readonly log: WarningLog;
  private readonly window: SlidingWindow;
  private readonly format: PcapFormat;
  /** Length of a record's header. */
  private recordHeader = RECORD_HEADER_LENGTH;
  private readonly maxCaptured: number;
  /** Of the window's first byte, in the source. */
  private position = 0;

  /** Throws `NotACapture` when the file header is not sound. */
  constructor(source: ByteSource, visit: FrameVisitor, log: WarningLog, chunkLength: number) {
    this.source = source;
    this.visit = visit;
    this.log = log;
    this.window = new SlidingWindow(source, chunkLength);
    this.format = this.readHeader();
    const { snapLength, linkType, decimals } = this.format;
    const unlimited = snapLength > MAX_BLOCK_LENGTH - this.recordHeader;
    this.maxCaptured = unlimited ? MAX_CAPTURED : Math.max(MAX_CAPTURED, snapLength);
    this.facts = {
      format: "pcap",
      compressed: false,
      firstTime: undefined,
      interfaces: [{ linkType, snapLength, decimals }],
      comments: [],
    };
  }

  async read(): Promise<void> {
    const give = await pcapPackets(this.format.little, this.recordHeader, this.listener());
    let whole = this.wholeRecords(PCAP_HEADER_LENGTH);
    for (; whole > 0; whole = this.wholeRecords(this.position + whole)) give(this.window.view, whole);
  }

  private listener(): PacketListener {
    const record: FrameRecord = {
      number: 0,
      offset: 0,
      time: 0,
      timeRest: 0,
      length: 0,
      interfaceId: 0,
      linkType: this.format.linkType,
      decimals: this.format.decimals,
      stamped: true,
    };
    const step = this.format.decimals === 9 ? 1 : 1000;
    let firstSeconds = 0;
    let firstFraction = 0;
    return ({ timestampSeconds: seconds, timestampMicroseconds: fraction, originalLength }, start, end) => {
      if (this.frames === 0) {
        firstSeconds = seconds;
        firstFraction = fraction;
        this.facts.firstTime = BigInt(seconds) * 1_000_000_000n + BigInt(fraction * step);
      }
      record.number = ++this.frames;
      record.offset = this.position + start;
      const nanoseconds = (fraction - firstFraction) * step;
      record.time = (seconds - firstSeconds) * 1e9 + nanoseconds;
      record.timeRest = Number.isSafeInteger(record.time)
        ? 0
        : Number(BigInt(seconds - firstSeconds) * 1_000_000_000n + BigInt(nanoseconds) - BigInt(record.time));
      record.length = originalLength;
      this.visit(this.window.bytes, start, end, record);
    };
  }

  /** Brings a position to the start of the window, and counts the bytes of the whole records there; 0 = no more. */
  private wholeRecords(position: number): number {
    this.position = position;
    const header = this.recordHeader;
    if (this.window.slide(position, header) < 0) {
      const left = this.source.size - position;
      if (left > 0) this.warn(messages().cutHeader(left, header));
      return 0;
    }
    const captured = this.captured(0);
    if (captured > this.maxCaptured) {
      this.warn(`${messages().tooLong(captured, this.maxCaptured)}; ${messages().stopped}`);
      return 0;
    }
    const first = header + captured;
    if (this.window.locate(position, first) < 0) {
      this.warn(messages().cut(this.source.size - position, first));
      return 0;
    }
    const { filled } = this.window;
    let end = first;
    while (end + header <= filled) {
      const next = end + header + this.captured(end);
      if (next > filled || next - end > this.maxCaptured + header) break;
      end = next;
    }
    return end;
  }

  private captured(record: number): number {
    return this.window.view.getUint32(record + CAPTURED_LENGTH, this.format.little);
  }

  private warn(what: string): void {
    this.log.frame(this.position, this.frames + 1, what);
  }

  private readHeader(): PcapFormat {
    const { name, size } = this.source;
    if (this.window.locate(0, PCAP_HEADER_LENGTH) < 0) {
      throw new NotACapture(messages().cutInHeader(name, size, PCAP_HEADER_LENGTH));
    }
    const { view } = this.window;
    const little = (view.getUint32(0) & 0xff) === 0xa1;
    const major = view.getUint16(4, little);
    const minor = view.getUint16(6, little);
    // Before 2.3 a record's two lengths stood the other way round.
    if (major !== 2 || minor < 3) throw new NotACapture(messages().pcapVersion(name, `${major}.${minor}`));
    const magic = view.getUint32(0, little);
    if (magic === PcapMagic.modified) this.recordHeader = MODIFIED_RECORD_HEADER_LENGTH;
    return {
      little,
      decimals: magic === PcapMagic.nanoseconds ? 9 : 6,
      snapLength: view.getUint32(16, little),
      linkType: view.getUint32(20, little) & LINK_TYPE_BITS,
    };
  }
}
