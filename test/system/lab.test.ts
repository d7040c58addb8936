import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../free-port.js";
import { launchBrowser, screenshot } from "./browser.js";
import { checkConversation, soundsOfLesson, temporaryFolder } from "./lesson.js";
import { cli, jupyterPython, needed, root } from "./programs.js";

const folder = temporaryFolder();
const lessons = join(folder, "notebooks");
const sounds = soundsOfLesson();
let browser: Browser;
let lab: ChildProcess;
let address: URL;

beforeAll(async () => {
  cpSync(join(root, "notebooks"), lessons, { recursive: true });
  needed(jupyterPython(), "make .venv with binder/requirements.txt");
  lab = spawn(process.execPath, [cli, "lab", lessons, "--no-browser", "--port", String(await freePort())], {
    env: { ...process.env, LC_ALL: "C", JUPYTERLAB_SETTINGS_DIR: settings() },
    stdio: ["ignore", "pipe", "inherit"],
  });
  address = new URL(await firstLine(lab));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  lab?.kill("SIGINT");
  if (lab) expect(await once(lab, "exit")).toEqual([0, null]);
});

test("JupyterLab opens on the first lesson, with nothing laid over it", async () => {
  expect(address.pathname).toBe("/lab/tree/en/00-start.ipynb");
  const page = await openLesson(address.pathname);
  expect(await page.locator(".jp-Dialog, .Toastify__toast").count()).toBe(0);
  await screenshot(page, "lab-first");
  await page.close();
});

test.each(["en", "fr"])(
  "lesson 04 (%s) runs in JupyterLab: charts are drawn, players play",
  async (language) => {
    const page = await openLesson(`/lab/tree/${language}/04-conversation.ipynb`);
    await runAllCells(page);
    const notebook = page.locator(".jp-Notebook");
    const failed =
      "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']";
    expect(await notebook.locator(failed).allInnerTexts()).toEqual([]);
    await checkConversation(notebook, sounds);
    await screenshot(page, `lab-04-${language}`);
    await page.close();
  },
);

/** Opens a notebook and waits for its kernel. */
async function openLesson(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const target = new URL(address);
  target.pathname = path;
  // Without what an earlier page left open.
  target.searchParams.set("reset", "");
  await page.goto(target.href);
  await page.locator(".jp-Notebook .jp-CodeCell").first().waitFor();
  // In the status bar, where nothing pushes it out of sight.
  await page.locator(".jp-StatusBar-TextItem", { hasText: "TypeScript (voiplab) | Idle" }).waitFor();
  return page;
}

/** Runs all cells and waits until each has its number. */
async function runAllCells(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
  const prompts = page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt");
  await expect
    .poll(async () => (await prompts.allInnerTexts()).filter((text) => !/^\[\d+\]:$/.test(text.trim())), {
      timeout: 120_000,
    })
    .toEqual([]);
}

/** A folder of settings by which all cells are in the document, also those that are out of sight. */
function settings(): string {
  const place = join(folder, "settings", "@jupyterlab", "notebook-extension");
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "tracker.jupyterlab-settings"), JSON.stringify({ windowingMode: "none" }));
  return join(folder, "settings");
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  let text = "";
  for await (const piece of stdout!.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    text += piece;
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0]!;
}
