// The numbers of pcapng (draft-ietf-opsawg-pcapng), for the reader and the writer.

/** Block types (§4). The section header's reads the same in both byte orders. */
export const BlockType = {
  section: 0x0a0d0d0a,
  interface: 1,
  packet: 2,
  simplePacket: 3,
  nameResolution: 4,
  interfaceStatistics: 5,
  enhancedPacket: 6,
} as const;

/** §4.1: tells the byte order of a section. */
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

/** Codes of options (§3.5, §4): from 2 on they mean what their block says. */
export const OptionCode = {
  end: 0,
  comment: 1,
  sectionHardware: 2,
  sectionOperatingSystem: 3,
  sectionApplication: 4,
  interfaceName: 2,
  interfaceDescription: 3,
  interfaceResolution: 9,
  interfaceOffset: 14,
  packetFlags: 2,
} as const;

/** if_tsresol where an interface says nothing: microseconds. */
export const DEFAULT_RESOLUTION = 6;

/** Type, length, and the length again. */
export const EMPTY_BLOCK_LENGTH = 12;

/** Of the fixed part of a block, both lengths included. */
export function minimumLength(type: number): number {
  switch (type) {
    case BlockType.section:
      return 28;
    case BlockType.interface:
      return 20;
    case BlockType.packet:
    case BlockType.enhancedPacket:
      return 32;
    case BlockType.simplePacket:
      return 16;
    default:
      return EMPTY_BLOCK_LENGTH;
  }
}

export function isPacket(type: number): boolean {
  return type === BlockType.enhancedPacket || type === BlockType.packet || type === BlockType.simplePacket;
}

/** Blocks and options end on 4 bytes. Above 2³² − 4 the sum wraps to 0, which no length may be. */
export function padded(length: number): number {
  return ((length + 3) & ~3) >>> 0;
}

/** Whether a block type is one of the draft's own that every capture may hold. */
export function isKnown(type: number): boolean {
  return (type >= BlockType.interface && type <= BlockType.enhancedPacket) || type === BlockType.section;
}

/** Whether a packet block has room for the captured length it says (always, when it says none). */
export function capturedFits(
  view: DataView,
  at: number,
  type: number,
  blockLength: number,
  little: boolean,
): boolean {
  if (type !== BlockType.enhancedPacket && type !== BlockType.packet) return true;
  return view.getUint32(at + 20, little) <= blockLength - minimumLength(type);
}
