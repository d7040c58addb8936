import type { Unit } from "./units.js";

/** What an answer has to be. */
export type Expected =
  /** A number, within a tolerance, in a unit that it need not say. */
  | { kind: "number"; value: number; tolerance: number; unit: Unit | undefined }
  /** An SSRC, decimal or hexadecimal. */
  | { kind: "ssrc"; value: number }
  /** One of these words, as they are written without case, accents, blanks around them, quotes. */
  | { kind: "text"; accepted: readonly string[] }
  /** One of these frames. */
  | { kind: "frame"; frames: readonly number[] }
  /** All of these and nothing else, in any order; each as one of its spellings, the first of which is its name. */
  | { kind: "list"; items: readonly (readonly string[])[] };

/** A whole number of things. */
export function count(value: number): Expected {
  return { kind: "number", value, tolerance: 0, unit: undefined };
}

/** A measure; undefined where there is none. */
export function measure(value: number | undefined, unit: Unit, tolerance: number): Expected | undefined {
  return value === undefined || !Number.isFinite(value)
    ? undefined
    : { kind: "number", value, tolerance, unit };
}

/** `0x2CF77874`, from that text. */
export function ssrc(text: string | undefined): Expected | undefined {
  return text === undefined ? undefined : { kind: "ssrc", value: Number(text) };
}

/** Any of these words; undefined where there is none. */
export function text(...accepted: (string | undefined)[]): Expected | undefined {
  const known = accepted.filter((word) => word !== undefined && word.trim() !== "") as string[];
  return known.length === 0 ? undefined : { kind: "text", accepted: known };
}

/** All of these, each once; undefined where there is none. */
export function list(items: Iterable<string | number | readonly string[]>): Expected | undefined {
  const known = new Map<string, readonly string[]>();
  for (const item of items) {
    const spellings = Array.isArray(item) ? item : [String(item)];
    known.set(spellings[0], spellings);
  }
  return known.size === 0 ? undefined : { kind: "list", items: [...known.values()] };
}

/** Any of these frames; undefined where there is none. */
export function frame(...frames: (number | undefined)[]): Expected | undefined {
  const known = frames.filter((number) => number !== undefined);
  return known.length === 0 ? undefined : { kind: "frame", frames: known };
}
