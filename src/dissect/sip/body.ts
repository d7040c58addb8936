import type { ByteString } from "./byte-string.js";
import { Char, isSpace } from "./characters.js";
import { type Header, scanHeaders } from "./header.js";
import { lineBreak } from "./lines.js";
import { type MediaType, readMediaType } from "./media-type.js";
import { parameterOf } from "./parameters.js";
import type { ByteRange } from "./range.js";

const MAX_DEPTH = 8;
const LONGEST_BOUNDARY = 70; // RFC 2046 §5.1.1

/** A message's body, or a part of a multipart one (RFC 2046 §5.1); the range is its content. */
export interface BodyPart extends ByteRange {
  /** In lower case, without parameters; undefined where none is given. */
  contentType: string | undefined;
  /** The part's own headers; none for a whole body, which has the message's. */
  headers: Header[];
  /** What a multipart holds; empty for anything else. */
  parts: BodyPart[];
  /** False for a part whose closing boundary is missing. */
  closed: boolean;
}

/** The body `text[start, end)` of that type and all that it holds. */
export function readBody(
  text: ByteString,
  { start, end }: ByteRange,
  type: MediaType | undefined,
  depth = 0,
): BodyPart {
  const boundary = type?.type.startsWith("multipart/") ? parameterOf(type.parameters, "boundary") : undefined;
  const split = boundary && boundary.length <= LONGEST_BOUNDARY && depth < MAX_DEPTH;
  const parts = split ? splitParts(text, start, end, boundary, depth) : [];
  return { contentType: type?.type, headers: [], parts, closed: true, start, end };
}

/** A body's leaves of one type, in order: the whole body, or parts of a multipart one. */
export function partsOfType(part: BodyPart, contentType: string): BodyPart[] {
  if (part.parts.length > 0) return part.parts.flatMap((inner) => partsOfType(inner, contentType));
  return part.contentType === contentType && part.end > part.start ? [part] : [];
}

function splitParts(
  text: ByteString,
  start: number,
  end: number,
  boundary: string,
  depth: number,
): BodyPart[] {
  const parts: BodyPart[] = [];
  let partStart = -1; // the text before the first boundary is no part
  let previousBreak = start;
  for (let at = start; at < end; ) {
    const { start: stop, end: next } = lineBreak(text, at, end);
    const delimiter = delimiterAt(text, at, stop, boundary);
    if (delimiter !== "no") {
      if (partStart !== -1) {
        parts.push(readPart(text, partStart, Math.max(partStart, previousBreak), true, depth));
      }
      if (delimiter === "last") return parts;
      partStart = next;
    }
    previousBreak = stop;
    at = next;
  }
  if (partStart !== -1) parts.push(readPart(text, partStart, end, false, depth));
  return parts;
}

/** The line break before a boundary belongs to the boundary. */
function readPart(text: ByteString, start: number, end: number, closed: boolean, depth: number): BodyPart {
  const { headers, bodyStart } = scanHeaders(text, start, end);
  const header = headers.find(({ canonicalName }) => canonicalName === "Content-Type");
  const type = header && readMediaType(header.raw, header.valueStart);
  return { ...readBody(text, { start: bodyStart, end }, type, depth + 1), headers, closed };
}

function delimiterAt(
  text: ByteString,
  start: number,
  end: number,
  boundary: string,
): "no" | "between" | "last" {
  const after = start + 2 + boundary.length;
  if (after > end || text.charCodeAt(start) !== Char.dash || text.charCodeAt(start + 1) !== Char.dash)
    return "no";
  if (!text.startsWith(boundary, start + 2)) return "no";
  const last = text.charCodeAt(after) === Char.dash && text.charCodeAt(after + 1) === Char.dash;
  for (let i = last ? after + 2 : after; i < end; i++) {
    if (!isSpace(text.charCodeAt(i))) return "no";
  }
  return last ? "last" : "between";
}
