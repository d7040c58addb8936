import { createHash } from "node:crypto";
import ansi from "./ansi.css?raw";
import { chartLibrary, hasChart } from "./chart.js";
import code from "./code.css?raw";
import { escapeHtml } from "./escape.js";
import layout from "./layout.css?raw";
import outputs from "./outputs.css?raw";
import style from "./page.css?raw";
import script from "./page.page.js?raw";
import theme from "./theme.css?raw";

/** Title and body as a document whose policy lets nothing in but what it carries itself. */
export function document(page: { language: string; title: string; body: string }): string {
  const scripts = hasChart(page.body) ? [chartLibrary(), script] : [script];
  const hashes = scripts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "media-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const last = scripts.pop();
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="voiplab">
<title>${escapeHtml(page.title)}</title>
<style>
${[theme, style, layout, code, outputs, ansi].join("\n")}</style>
${scripts.map((text) => `<script>${text}</script>\n`).join("")}</head>
<body>
${page.body}
<script>${last}</script>
</body>
</html>
`;
}
