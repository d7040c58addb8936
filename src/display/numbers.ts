import { type Language, language } from "../language.js";

const locales: Record<Language, string> = { en: "en-US", fr: "fr-FR" };
const formats = new Map<string, Intl.NumberFormat>();

/** A number as the reader writes it (`6,431.5`, `6 431,5`), with so many decimals, or up to three. */
export function number(value: number | bigint, decimals?: number): string {
  const key = `${language()} ${decimals}`;
  let format = formats.get(key);
  if (format === undefined) {
    const digits = { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 3 };
    format = new Intl.NumberFormat(locales[language()], digits);
    formats.set(key, format);
  }
  return format.format(value);
}

/** A time as Wireshark's packet list and filters write it: seconds with a point, in every language. */
export function clock(seconds: number, decimals = 6): string {
  return seconds.toFixed(decimals);
}

/** A lapse of time: `72.5 s`, `20 ms`, `1 h 02 min`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "–";
  const size = Math.abs(seconds);
  if (size > 0 && size < 1) return `${number(seconds * 1000, size < 0.01 ? 2 : 0)} ms`;
  if (size < 120) return `${number(seconds, Number.isInteger(seconds) ? 0 : size < 10 ? 2 : 1)} s`;
  const whole = Math.round(size);
  const sign = seconds < 0 ? "−" : "";
  const pair = (value: number) => String(value).padStart(2, "0");
  if (whole < 3600) return `${sign}${Math.floor(whole / 60)} min ${pair(whole % 60)} s`;
  return `${sign}${number(Math.floor(whole / 3600))} h ${pair(Math.floor((whole % 3600) / 60))} min`;
}
