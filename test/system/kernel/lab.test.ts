import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kernelSpec } from "../../../src/kernel/index.js";
import { screenshot } from "../browser.js";
import { cellNumbers, choose, Lab } from "../lab.js";
import { temporaryFolder } from "../lesson.js";

const folder = temporaryFolder();
let lab: Lab;
beforeAll(async () => {
  lab = await Lab.start(folder);
});
afterAll(() => lab?.stop());

/** A notebook of these cells, opened. */
async function open(name: string, ...sources: string[]): Promise<Page> {
  const cells = sources.map((source, index) => ({
    cell_type: "code",
    id: `cell-${index}`,
    source,
    metadata: {},
    outputs: [],
    execution_count: null,
  }));
  const metadata = { kernelspec: { name: "voiplab", ...kernelSpec() } };
  const path = join(folder, "notebooks", `${name}.ipynb`);
  writeFileSync(path, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  return lab.open(`${name}.ipynb`);
}

const cell = (page: Page, index: number) => page.locator(".jp-Notebook .jp-CodeCell").nth(index);
const output = (page: Page, index: number) => cell(page, index).locator(".jp-OutputArea-output");

/** Runs one cell, and does not wait for it. */
async function run(page: Page, index: number): Promise<void> {
  await editor(page, index).click();
  await page.keyboard.press("Control+Enter");
}

const editor = (page: Page, index: number): Locator => cell(page, index).locator(".cm-content");

describe("a person in JupyterLab", () => {
  test("runs all cells, and again after a restart: numbers begin anew, variables are new", async () => {
    const page = await open(
      "restart",
      "let runs = (globalThis as any).runs ?? 0;",
      "(globalThis as any).runs = ++runs",
    );
    await choose(page, "Run", "Run All Cells");
    expect(await cellNumbers(page)).toEqual([1, 2]);
    await choose(page, "Run", "Run All Cells");
    await expect.poll(() => output(page, 1).innerText()).toBe("2");
    await choose(page, "Kernel", "Restart Kernel and Run All Cells…");
    await page.getByRole("button", { name: "Confirm Kernel Restart" }).click();
    await expect.poll(() => output(page, 1).innerText()).toBe("1");
    expect(await cellNumbers(page)).toEqual([1, 2]);
    await page.close();
  });

  test.each([
    ["a loop", "while (true) {}"],
    ["an endless wait", "await new Promise(() => {});"],
  ])("interrupts %s, and keeps the variables", async (name, endless) => {
    const page = await open(
      `interrupt ${name}`,
      "let kept = 41;",
      `console.log("begun"); ${endless}`,
      "kept + 1",
    );
    await run(page, 0);
    await run(page, 1);
    await output(page, 1).getByText("begun").waitFor();
    await choose(page, "Kernel", "Interrupt Kernel");
    await expect.poll(() => output(page, 1).last().innerText()).toBe("Interrupted: the cell was interrupted");
    await run(page, 2);
    await expect.poll(() => output(page, 2).innerText()).toBe("42");
    await screenshot(page, `kernel-${name.replaceAll(" ", "-")}`);
    await page.close();
  });

  test("completes by Tab, and reads documentation by Shift-Tab", async () => {
    const page = await open(
      "editor",
      "const capture = await openCapture('captures/trame-asterisk.pcapng');",
      "capture.reg",
      "openCapture(",
    );
    await run(page, 0);
    await cell(page, 0).locator(".jp-InputPrompt", { hasText: "[1]:" }).waitFor();
    await editor(page, 1).click();
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    const items = page.locator(".jp-Completer-item .jp-Completer-match");
    await expect.poll(() => items.allInnerTexts()).toEqual(["registrations"]);
    await screenshot(page, "kernel-completion");
    await page.keyboard.press("Enter");
    await expect.poll(() => editor(page, 1).innerText()).toBe("capture.registrations");
    await editor(page, 2).click();
    await page.keyboard.press("End");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => page.locator(".jp-Tooltip").innerText()).toContain("Opens a capture");
    await screenshot(page, "kernel-tooltip");
    await page.close();
  });

  test("answers input(), also a secret one", async () => {
    const page = await open(
      "input",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a cell's own
      'const name = await input("Your name? "); `hello ${name}`',
      'const pin = await input("PIN? ", { password: true }); pin.length',
    );
    for (const [index, answer, said] of [
      [0, "Zoé ☎", "'hello Zoé ☎'"],
      [1, "1234", "4"],
    ] as const) {
      await run(page, index);
      const field = cell(page, index).locator("input.jp-Stdin-input");
      await field.waitFor();
      expect(await field.evaluate((element) => (element as HTMLInputElement).type)).toBe(
        index === 1 ? "password" : "text",
      );
      await field.fill(answer);
      await screenshot(page, `kernel-input-${index}`);
      await field.press("Enter");
      await expect.poll(() => output(page, index).last().innerText()).toBe(said);
    }
    await page.close();
  });

  test.each(["Light", "Dark"])("reads an error, and a page of documentation: %s", async (theme) => {
    const page = await open(
      `error ${theme}`,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a cell's own
      "function deep(port: number): never {\n  throw new RangeError(`no such port: ${port}`);\n}\ndeep(70000);",
      'const port: number = "5060";',
      "openCapture?",
      'for (const n of progress([1, 2, 3], "counting")) n;',
    );
    await choose(page, "Settings", "Theme", `JupyterLab ${theme}`);
    for (const index of [0, 1, 2, 3]) {
      await run(page, index);
      // one that fails would take those with it that wait
      await cell(page, index)
        .locator(".jp-InputPrompt", { hasText: `[${index + 1}]:` })
        .waitFor();
    }
    await expect.poll(() => output(page, 3).innerText()).toContain("3 / 3");
    expect(await output(page, 0).innerText()).toBe(
      [
        "RangeError: no such port: 70000",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a cell's own
        "2 │   throw new RangeError(`no such port: ${port}`);",
        "  │         ^",
        "    at deep (In[1]:2:9)",
        "    at In[1]:4:1",
      ].join("\n"),
    );
    expect(await output(page, 1).innerText()).toContain("Type 'string' is not assignable to type 'number'");
    expect(await output(page, 2).innerText()).toContain("Opens a capture");
    await screenshot(page, `kernel-error-${theme}`);
    await page.close();
  });
});
