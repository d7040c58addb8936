// pcapng blocks as they stand in a file, sound or not: what the writer never writes.
// The readable form is pcapng's own: name, fields in order, options as [code, value].

const utf8 = new TextEncoder();

export type Option = [code: number, value: string | number[]];

/** Blocks of a section in one byte order. */
export class Blocks {
  constructor(readonly little = true) {}

  /** A block with any body; `last` and `length` falsify its lengths. */
  block(type: number, body: number[], { last, length }: { last?: number; length?: number } = {}): number[] {
    const total = length ?? body.length + 12;
    return [...this.u32(type), ...this.u32(total), ...body, ...this.u32(last ?? total)];
  }

  section(options: Option[] = [], { magic = 0x1a2b3c4d, major = 1 } = {}): number[] {
    const body = [...this.u32(magic), ...this.u16(major), ...this.u16(0), ...this.u64(2n ** 64n - 1n)];
    return this.block(0x0a0d0d0a, [...body, ...this.options(options)]);
  }

  interface({
    linkType = 1,
    snapLength = 262144,
    options = [] as Option[],
    rest = [] as number[],
  } = {}): number[] {
    const body = [...this.u16(linkType), ...this.u16(0), ...this.u32(snapLength)];
    return this.block(1, [...body, ...this.options(options), ...rest]);
  }

  /** An enhanced packet block; `rest` stands after the packet, where options are. */
  packet(time: bigint, bytes: number[], said: PacketFields = {}): number[] {
    const { id = 0, captured = bytes.length, wire = bytes.length, options = [], rest = [] } = said;
    const stamp = [...this.u32(Number(time >> 32n)), ...this.u32(Number(time & 0xffffffffn))];
    const body = [...this.u32(id), ...stamp, ...this.u32(captured), ...this.u32(wire), ...padded(bytes)];
    return this.block(6, [...body, ...this.options(options), ...rest], said);
  }

  /** A packet block, as before 2004. */
  oldPacket(time: bigint, bytes: number[], id = 0, drops = 7): number[] {
    const stamp = [...this.u32(Number(time >> 32n)), ...this.u32(Number(time & 0xffffffffn))];
    const lengths = [...this.u32(bytes.length), ...this.u32(bytes.length)];
    return this.block(2, [...this.u16(id), ...this.u16(drops), ...stamp, ...lengths, ...padded(bytes)]);
  }

  simplePacket(bytes: number[], wire = bytes.length): number[] {
    return this.block(3, [...this.u32(wire), ...padded(bytes)]);
  }

  options(options: Option[]): number[] {
    if (options.length === 0) return [];
    const all = options.flatMap(([code, value]) => {
      const bytes = typeof value === "string" ? [...utf8.encode(value)] : value;
      return [...this.u16(code), ...this.u16(bytes.length), ...padded(bytes)];
    });
    return [...all, 0, 0, 0, 0];
  }

  u16(value: number): number[] {
    return this.#ordered([value >>> 8, value & 0xff]);
  }

  u32(value: number): number[] {
    return this.#ordered([24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff));
  }

  u64(value: bigint): number[] {
    return this.#ordered(
      [56n, 48n, 40n, 32n, 24n, 16n, 8n, 0n].map((shift) => Number((value >> shift) & 0xffn)),
    );
  }

  #ordered(big: number[]): number[] {
    return this.little ? big.reverse() : big;
  }
}

export interface PacketFields {
  id?: number;
  captured?: number;
  wire?: number;
  options?: Option[];
  rest?: number[];
  last?: number;
  length?: number;
}

export function padded(bytes: number[]): number[] {
  return [...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];
}

/** An Ethernet frame of a local experiment (EtherType 88b5), 61 bytes. */
export const FRAME: number[] = [
  ...[2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x88, 0xb5],
  ...Array.from({ length: 47 }, (_, index) => index),
];

/** 2023-11-14 22:13:20.123456 UTC in microseconds. */
export const TIME = 1700000000123456n;
