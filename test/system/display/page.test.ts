import { readFileSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  lineChart,
  type MimeBundle,
  packetDetails,
  player,
  sequence,
  setChartLibrary,
} from "../../../src/display/index.js";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const plotly = () => readFileSync("node_modules/plotly.js/dist/plotly-basic.min.js", "utf8");

const markup = (bundle: MimeBundle) => bundle["text/html"] as string;
const chart = (title: string) => markup(lineChart({ title, series: [{ name: "a", y: [1, 3, 2] }] }));

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});
afterAll(() => browser?.close());

async function show(body: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.setContent(`<!doctype html><meta charset="utf-8"><body>${body}`);
  return page;
}

describe("in a page", () => {
  test("charts wait for the library, wherever it comes, and module loaders do not swallow it", async () => {
    setChartLibrary({ source: plotly });
    const [first, ...others] = [chart("1"), chart("2"), chart("3")];
    const loader = "<script>window.define = () => { throw new Error('swallowed') }; define.amd = {}</script>";
    const page = await show(loader + others.join("") + first);
    await expect.poll(() => page.locator(".voiplab-live .main-svg .gtitle").count()).toBe(3);
    expect(await page.locator("figure > img:visible").count()).toBe(0);
    expect(await page.evaluate("define.amd !== undefined")).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("figure > img:visible").count()).toBe(3);
    await page.close();
  });

  test("charts are pictures without scripts, and without the library", async () => {
    setChartLibrary(undefined);
    for (const javaScriptEnabled of [true, false]) {
      const page = await show(chart("1") + chart("2"), { javaScriptEnabled });
      expect(await page.locator("figure > img:visible").count()).toBe(2);
      expect((await page.locator("figure > img").first().boundingBox())!.height).toBeGreaterThan(200);
      await page.close();
    }
  });

  test("an arrow tells its message's first lines", async () => {
    setChartLibrary({ source: plotly });
    const actors = ["a", "b"].map((id) => ({ id, label: id, address: "10.0.0.1:5060" }));
    const invite = {
      frame: 7,
      time: 1,
      from: "a",
      to: "b",
      label: "INVITE",
      kind: "request",
      detail: "INVITE <sip:b>",
    } as const;
    const page = await show(markup(sequence({ actors, messages: [invite] })));
    const arrow = page.locator(".voiplab-live .scatterlayer .lines path").first();
    await arrow.waitFor({ state: "attached" });
    const box = (await arrow.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect
      .poll(() => page.locator(".hoverlayer").textContent())
      .toContain("frame 7 · 1.000000 s · INVITEINVITE <sip:b>");
    await page.close();
  });

  test("a field lights up its bytes, and a byte its field", async () => {
    const fields = [
      { name: "x.a", label: "a", value: "1", start: 0, end: 2 },
      { name: "x.b", label: "b", value: "2", start: 2, end: 3 },
    ];
    const layers = [{ name: "x", label: "X", start: 0, end: 4, fields }];
    const page = await show(
      markup(packetDetails({ number: 1, layers, bytes: Uint8Array.of(65, 66, 67, 68) })),
    );
    const lit = () => page.locator("[data-run].voiplab-lit").allTextContents();
    await page.getByText("a: 1").hover();
    expect(await lit()).toEqual(["41 42", "AB"]);
    await page.keyboard.press("Tab");
    await page.locator("summary").focus();
    for (const _ of fields) await page.keyboard.press("ArrowDown");
    expect(await lit()).toEqual(["43", "C"]);
    await page.locator("[data-run='frame 0 2']").first().hover();
    expect(await page.locator("[data-bytes].voiplab-lit").textContent()).toBe("a: 1");
    await page.close();
  });

  test("a sound is saved under its name, byte for byte", async () => {
    const wav = new TextEncoder().encode("RIFF....WAVEfmt ");
    const page = await show(
      markup(player({ title: "t", wav, fileName: "call.wav", seconds: 1, rate: 8000, channels: 1 })),
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByText("save as a file").click(),
    ]);
    expect(download.suggestedFilename()).toBe("call.wav");
    expect(readFileSync(await download.path())).toEqual(Buffer.from(wav));
    await page.close();
  });
});
