import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { freePort } from "../free-port.js";
import { launchBrowser } from "./browser.js";
import { cli, jupyterPython, needed, root } from "./programs.js";

/** A JupyterLab of `voiplab lab`, with a browser before it. */
export class Lab {
  private constructor(
    private readonly server: ChildProcess,
    /** Where it opens. */
    readonly address: URL,
    readonly browser: Browser,
  ) {}

  /** Over a copy of the lessons in a folder's `notebooks`. */
  static async start(folder: string): Promise<Lab> {
    const lessons = join(folder, "notebooks");
    cpSync(join(root, "notebooks"), lessons, { recursive: true });
    needed(jupyterPython(), "make .venv with binder/requirements.txt");
    const words = [cli, "lab", lessons, "--no-browser", "--port", String(await freePort())];
    const server = spawn(process.execPath, words, {
      env: { ...process.env, LC_ALL: "C", JUPYTERLAB_SETTINGS_DIR: settings(folder) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const address = new URL(await firstLine(server));
    return new Lab(server, address, await launchBrowser());
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.kill("SIGINT");
    expect(await once(this.server, "exit")).toEqual([0, null]);
  }

  /** Opens a notebook and waits for its kernel. */
  async open(path: string): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width: 1400, height: 1000 } });
    const target = new URL(this.address);
    target.pathname = `/lab/tree/${path}`;
    // Without what an earlier page left open.
    target.searchParams.set("reset", "");
    await page.goto(target.href);
    await page.locator(".jp-Notebook .jp-CodeCell").first().waitFor();
    await idle(page);
    return page;
  }
}

/** Waits until the kernel is; the status bar tells it, where nothing pushes it out of sight. */
export function idle(page: Page): Promise<void> {
  return page.locator(".jp-StatusBar-TextItem", { hasText: "TypeScript (voiplab) | Idle" }).waitFor();
}

/** Chooses from the menu bar, also from menus in menus. */
export async function choose(page: Page, menu: string, ...entries: string[]): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  for (const entry of entries)
    await page.locator(".lm-Menu-itemLabel").getByText(entry, { exact: true }).click();
}

/** Waits until each cell has a number, and gives the numbers. */
export async function cellNumbers(page: Page): Promise<number[]> {
  const prompts = page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt");
  const texts = async () => (await prompts.allInnerTexts()).map((text) => text.trim());
  await expect
    .poll(async () => (await texts()).filter((text) => !/^\[\d+\]:$/.test(text)), { timeout: 120_000 })
    .toEqual([]);
  return (await texts()).map((text) => Number.parseInt(text.slice(1), 10));
}

/** A folder of settings by which all cells are in the document, also those that are out of sight. */
function settings(folder: string): string {
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
