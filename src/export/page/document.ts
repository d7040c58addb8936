import ansi from "./ansi.css?raw";
import code from "./code.css?raw";
import { escapeHtml } from "./escape.js";
import layout from "./layout.css?raw";
import outputs from "./outputs.css?raw";
import style from "./page.css?raw";
import { scriptsFor } from "./scripts.js";
import theme from "./theme.css?raw";

/** Title and body as a document whose policy lets nothing in but what it carries itself. */
export function document(page: { language: string; title: string; body: string }): string {
  const body = withStylesOnce(page.body);
  const { head, end, hashes } = scriptsFor(body);
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "media-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
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
${head}</head>
<body>
${body}
${end}
</body>
</html>
`;
}

/** Every output brings its style sheet along; a page needs each once. */
function withStylesOnce(body: string): string {
  const seen = new Set<string>();
  return body.replace(/<style>[\s\S]*?<\/style>/g, (sheet) => {
    if (seen.has(sheet)) return "";
    seen.add(sheet);
    return sheet;
  });
}
