/** A line of a hex dump: sixteen bytes. */
export interface HexLine {
  offset: string;
  start: number;
  end: number;
}

export function hexLines(length: number): HexLine[] {
  return Array.from({ length: Math.ceil(length / 16) }, (_, i) => ({
    offset: (i * 16).toString(16).padStart(4, "0"),
    start: i * 16,
    end: Math.min(length, i * 16 + 16),
  }));
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export const hexByte = (byte: number): string => HEX[byte]!;

/** A byte as ASCII, `.` where it has no picture (as Wireshark does). */
export const asciiByte = (byte: number): string =>
  byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";

/** The blanks before a byte of a line: one more in the middle. */
export const gapBefore = (index: number): string => (index === 0 ? "" : index === 8 ? "  " : " ");
