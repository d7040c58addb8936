import { afterAll, beforeAll, expect, test } from "vitest";
import { screenshot } from "./browser.js";
import { cellNumbers, choose, Lab } from "./lab.js";
import { checkConversation, soundsOfLesson, temporaryFolder } from "./lesson.js";

const folder = temporaryFolder();
const sounds = soundsOfLesson();
let lab: Lab;

beforeAll(async () => {
  lab = await Lab.start(folder);
});
afterAll(() => lab?.stop());

test("JupyterLab opens on the first lesson, unchanged, with nothing laid over it", async () => {
  expect(lab.address.pathname).toBe("/lab/tree/en/00-start.ipynb");
  const page = await lab.open("en/00-start.ipynb");
  expect(await page.locator(".jp-Dialog, .Toastify__toast").count()).toBe(0);
  expect(
    await page.locator("#jp-main-dock-panel .lm-TabBar-tab.jp-mod-current").getAttribute("class"),
  ).not.toContain("jp-mod-dirty");
  await screenshot(page, "lab-first");
  await page.close();
});

test.each(["en", "fr"])(
  "lesson 04 (%s) runs in JupyterLab: charts are drawn, players play",
  async (language) => {
    const page = await lab.open(`${language}/04-conversation.ipynb`);
    await choose(page, "Run", "Run All Cells");
    await cellNumbers(page);
    const notebook = page.locator(".jp-Notebook");
    const failed =
      "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']";
    expect(await notebook.locator(failed).allInnerTexts()).toEqual([]);
    await checkConversation(notebook, sounds);
    await screenshot(page, `lab-04-${language}`);
    await page.close();
  },
);
