import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, screenshot } from "./browser.js";
import { checkConversation, soundsOfLesson, temporaryFolder } from "./lesson.js";
import { cli, program, root, run } from "./programs.js";

const out = temporaryFolder();
const lessons = ["en", "fr"].map((language) => join(root, "notebooks", language, "04-conversation.ipynb"));
const sounds = soundsOfLesson();
let browser: Browser;

beforeAll(async () => {
  run(process.execPath, [cli, "export", ...lessons, "--out", out]);
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test.each([
  ["en", "light", 1400],
  ["fr", "dark", 1400],
  ["fr", "light", 390],
] as const)(
  "the exported lesson %s, %s, %d wide, works without a network",
  async (language, colorScheme, width) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      offline: true,
    });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    await context.route(/^(?!file:|data:|blob:)/, (route) => {
      requests.push(route.request().url());
      return route.abort();
    });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(join(out, language, "04-conversation.html")).href);
    await checkConversation(page, sounds);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await screenshot(page, `page-${language}-${colorScheme}-${width}`);
    await context.close();
  },
);

test("a sound is saved from a page as the WAV that it plays", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(out, "en", "04-conversation.html")).href);
  const saving = page.waitForEvent("download");
  await page.locator(".voiplab-player a[download]").nth(1).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.wav$/);
  const path = join(out, "saved.wav");
  await saved.saveAs(path);
  // By another reader: soxi tells the length in seconds.
  expect(Math.abs(Number(run(program("soxi"), ["-D", path])) - sounds.call)).toBeLessThan(0.001);
  await page.close();
});

test("the exported lesson leads to its translation, and prints", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(out, "en", "04-conversation.html")).href);
  await page.getByRole("link", { name: "Français" }).click();
  expect(await page.locator("html").getAttribute("lang")).toBe("fr");
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("nav.contents").isVisible()).resolves.toBe(false);
  expect(await page.locator(".voiplab-chart figure > img").first().isVisible()).toBe(true);
  await page.close();
});
