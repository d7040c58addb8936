import { type ClockBase, decimalsOf, InterfaceClock } from "./clock.js";
import { type CaptureFacts, type FrameRecord, type FrameVisitor, NotACapture } from "./frame.js";
import { messages } from "./messages.js";
import { readInterfaceOptions, readSectionOptions } from "./pcapng-descriptions.js";
import {
  BlockType,
  BYTE_ORDER_MAGIC,
  capturedFits,
  EMPTY_BLOCK_LENGTH,
  isKnown,
  isPacket,
  minimumLength,
  OptionCode,
  padded,
} from "./pcapng-layout.js";
import { OptionCursor } from "./pcapng-options.js";
import { BlockFinder } from "./pcapng-resync.js";
import type { ByteSource } from "./source.js";
import type { WarningLog } from "./warnings.js";
import { MAX_BLOCK_LENGTH, SlidingWindow } from "./window.js";

/** Interface numbers of a capture fit in 16 bits, in memory as here. */
const MAX_INTERFACES = 65536;

/** Where the bytes of a packet begin in an enhanced (and an old) packet block, and in a simple one. */
const PACKET_START = 28;
const SIMPLE_PACKET_START = 12;

/** Reads one pcapng source, whose blocks it hands to the visitor as frames. */
export class PcapngReader implements ClockBase {
  frames = 0;
  firstTime: bigint | undefined;
  readonly facts: CaptureFacts;
  private readonly source: ByteSource;
  private readonly visit: FrameVisitor;
  private readonly log: WarningLog;
  private readonly window: SlidingWindow;
  private readonly finder: BlockFinder;
  private readonly options = new OptionCursor();
  /** Beside `facts.interfaces`. */
  private readonly clocks: InterfaceClock[] = [];
  private readonly record: FrameRecord = {
    number: 0,
    offset: Number.NaN, // a field for doubles from the start: it must not become another kind of field later
    time: Number.NaN,
    timeRest: 0,
    length: 0,
    interfaceId: 0,
    linkType: 0,
    decimals: 0,
    stamped: true,
  };
  private position = 0;
  private little = true;
  /** Index of the section's interface 0; -1 before the first section. */
  private firstInterface = -1;

  constructor(source: ByteSource, visit: FrameVisitor, log: WarningLog, chunkLength: number) {
    this.source = source;
    this.visit = visit;
    this.log = log;
    this.window = new SlidingWindow(source, chunkLength);
    this.finder = new BlockFinder(source, this.window);
    this.facts = { format: "pcapng", compressed: false, firstTime: undefined, interfaces: [], comments: [] };
  }

  /** Throws `NotACapture` when the first section header is not sound. */
  read(): void {
    let more = true;
    while (more) more = this.readWholePacket() || this.readBlock();
    this.facts.firstTime = this.firstTime;
  }

  /** Reads a sound packet block that lies whole in the window, as nearly all blocks do; false, and none, otherwise. */
  private readWholePacket(): boolean {
    const at = this.window.locate(this.position, EMPTY_BLOCK_LENGTH);
    const { view, filled } = this.window;
    const little = this.little;
    if (at < 0 || view.getUint32(at, little) !== BlockType.enhancedPacket) return false;
    const length = view.getUint32(at + 4, little);
    if (length < PACKET_START + 4 || (length & 3) !== 0 || at + length > filled) return false;
    if (view.getUint32(at + length - 4, little) !== length) return false;
    const problem = this.readPacket(at, length, view.getUint32(at + 8, little));
    if (problem !== undefined) this.warn(true, problem);
    this.position += length;
    return true;
  }

