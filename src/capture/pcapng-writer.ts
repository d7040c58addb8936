import { BlockType, BYTE_ORDER_MAGIC, EMPTY_BLOCK_LENGTH, OptionCode, padded } from "./pcapng-layout.js";
import { type CaptureWriter, type FrameToWrite, joined } from "./writer.js";

/** What a pcapng capture says of itself: one section. */
export interface PcapngSection {
  comment?: string;
  hardware?: string;
  operatingSystem?: string;
  application?: string;
  /** At least one; frames tell theirs by index. */
  interfaces: PcapngInterface[];
}

export interface PcapngInterface {
  /** LINKTYPE_ value; 1 (Ethernet) by default. */
  linkType?: number;
  /** Most bytes kept of a frame; 0 = no limit, the default. */
  snapLength?: number;
  /** Decimals of a second in time stamps, 0 to 9; 9 by default. */
  decimals?: number;
  name?: string;
  description?: string;
}

export interface PcapngFrame extends FrameToWrite {
  /** Index of its interface; 0 by default. */
  interfaceId?: number;
  comment?: string;
  /** epb_flags (§4.3): bits 0-1 are the direction, 1 = inbound, 2 = outbound. */
  flags?: number;
}

const NO_BYTES = new Uint8Array();
const utf8 = new TextEncoder();

/**
 * Writes pcapng 1.0, little-endian: a section header, an interface description each, an enhanced packet block a
 * frame (draft-ietf-opsawg-pcapng §4).
 * @throws RangeError for a time before 1970, an interface that is not there, an option above 65535 bytes
 */
export function pcapngWriter(section: PcapngSection): CaptureWriter<PcapngFrame> {
  const units = section.interfaces.map(({ decimals = 9 }) => 10n ** BigInt(9 - decimals));
  return {
    header: joined([sectionBlock(section), ...section.interfaces.map(interfaceBlock)]),
    frame(frame) {
      const { time, interfaceId = 0 } = frame;
      const unit = units[interfaceId];
      if (unit === undefined) throw new RangeError(`interface ${interfaceId} of ${units.length}`);
      if (time < 0n) throw new RangeError(`pcapng cannot hold the time ${time} ns`);
      return packetBlock(frame, interfaceId, time / unit);
    },
  };
}

/** §4.1: byte order, version 1.0, and the section's length left open (−1). */
function sectionBlock(section: PcapngSection): Uint8Array {
  return block(BlockType.section, [BYTE_ORDER_MAGIC, 1, -1, -1], NO_BYTES, [
    [OptionCode.comment, text(section.comment)],
    [OptionCode.sectionHardware, text(section.hardware)],
    [OptionCode.sectionOperatingSystem, text(section.operatingSystem)],
    [OptionCode.sectionApplication, text(section.application)],
  ]);
}

/** §4.2. */
function interfaceBlock(from: PcapngInterface): Uint8Array {
  const { linkType = 1, snapLength = 0, decimals = 9 } = from;
  return block(BlockType.interface, [linkType, snapLength], NO_BYTES, [
    [OptionCode.interfaceName, text(from.name)],
    [OptionCode.interfaceDescription, text(from.description)],
    [OptionCode.interfaceResolution, Uint8Array.of(decimals)],
  ]);
}

/** §4.3. */
function packetBlock(frame: PcapngFrame, interfaceId: number, units: bigint): Uint8Array<ArrayBuffer> {
  const { bytes, length = bytes.length, comment, flags } = frame;
  const high = Number(units >> 32n);
  const low = Number(units & 0xffff_ffffn);
  return block(BlockType.enhancedPacket, [interfaceId, high, low, bytes.length, length], bytes, [
    [OptionCode.comment, text(comment)],
    [OptionCode.packetFlags, flags === undefined ? undefined : words([flags])],
  ]);
}

/** An option's code and value; without a value it is not written. */
type Option = [code: number, value: Uint8Array | undefined];

/** A block (§3.1): its fixed fields, packet bytes and options, each padded, between its two lengths. */
function block(
  type: number,
  fields: number[],
  bytes: Uint8Array,
  options: Option[],
): Uint8Array<ArrayBuffer> {
  const present = options.flatMap(([code, value]) => (value ? [option(code, value)] : []));
  if (present.length > 0) present.push(option(OptionCode.end, NO_BYTES));
  const tail = joined(present);
  const data = EMPTY_BLOCK_LENGTH - 4 + fields.length * 4;
  const length = data + padded(bytes.length) + tail.length + 4;
  const result = new Uint8Array(length);
  result.set(words([type, length, ...fields]));
  result.set(bytes, data);
  result.set(tail, data + padded(bytes.length));
  result.set(words([length]), length - 4);
  return result;
}

/** §3.5. */
function option(code: number, value: Uint8Array): Uint8Array {
  if (value.length > 0xffff) throw new RangeError(`option of ${value.length} bytes, 65535 at most`);
  const result = new Uint8Array(4 + padded(value.length));
  result.set(words([code | (value.length << 16)]));
  result.set(value, 4);
  return result;
}

function text(value: string | undefined): Uint8Array | undefined {
  return value === undefined ? undefined : utf8.encode(value);
}

/** Little-endian 32-bit words. */
function words(values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, index) => {
    view.setUint32(index * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}
