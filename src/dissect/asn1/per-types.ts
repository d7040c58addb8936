/** A type of ASN.1 (ITU-T X.680), as far as the aligned packed encoding rules need to know it. */
export type PerType =
  | { kind: "null" | "boolean" | "oid" | "unbounded" | "unknown" }
  | { kind: "integer" | "octets"; low: number; high: number }
  | { kind: "text"; bits: number; low: number; high: number }
  | { kind: "bits"; size: number }
  | { kind: "enumeration"; names: readonly string[]; additions: readonly string[] | undefined }
  | { kind: "open"; of: PerType }
  | { kind: "list"; of: PerType; low: number; high: number }
  | { kind: "sequence"; fields: readonly PerField[]; additions: readonly PerField[] | undefined }
  | { kind: "choice"; fields: readonly PerField[]; additions: readonly PerField[] | undefined };

/** A component, or an alternative, with its name. */
export type PerField = readonly [name: string, type: PerType, optional?: "optional"];

const UNBOUNDED = Number.POSITIVE_INFINITY;

export const NULL: PerType = { kind: "null" };
export const BOOLEAN: PerType = { kind: "boolean" };
export const OID: PerType = { kind: "oid" };
/** What nobody described: reading stops there, but for what a length lets it pass over. */
export const UNKNOWN: PerType = { kind: "unknown" };
export const OCTETS: PerType = { kind: "octets", low: 0, high: UNBOUNDED };

export function integer(low: number, high: number): PerType {
  return { kind: "integer", low, high };
}

export function octets(low: number, high = low): PerType {
  return { kind: "octets", low, high };
}

/** Characters of so many bits each. */
export function text(bits: number, low: number, high: number): PerType {
  return { kind: "text", bits, low, high };
}

/** A value that comes with its length. */
export function open(of: PerType): PerType {
  return { kind: "open", of };
}

/** Where `additions` are given, even none, the type is extensible. */
export function enumeration(names: readonly string[], additions?: readonly string[]): PerType {
  return { kind: "enumeration", names, additions };
}

export function list(of: PerType, low = 0, high = UNBOUNDED): PerType {
  return { kind: "list", of, low, high };
}

/** Where `additions` are given, even none, the type is extensible. */
export function sequence(fields: readonly PerField[], additions?: readonly PerField[]): PerType {
  return { kind: "sequence", fields, additions };
}

export function choice(fields: readonly PerField[], additions?: readonly PerField[]): PerType {
  return { kind: "choice", fields, additions };
}

/** Alternatives without content, `create join invite`. */
export function names(words: string, type: PerType = NULL): PerField[] {
  return words.split(/\s+/).map((name): PerField => [name, type]);
}
