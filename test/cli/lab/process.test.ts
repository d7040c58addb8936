import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { freePort } from "../../free-port.js";

const cli = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "voiplab-test-"));
const report = join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

copyFileSync(fileURLToPath(new URL("jupyter-lab.mjs", import.meta.url)), join(folder, "jupyter-lab"));
chmodSync(join(folder, "jupyter-lab"), 0o755);
writeFileSync(join(folder, "first lesson.ipynb"), "{}");

function start(port: number, environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [cli, "lab", folder, "--no-browser", "--port", String(port)], {
    env: {
      ...process.env,
      LC_ALL: "C",
      PATH: [folder, process.env.PATH].join(delimiter),
      FAKE_JUPYTER_REPORT: report,
      ...environment,
    },
  });
}

/** The first line on standard output, which is the address. */
async function addressOf(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const piece of child.stdout!.setEncoding("utf8")) {
    text += piece;
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0]!;
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("voiplab lab", () => {
  test("starts the JupyterLab that is in PATH on the folder, and Ctrl-C asks it to leave", async () => {
    const free = await freePort();
    const child = start(free);
    const address = await addressOf(child);
    const opened = `^http://127\\.0\\.0\\.1:${free}/lab/tree/first%20lesson\\.ipynb\\?token=([0-9a-f]{48})$`;
    expect(address).toMatch(new RegExp(opened));
    const token = address.split("token=")[1]!;
    const ask = (value: string) =>
      fetch(`http://127.0.0.1:${free}/api/status`, { headers: { authorization: `token ${value}` } });
    expect([(await ask(token)).status, (await ask("other")).status]).toEqual([200, 403]);
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
    const told = JSON.parse(readFileSync(report, "utf8"));
    expect(told).toMatchObject({ folder, defaultKernel: "voiplab" });
    expect(told.jupyterPath).toMatch(/\.jupyter.share.jupyter/);
    await gone(told.kernel);
  });

  test("ends a JupyterLab that does not leave, with all that it started, when told twice", async () => {
    const child = start(await freePort(), { FAKE_JUPYTER_STUBBORN: "yes" });
    await addressOf(child);
    child.kill("SIGTERM");
    for await (const text of child.stderr!.setEncoding("utf8")) if (/ending/.test(text)) break;
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    const { kernel } = JSON.parse(readFileSync(report, "utf8"));
    await gone(kernel);
  });

  test("says in one line when the port is taken", async () => {
    const free = await freePort();
    const first = start(free);
    await addressOf(first);
    const second = start(free);
    let said = "";
    second.stderr!.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    expect(await once(second, "close")).toEqual([2, null]);
    expect(said).toBe(`voiplab: port ${free} is taken; choose another one with --port\n`);
    first.kill("SIGINT");
    await once(first, "exit");
  });
});
