import { messages } from "./messages.js";
import { clock, duration, number } from "./numbers.js";
import { visibleLine } from "./visible.js";

/**
 * How a value is written: `number` as the reader's language does, `time` as Wireshark does (seconds), `duration`
 * (seconds) with its unit, `sentence` on several lines where it is long, `address` and `code` in a fixed-width font.
 */
export type ValueKind = "text" | "sentence" | "number" | "address" | "code" | "time" | "duration";

/** Longest text of a cell; a header of a hostile packet can be of 64 KiB. */
const MOST_CHARACTERS = 600;
/** A value as text on one line. */
export function cellText(value: unknown, kind: ValueKind = "text", decimals?: number): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number" && Number.isNaN(value)) return "";
  if (typeof value === "boolean") return value ? messages().yes : messages().no;
  if (kind === "number" && (typeof value === "number" || typeof value === "bigint"))
    return number(value, decimals);
  if (kind === "time" && typeof value === "number") return clock(value, decimals);
  if (kind === "duration" && typeof value === "number") return duration(value);
  const text = Array.isArray(value) ? value.slice(0, MOST_CHARACTERS).join(", ") : String(value);
  return visibleLine(text.slice(0, MOST_CHARACTERS)) + (text.length > MOST_CHARACTERS ? "…" : "");
}