  /** Reads the block at the position; false at the end, or where nothing more can be read. */
  private readBlock(): boolean {
    const position = this.position;
    let at = this.window.locate(position, EMPTY_BLOCK_LENGTH);
    if (at < 0) return this.end();
    const type = this.window.view.getUint32(at, this.little);
    if (type === BlockType.section && !this.setByteOrder(at)) {
      return this.damaged(type, messages().badSectionLater);
    }
    const little = this.little;
    const length = padded(this.window.view.getUint32(at + 4, little));
    const least = minimumLength(type);
    if (length < least) return this.damaged(type, messages().tooShort(length, least));
    const skipped = !isPacket(type) && type !== BlockType.interface && type !== BlockType.section;
    if (!skipped && length > MAX_BLOCK_LENGTH) {
      return this.damaged(type, messages().tooLong(length, MAX_BLOCK_LENGTH));
    }
    const end = position + length;
    at = skipped ? this.window.locate(end - 4, 4) : this.window.locate(position, length);
    if (at < 0) return this.cut(type, length);
    const last = this.window.view.getUint32(skipped ? at : at + length - 4, little);
    if (padded(last) !== length) return this.damaged(type, messages().lengthsDiffer(length, last));

    if (type === BlockType.section && !this.readSection(at, length)) {
      return this.damaged(type, messages().badSectionLater);
    }
    const problem = skipped ? undefined : this.readBody(type, at, length);
    if (problem !== undefined) this.warn(isPacket(type), problem);
    this.position = end;
    return true;
  }

  /** Returns why something is left out, if it is. */
  private readBody(type: number, at: number, length: number): string | undefined {
    switch (type) {
      case BlockType.enhancedPacket:
        return this.readPacket(at, length, this.window.view.getUint32(at + 8, this.little));
      case BlockType.packet:
        return this.readPacket(at, length, this.window.view.getUint16(at + 8, this.little));
      case BlockType.simplePacket:
        return this.readSimplePacket(at, length);
      case BlockType.interface:
        return this.readInterface(at, length);
    }
  }

  private readPacket(at: number, blockLength: number, id: number): string | undefined {
    const { view } = this.window;
    const index = this.firstInterface + id;
    const captured = view.getUint32(at + 20, this.little);
    const room = blockLength - minimumLength(BlockType.enhancedPacket);
    if (captured > room) return messages().overfull(captured, room);
    const record = this.record;
    if (index >= this.clocks.length) return this.noInterface(id);
    const clock = this.clocks[index]!;
    record.time = clock.time(view.getUint32(at + 12, this.little), view.getUint32(at + 16, this.little));
    record.timeRest = clock.rest;
    record.stamped = true;
    record.length = view.getUint32(at + 24, this.little);
    this.give(at, PACKET_START, captured, index);
    const options = PACKET_START + padded(captured);
    if (blockLength - 4 - options >= 4) this.readPacketOptions(at + options, at + blockLength - 4);
  }

  /** §4.4: no captured length, so what fits in the block and the interface's snap length. */
  private readSimplePacket(at: number, blockLength: number): string | undefined {
    const index = this.firstInterface;
    const from = this.facts.interfaces[index];
    if (from === undefined) return this.noInterface(0);
    const length = this.window.view.getUint32(at + 8, this.little);
    const room = blockLength - minimumLength(BlockType.simplePacket);
    this.record.time = this.record.timeRest = 0;
    this.record.stamped = false;
    this.record.length = length;
    this.give(at, SIMPLE_PACKET_START, Math.min(length, room, from.snapLength || room), index);
  }

  private give(at: number, start: number, captured: number, interfaceId: number): void {
    const record = this.record;
    const from = this.facts.interfaces[interfaceId]!;
    record.number = ++this.frames;
    record.offset = this.position + start;
    record.interfaceId = interfaceId;
    record.linkType = from.linkType;
    record.decimals = from.decimals;
    this.visit(this.window.bytes, at + start, at + start + captured, record);
  }

