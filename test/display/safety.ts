import { expect } from "vitest";
import type { MimeBundle } from "../../src/display/bundle.js";

const TAG = /<\/?[A-Za-z][A-Za-z0-9]*(?:\s+[A-Za-z][A-Za-z:-]*(?:="[^"<>]*")?)*\s*\/?>/g;
const RAW = /<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Fails unless markup is made of our own tags, with nothing of theirs that runs. */
export function expectSafeMarkup(markup: string): void {
  const shown = markup.replace(RAW, "");
  const tags = shown.match(TAG) ?? [];
  expect(shown.replace(TAG, "")).not.toMatch(/[<>]/);
  for (const tag of tags) {
    expect(tag.replace(/="[^"]*"/g, "=")).not.toMatch(/\s(?:on\w+|srcdoc)=/i);
    expect(tag).not.toMatch(/\s(?:href|src)="\s*(?:javascript|vbscript):/i);
    expect(tag).not.toMatch(/^<\/?(?:iframe|object|embed|form|meta|link|base)\b/i);
  }
}

/** Fails unless every form in a bundle is safe to show. */
export function expectSafe(bundle: MimeBundle): void {
  const text = bundle["text/plain"] as string;
  expect(text.replaceAll("\n", "")).not.toMatch(HIDDEN);
  const markup = bundle["text/html"] as string | undefined;
  if (markup !== undefined) {
    expectSafeMarkup(markup);
    for (const [, picture] of markup.matchAll(/data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/g)) {
      const svg = Buffer.from(picture!, "base64").toString();
      expectSafeMarkup(svg);
      expect(svg).not.toContain("<script");
    }
    const scripts = (markup.match(/<script\b/g) ?? []).length;
    expect(scripts).toBe((markup.match(/<\/script/g) ?? []).length);
  }
  for (const string of stringsIn(bundle["application/vnd.plotly.v1+json"])) {
    expect(string.replaceAll("<br>", "").replaceAll("<extra></extra>", "")).not.toMatch(/[<>$]/);
    expect(string).not.toMatch(HIDDEN);
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
