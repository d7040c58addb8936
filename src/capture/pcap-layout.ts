// The numbers of classic pcap (draft-ietf-opsawg-pcap), for the reader and the writer.

/** The first four bytes, read in the byte order of the file. */
export const PcapMagic = {
  microseconds: 0xa1b2c3d4,
  nanoseconds: 0xa1b23c4d,
  /** Kuznetsov's patch of 1999. */
  modified: 0xa1b2cd34,
} as const;

export const PCAP_HEADER_LENGTH = 24;
export const RECORD_HEADER_LENGTH = 16;
/** With the interface, the EtherType and the direction that the patch adds after the rest. */
export const MODIFIED_RECORD_HEADER_LENGTH = 24;
/** Offset of the captured length in a record's header. */
export const CAPTURED_LENGTH = 8;

/** What a pcap file says once for all its frames. */
export interface PcapFormat {
  /** Byte order: true = little-endian. */
  little: boolean;
  /** Decimals of a second in time stamps. */
  decimals: 6 | 9;
  snapLength: number;
  linkType: number;
}

/** The file header of version 2.4 (§4). */
export function pcapHeader(format: PcapFormat): Uint8Array<ArrayBuffer> {
  const { little } = format;
  const bytes = new Uint8Array(PCAP_HEADER_LENGTH);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, format.decimals === 9 ? PcapMagic.nanoseconds : PcapMagic.microseconds, little);
  view.setUint16(4, 2, little);
  view.setUint16(6, 4, little);
  view.setUint32(16, format.snapLength, little);
  view.setUint32(20, format.linkType, little);
  return bytes;
}