  private readPacketOptions(start: number, end: number): void {
    const options = this.options;
    const { facts } = this;
    options.open(this.window.view, start, end, this.little);
    while (options.next()) {
      if (options.code !== OptionCode.comment) continue;
      facts.frameComments ??= new Map();
      const comments = facts.frameComments.get(this.frames);
      if (comments) comments.push(options.text());
      else facts.frameComments.set(this.frames, [options.text()]);
    }
    if (options.cutTo >= 0) {
      this.log.frame(this.position, this.frames, messages().optionCut(options.cutTo, options.length));
    }
  }

  /** §4.2. */
  private readInterface(at: number, blockLength: number): string | undefined {
    const { interfaces } = this.facts;
    if (interfaces.length >= MAX_INTERFACES) return messages().tooManyInterfaces(MAX_INTERFACES);
    const { view } = this.window;
    this.options.open(view, at + 16, at + blockLength - 4, this.little);
    const { resolution, offset, ...described } = readInterfaceOptions(this.options);
    this.warnOfCutOption();
    this.clocks.push(new InterfaceClock(this, resolution, offset));
    interfaces.push({
      linkType: view.getUint16(at + 8, this.little),
      snapLength: view.getUint32(at + 12, this.little),
      decimals: decimalsOf(resolution),
      ...described,
    });
  }

  /** §4.1. False when its version is not one that is known. */
  private readSection(at: number, blockLength: number): boolean {
    const { view } = this.window;
    const major = view.getUint16(at + 12, this.little);
    if (major !== 1) {
      if (this.firstInterface >= 0) return false;
      const version = `${major}.${view.getUint16(at + 14, this.little)}`;
      throw new NotACapture(messages().pcapngVersion(this.source.name, version));
    }
    this.firstInterface = this.facts.interfaces.length;
    this.options.open(view, at + 24, at + blockLength - 4, this.little);
    readSectionOptions(this.options, this.facts);
    this.warnOfCutOption();
    return true;
  }

  /** Takes the byte order of a section from its header; false when it says none. */
  private setByteOrder(at: number): boolean {
    const { view } = this.window;
    const little = view.getUint32(at + 8, true) === BYTE_ORDER_MAGIC;
    if (!little && view.getUint32(at + 8, false) !== BYTE_ORDER_MAGIC) return false;
    this.little = little;
    return true;
  }

  private warnOfCutOption(): void {
    const { cutTo, length } = this.options;
    if (cutTo >= 0) this.log.between(this.position, this.frames, messages().optionCut(cutTo, length));
  }

  private noInterface(id: number): string {
    return messages().noInterface(id, this.facts.interfaces.length - this.firstInterface);
  }

  private end(): false {
    this.requireSection();
    const left = this.source.size - this.position;
    if (left > 0) this.warn(false, messages().cutHeader(left, EMPTY_BLOCK_LENGTH));
    return false;
  }

  /** The block is longer than the rest of the source: cut, if it is sound; otherwise its length is damaged. */
  private cut(type: number, length: number): boolean {
    const left = this.source.size - this.position;
    const what = messages().cut(left, length);
    const at = this.window.locate(this.position, PACKET_START);
    const sound =
      isKnown(type) &&
      length <= MAX_BLOCK_LENGTH &&
      (at < 0 || capturedFits(this.window.view, at, type, length, this.little));
    if (!sound) return this.damaged(type, what);
    this.requireSection();
    this.warn(isPacket(type), what);
    return false;
  }

  /** Goes on where blocks can be trusted again; false when that is nowhere. */
  private damaged(type: number, what: string): boolean {
    this.requireSection();
    const next = this.finder.find(this.position, this.little);
    const then = next < 0 ? messages().stopped : messages().resumed(next);
    this.warn(isPacket(type), `${what}; ${then}`);
    this.position = next;
    return next >= 0;
  }

  private requireSection(): void {
    if (this.firstInterface < 0) throw new NotACapture(messages().badSection(this.source.name));
  }

  private warn(aboutFrame: boolean, what: string): void {
    if (aboutFrame) this.log.frame(this.position, this.frames + 1, what);
    else this.log.between(this.position, this.frames, what);
  }
}
