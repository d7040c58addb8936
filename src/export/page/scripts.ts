import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { chartBehaviour, chartLibraryScript, packetBehaviour, playerBehaviour } from "../../display/index.js";
import { dependencyFile } from "../../files/package.js";
import pageBehaviour from "./page.page.js?raw";

/** The scripts of a page, as elements, and what its policy knows them by. */
export interface PageScripts {
  readonly head: string;
  readonly end: string;
  /** Sources for the policy's `script-src` (Content Security Policy Level 3 §2.3.1). */
  readonly hashes: readonly string[];
}

const behaviours = [
  ["voiplab-chart", chartBehaviour],
  ["voiplab-player", playerBehaviour],
  ["voiplab-packet", packetBehaviour],
] as const;

/** The scripts that what is shown in `body` needs: the chart library once, and only where there is a chart. */
export function scriptsFor(body: string): PageScripts {
  const library = body.includes("voiplab-chart") ? chartLibrary() : "";
  const needed = behaviours.filter(([mark]) => body.includes(mark)).map(([, text]) => text);
  const ends = [pageBehaviour, ...needed].map((text) => `<script>${text}</script>`);
  return { head: library, end: ends.join("\n"), hashes: [library, ...ends].filter(Boolean).map(hashOf) };
}

function chartLibrary(): string {
  const source = readFileSync(dependencyFile("plotly.js/dist/plotly-basic.min.js"), "utf8");
  return chartLibraryScript(source).toString();
}

function hashOf(element: string): string {
  const text = element.slice(element.indexOf(">") + 1, element.lastIndexOf("</script>"));
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
