import { hexBytes } from "../bytes.js";
import type { PerField, PerType } from "./per-types.js";

const BYTE = 8;
const MOST_IN_TWO_OCTETS = 0x10000;

/** A value that was read; a node's children are components, elements of a list, or the alternative chosen. */
export interface PerNode {
  name: string;
  /** A number, or octets in hexadecimal, or empty. */
  value: string;
  /** Bytes of the buffer. */
  start: number;
  end: number;
  children: PerNode[];
}

/**
 * What ends reading: octets that end too early, a type that nobody described, or, with a message, an encoding that
 * Wireshark does not read either; it is worded as there.
 */
class Stop extends Error {}

const TOO_LONG = "too long integer(per_normally_small_nonnegative_whole_number)";
const UNREAD_FRAGMENTS = "10.9.3.8.1";
const NO_FRAGMENTS = "10.9 Unconstrained unexpected fragment count";

/** The node at the end of a path of names below another. */
export function nodeAt(node: PerNode | undefined, ...path: readonly string[]): PerNode | undefined {
  let at = node;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

/**
 * Reads a value in `bytes[start, end)` by the aligned packed encoding rules (ITU-T X.691). Where it ends too early, or
 * goes on with something that was not described, the node holds what came before, and `whole` is false; `problem` says
 * what is wrong with an encoding that cannot be.
 */
export function readPer(
  bytes: Uint8Array,
  start: number,
  end: number,
  [name, type]: PerField,
): { node: PerNode; whole: boolean; problem: string } {
  const root: PerNode = { name, value: "", start, end, children: [] };
  try {
    new PerReader(bytes, start * BYTE, end).into(root, type);
    return { node: root, whole: true, problem: "" };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { node: root, whole: false, problem: error.message };
  }
}

class PerReader {
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly end: number,
  ) {}

  /** Reads a value of that type into a node. */
  into(node: PerNode, type: PerType): void {
    switch (type.kind) {
      case "null":
        break;
      case "boolean":
        node.value = this.bits(1) ? "True" : "False";
        break;
      case "integer":
        node.value = String(this.constrained(type.low, type.high));
        break;
      case "unbounded":
      case "oid":
        this.octets(node, this.length(UNREAD_FRAGMENTS));
        break;
      case "octets":
        this.octetString(node, type);
        break;
      case "bits":
        if (type.size > 16) this.align();
        node.value = String(this.bits(type.size));
        break;
      case "text":
        this.text(type);
        break;
      case "list":
        this.list(node, type);
        break;
      case "sequence":
        this.sequence(node, type);
        break;
      case "choice":
        this.choice(node, type);
        break;
      case "enumeration":
        node.value = this.enumerated(type);
        break;
      case "open":
        this.open(node, type.of);
        break;
      case "unknown":
        throw new Stop();
    }
    // what an open type holds may go on behind the length it gave
    const inner = node.children.at(-1)?.end ?? 0;
    node.end = Math.min(this.end, Math.max(inner, (this.at + BYTE - 1) >> 3));
  }

  private child(parent: PerNode, [name, type]: PerField): void {
    const start = Math.min(this.end, this.at >> 3);
    const node: PerNode = { name, value: "", start, end: this.end, children: [] };
    parent.children.push(node);
    this.into(node, type);
  }

  /** An extension comes with its length (§11.2): whatever it is, what comes behind it can be read. */
  private addition(parent: PerNode, field: PerField): void {
    const length = this.length();
    const start = this.at >> 3;
    if (start + length > this.end) throw new Stop();
    const { node } = readPer(this.bytes, start, start + length, field);
    parent.children.push(node);
    this.at += length * BYTE;
  }

  private sequence(
    node: PerNode,
    { fields, additions }: { fields: readonly PerField[]; additions: readonly PerField[] | undefined },
  ): void {
    const extended = additions !== undefined && this.bits(1) === 1;
    const present = fields.map(([, , optional]) => optional === undefined || this.bits(1) === 1);
    for (const [i, field] of fields.entries()) if (present[i]) this.child(node, field);
    if (!extended) return;
    const count = this.small() + 1;
    const there: boolean[] = [];
    for (let i = 0; i < count; i++) there.push(this.bits(1) === 1);
    for (const [i, is] of there.entries()) {
      if (is) this.addition(node, additions?.[i] ?? [`extension ${i}`, { kind: "unknown" }]);
    }
  }

  private choice(
    node: PerNode,
    { fields, additions }: { fields: readonly PerField[]; additions: readonly PerField[] | undefined },
  ): void {
    if (additions !== undefined && this.bits(1) === 1) {
      const index = this.small();
      this.align();
      this.addition(node, additions[index] ?? [`extension ${index}`, { kind: "unknown" }]);
      return;
    }
    const field = fields[this.constrained(0, fields.length - 1)];
    if (!field) throw new Stop();
    this.child(node, field);
  }

  private enumerated({
    names,
    additions,
  }: {
    names: readonly string[];
    additions: readonly string[] | undefined;
  }): string {
    if (additions === undefined || this.bits(1) === 0)
      return names[this.constrained(0, names.length - 1)] ?? "<unknown>";
    return additions[this.small()] ?? "<unknown>";
  }

  private open(node: PerNode, of: PerType): void {
    const length = this.length();
    const stop = this.at + length * BYTE;
    this.into(node, of);
    this.at = stop;
  }

  private list(node: PerNode, { of, low, high }: { of: PerType; low: number; high: number }): void {
    const count = high < MOST_IN_TWO_OCTETS ? this.constrained(low, high) : this.length(UNREAD_FRAGMENTS);
    for (let i = 0; i < count; i++) this.child(node, [String(i), of]);
  }

  private octetString(node: PerNode, { low, high }: { low: number; high: number }): void {
    const length =
      low === high ? low : high < MOST_IN_TWO_OCTETS ? this.constrained(low, high) : this.length();
    if (high > 2) this.align();
    this.octets(node, length);
  }

  /** §30.5: characters of a size that is a power of two; long ones begin with an octet. */
  private text({ bits, low, high }: { bits: number; low: number; high: number }): void {
    const length = this.constrained(low, high);
    if (high * bits >= 16) this.align();
    this.skip(length * bits);
  }

  private octets(node: PerNode, length: number): void {
    const from = this.at >> 3;
    // two octets and less may begin anywhere
    if (this.at % BYTE !== 0) {
      node.value = this.bits(length * BYTE)
        .toString(16)
        .padStart(2 * length, "0");
      return;
    }
    this.skip(length * BYTE);
    node.start = from;
    node.value = hexBytes(this.bytes, from, from + length);
  }

  /** A number between two others (§11.5). */
  private constrained(low: number, high: number): number {
    const range = high - low + 1;
    if (range === 1) return low;
    if (range < 256) return low + this.bits(32 - Math.clz32(range - 1));
    if (range > MOST_IN_TWO_OCTETS) {
      const size = this.constrained(1, range > 0x1000000 ? 4 : 3);
      this.align();
      return low + this.bits(size * BYTE);
    }
    this.align();
    return low + this.bits(range > 256 ? 16 : 8);
  }

  /** A number that is most often small (§11.6). */
  private small(): number {
    if (this.bits(1) === 0) return this.bits(6);
    const length = this.length(UNREAD_FRAGMENTS);
    if (length > 4) throw new Stop(TOO_LONG);
    return this.bits(length * BYTE);
  }

  /** A length without bound (§11.9); longer than 16383 it would come in fragments, which are not read. */
  private length(fragmented?: string): number {
    this.align();
    if (this.bits(1) === 0) return this.bits(7);
    if (this.bits(1) === 0) return this.bits(14);
    if (fragmented !== undefined) throw new Stop(fragmented);
    const count = this.bits(6);
    throw new Stop(count === 0 || count > 4 ? NO_FRAGMENTS : "");
  }

  private align(): void {
    this.at = (this.at + BYTE - 1) & ~(BYTE - 1);
  }

  private skip(count: number): void {
    if (this.at + count > this.end * BYTE) throw new Stop();
    this.at += count;
  }

  private bits(count: number): number {
    const from = this.at;
    this.skip(count);
    let value = 0;
    for (let i = from; i < this.at; i++) value = value * 2 + ((this.bytes[i >> 3]! >> (7 - (i % BYTE))) & 1);
    return value;
  }
}
