import { textOf, u16, u32 } from "../bytes.js";

export const HEADER = 12;
const LONGEST_NAME = 255;
/** More than any name has labels. */
const MOST_POINTERS = 127;
/** RFC 1035 §4.1.4: two bits that say what a label's length is; both set, the rest of the name is elsewhere. */
const POINTER = 0xc0;

/** A domain name in a message and where the bytes go on after it. */
export interface DnsName {
  /** `example.com`, and in words where it is none. */
  text: string;
  next: number;
}

/** An entry of the question section, or a resource record (RFC 1035 §4.1.2, §4.1.3). */
export interface DnsEntry {
  section: "question" | "answer" | "authority" | "additional";
  /** Read when it is asked for: a message of 64 KB can hold thousands of long names. */
  readonly name: string;
  type: number;
  /** With multicast DNS's top bit: a unicast answer is wanted, or caches are to be flushed (RFC 6762 §18). */
  class: number;
  start: number;
  end: number;
  /** Seconds; 0 in a question. */
  ttl: number;
  /** Where the record's data begins; it goes up to `end`. */
  dataStart: number;
}

/** What a message holds; `whole` is false where it says more than it holds. */
export interface DnsMessage {
  entries: DnsEntry[];
  whole: boolean;
}

/**
 * Reads a message's entries (RFC 1035 §4.1) from `bytes[start, end)`. Never throws; a hostile count costs no more
 * than the bytes that are there.
 */
export function parseDns(bytes: Uint8Array, start: number, end: number): DnsMessage {
  const entries: DnsEntry[] = [];
  if (end - start < HEADER) return { entries, whole: false };
  let at = start + HEADER;
  for (const [index, section] of (["question", "answer", "authority", "additional"] as const).entries()) {
    for (let left = u16(bytes, start + 4 + 2 * index); left > 0; left--) {
      const entry = parseEntry(bytes, start, at, end, section);
      if (!entry) return { entries, whole: false };
      entries.push(entry);
      if (entry.end > end) return { entries, whole: false };
      at = entry.end;
    }
  }
  return { entries, whole: true };
}

function parseEntry(
  bytes: Uint8Array,
  message: number,
  start: number,
  end: number,
  section: DnsEntry["section"],
): DnsEntry | undefined {
  const at = walkName(bytes, message, start, end, undefined)?.next;
  const fixed = section === "question" ? 4 : 10;
  if (at === undefined || at + fixed > end) return undefined;
  const dataStart = at + fixed;
  const length = section === "question" ? 0 : u16(bytes, at + 8);
  return {
    section,
    get name() {
      return readName(bytes, message, start, end)!.text;
    },
    type: u16(bytes, at),
    class: u16(bytes, at + 2),
    start,
    end: dataStart + length,
    ttl: section === "question" ? 0 : u32(bytes, at + 4),
    dataStart,
  };
}

/** The name at `start` (RFC 1035 §4.1.4), or undefined where it runs out of the message. */
export function readName(
  bytes: Uint8Array,
  message: number,
  start: number,
  end: number,
): DnsName | undefined {
  const labels: string[] = [];
  const walked = walkName(bytes, message, start, end, labels);
  return walked && { text: walked.problem ?? (labels.join(".") || "<Root>"), next: walked.next };
}

/**
 * Follows a name, and adds its labels to a list where there is one. Pointers must lead backwards, each before the
 * last, so that no name can be read forever.
 */
function walkName(
  bytes: Uint8Array,
  message: number,
  start: number,
  end: number,
  labels: string[] | undefined,
): { next: number; problem?: string } | undefined {
  let length = 0;
  let next = -1;
  let lowest = start;
  let pointers = 0;
  for (let at = start; ; ) {
    if (at >= end) return undefined;
    const size = bytes[at]!;
    if (size >= POINTER) {
      if (at + 2 > end) return undefined;
      if (next === -1) next = at + 2;
      const target = message + (((size & ~POINTER) << 8) | bytes[at + 1]!);
      if (target >= end) return undefined;
      if (target >= lowest || ++pointers > MOST_POINTERS)
        return { problem: "<Name contains a pointer that loops>", next };
      lowest = at = target;
    } else if (size > 63) {
      return undefined;
    } else if (size === 0) {
      return { next: next === -1 ? at + 1 : next };
    } else {
      if (at + 1 + size > end) return undefined;
      length += size + 1;
      if (length > LONGEST_NAME) return tooLong(bytes, at, end, next);
      labels?.push(labelText(bytes, at + 1, at + 1 + size));
      at += 1 + size;
    }
  }
}

/** The bytes of a name that is too long are passed over, as far as no pointer was followed. */
function tooLong(bytes: Uint8Array, start: number, end: number, next: number) {
  const problem = "<Name too long>";
  if (next !== -1) return { problem, next };
  let at = start;
  while (at < end && bytes[at]! > 0 && bytes[at]! < POINTER) at += 1 + bytes[at]!;
  if (at >= end) return undefined;
  return { problem, next: bytes[at] === 0 ? at + 1 : at + 2 };
}

/** A label may hold any bytes, zeros too. */
function labelText(bytes: Uint8Array, start: number, end: number): string {
  const zero = bytes.subarray(start, end).indexOf(0);
  if (zero === -1) return textOf(bytes, start, end);
  return `${textOf(bytes, start, start + zero)}\0${labelText(bytes, start + zero + 1, end)}`;
}
