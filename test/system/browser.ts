import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { program, root } from "./programs.js";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Chromium without a window: `$CHROMIUM`, or the one in PATH. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? program("chromium"), args: quiet });
}

/** Keeps a picture of the page for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(root, "test", "system", "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** What a chart has drawn, once it has been looked at. */
export interface DrawnChart {
  readonly traces: number;
  /** Points, lines and bars that have a shape. */
  readonly shapes: number;
}

/** Looks at each chart and waits until it is live. */
export async function drawnCharts(page: Page | Locator): Promise<DrawnChart[]> {
  const drawn: DrawnChart[] = [];
  for (const figure of await page.locator(".voiplab-chart figure").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator(".voiplab-live .main-svg").first().waitFor({ state: "visible" });
    drawn.push(
      await figure.evaluate((element) => ({
        traces: element.querySelectorAll(".scatterlayer .trace, .barlayer .trace, .imagelayer image").length,
        shapes: [
          ...element.querySelectorAll<SVGPathElement | SVGImageElement>(".trace path, .imagelayer image"),
        ].filter(
          (shape) =>
            (shape.getAttribute("d") || shape.getAttribute("href")) &&
            shape.getBBox().width + shape.getBBox().height > 0,
        ).length,
      })),
    );
  }
  return drawn;
}

/** How long each player's sound is when the browser has decoded it, in seconds. */
export function decodedSeconds(page: Page | Locator): Promise<number[]> {
  return page.locator("audio").evaluateAll((players) =>
    Promise.all(
      players.map(async (player) => {
        const { src } = player as HTMLAudioElement;
        const bytes = Uint8Array.from(atob(src.split(",")[1] ?? ""), (character) => character.charCodeAt(0));
        const decoded = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes.buffer);
        return decoded.duration;
      }),
    ),
  );
}

/** The length that each player tells, in seconds: what the browser's own controls show. */
export async function playerSeconds(page: Page | Locator): Promise<number[]> {
  const lengths: number[] = [];
  for (const player of await page.locator("audio").all()) {
    await player.scrollIntoViewIfNeeded();
    lengths.push(
      await player.evaluate(async (element) => {
        const audio = element as HTMLAudioElement;
        if (Number.isNaN(audio.duration))
          await new Promise((resolve) => audio.addEventListener("loadedmetadata", resolve, { once: true }));
        return audio.duration;
      }),
    );
  }
  return lengths;
}
