import { hexBytes, hexNumber, textOf, u16, u24, u32 } from "./bytes.js";
import type { Field } from "./protocol.js";

/**
 * Lists a layer's fields one after another. A field past `end` is left out: on hostile bytes the list is shorter,
 * never wrong.
 */
export class FieldList {
  readonly list: Field[] = [];

  constructor(
    readonly bytes: Uint8Array,
    readonly end: number,
  ) {}

  /** `value` over `length` bytes at `at`; undefined where the layer does not reach so far. */
  add(name: string, label: string, value: string | number, at: number, length: number): Field | undefined {
    if (at < 0 || length < 0 || at + length > this.end) return undefined;
    const field: Field = { name, label, value: `${value}`, start: at, end: at + length };
    this.list.push(field);
    return field;
  }

  /** A big-endian number of 1 to 4 bytes. `show` says how it reads. */
  number(
    name: string,
    label: string,
    at: number,
    length: 1 | 2 | 3 | 4,
    show: (value: number) => string | number = String,
  ): Field | undefined {
    return this.add(name, label, at + length > this.end ? "" : show(this.read(at, length)), at, length);
  }

  /** Bits of a number, under `mask`. */
  bits(
    name: string,
    label: string,
    at: number,
    mask: number,
    show: (value: number) => string | number = String,
  ): Field | undefined {
    const length = mask > 0xffff ? 4 : mask > 0xff ? 2 : 1;
    const shift = 31 - Math.clz32(mask & -mask);
    return this.number(name, label, at, length, (value) => show((value & mask) >>> shift));
  }

  /** A single bit, as `True` or `False`. */
  flag(name: string, label: string, at: number, mask: number): Field | undefined {
    return this.bits(name, label, at, mask, (value) => (value ? "True" : "False"));
  }

  /** Bytes without further meaning, in hexadecimal. */
  raw(name: string, label: string, at: number, length: number): Field | undefined {
    const past = at + length > this.end || length < 0;
    return this.add(name, label, past ? "" : hexBytes(this.bytes, at, at + length), at, length);
  }

  /** Text, up to its first zero byte. */
  text(name: string, label: string, at: number, length: number): Field | undefined {
    const past = at + length > this.end || length < 0;
    return this.add(name, label, past ? "" : textOf(this.bytes, at, at + length), at, length);
  }

  /** A field that holds the fields that `fill` adds to the list it is given. */
  group(
    name: string,
    label: string,
    value: string,
    at: number,
    length: number,
    fill: (children: FieldList) => void,
  ): void {
    const field = this.add(name, label, value, at, Math.min(length, this.end - at));
    if (!field) return;
    const children = new FieldList(this.bytes, field.end);
    fill(children);
    if (children.list.length > 0) field.children = children.list;
  }

  private read(at: number, length: 1 | 2 | 3 | 4): number {
    if (length === 1) return this.bytes[at]!;
    if (length === 2) return u16(this.bytes, at);
    return length === 3 ? u24(this.bytes, at) : u32(this.bytes, at);
  }
}

/** `0x00000007 (7)`, as synchronization sources are shown. */
export function hexAndDecimal(value: number): string {
  return `${hexNumber(value, 8)} (${value})`;
}

/** How to show a number that has names: `Sender Report (200)`, or the number alone. */
export function named(
  names: Readonly<Record<number, string>>,
  unknown = "Unknown",
): (value: number) => string {
  return (value) => `${names[value] ?? unknown} (${value})`;
}

/** How the bits of flags are shown. */
export function setOrNot(bit: number): string {
  return bit ? "Set" : "Not set";
}
