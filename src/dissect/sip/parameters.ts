import { type ByteString, decode } from "./byte-string.js";
import { Char, isToken } from "./characters.js";
import type { ByteRange } from "./range.js";
import { quotedEnd, splitOutside, trimmedText, unquote } from "./scan.js";

/** `name=value`, or a name alone; the value without its quotes. */
export interface Parameter extends ByteRange {
  name: string;
  value: string | undefined;
}

/** Parameters as far as they could be read. */
export interface ParameterList {
  parameters: Parameter[];
  wellFormed: boolean;
}

/**
 * Reads `name[=value]` between separators (`;`, in challenges `,`) in `text[start, end)`; none where `start` is
 * after `end`. The text's first byte is at offset `base` of the message.
 */
export function readParameters(
  text: ByteString,
  start: number,
  end: number,
  base: number,
  separator: number = Char.semicolon,
): ParameterList {
  const parameters: Parameter[] = [];
  let wellFormed = true;
  if (start > end) return { parameters, wellFormed };
  for (const range of splitOutside(text, separator, start, end)) {
    if (range.start === range.end) {
      wellFormed = false;
      continue;
    }
    const part = text.slice(range.start, range.end);
    const equals = part.indexOf("=");
    const name = trimmedText(part, 0, equals === -1 ? part.length : equals);
    const value = equals === -1 ? undefined : trimmedText(part, equals + 1, part.length);
    if (!isToken(name) || value === "" || (value && !isValue(value))) wellFormed = false;
    parameters.push({
      name: decode(name),
      value: value === undefined ? undefined : decode(unquote(value)),
      start: base + range.start,
      end: base + range.end,
    });
  }
  return { parameters, wellFormed };
}

/** The value of the first parameter of that name (any case): "" where it has none, undefined where it is absent. */
export function parameterOf(parameters: readonly Parameter[], name: string): string | undefined {
  const found = parameters.find((parameter) => parameter.name.toLowerCase() === name);
  return found && (found.value ?? "");
}

function isValue(value: ByteString): boolean {
  return value.startsWith('"')
    ? quotedEnd(value, 0, value.length) === value.length
    : !/[ \t"<>,;]/.test(value);
}
