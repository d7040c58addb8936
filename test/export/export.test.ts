import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, watch } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { exportNotebooks, writeIndex } from "../../src/export/index.js";
import { NotebookFolder } from "./notebooks.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = new NotebookFolder();
const out = join(folder.path, "pages");
const capture = JSON.stringify(join(root, "notebooks/captures/01-call-100-to-300.pcapng"));

/** Runs an export; its outcome, with the lines that it reported. */
async function exported(notebooks: string[], options: Partial<Parameters<typeof exportNotebooks>[0]> = {}) {
  const lines: string[] = [];
  const outcome = await exportNotebooks({ notebooks, out, report: (line) => lines.push(line), ...options });
  return { ...outcome, lines };
}

describe("notebooks run in the kernel", () => {
  let result: Awaited<ReturnType<typeof exported>>;
  let page: string;
  const before: Record<string, string> = {};

  beforeAll(async () => {
    const notebooks = [
      folder.notebook("en/01-call.ipynb", [
        { md: "# The call\n\nSee [the failure](02-failure.ipynb#Why)." },
        `const capture = await openCapture(${capture});\nconst call = capture.calls[0]!;\nconsole.log("calls:", capture.calls.length);\ncall.streams[0]!.jitterChart()`,
        "display(call.streams[0]!.player());\ncall.player()",
        "call.sequence()",
      ]),
      folder.notebook("en/02-failure.ipynb", [
        "const frames: number[] = [];",
        "const one = 1;\nfunction first(): number {\n  return frames[0]!.valueOf();\n}\nfirst()",
      ]),
      folder.notebook("fr/01-appel.ipynb", [{ md: "# L'appel" }]),
    ];
    for (const path of notebooks) before[path] = readFileSync(path, "utf8");
    result = await exported(notebooks);
    page = folder.read("pages/en/01-call.html");
  }, 120_000);

  test("are told a line each, the failing one with its cell, error and line", () => {
    expect(result.lines).toEqual([
      expect.stringMatching(/^01-call … 3 cells, \d+\.\d s → .*pages.en.01-call\.html$/),
      expect.stringMatching(
        /^02-failure\.ipynb: cell 2 failed: TypeError: .*'valueOf'\) \(line 3: return frames\[0\]!\.valueOf\(\);\)$/,
      ),
      expect.stringMatching(/^01-appel … 0 cells, \d+\.\d s → .*pages.fr.01-appel\.html$/),
    ]);
    expect(result.status).toBe(1);
  });

  test("give the pages that did not fail, and their index", () => {
    expect(result.pages.map(({ title, language }) => [title, language])).toEqual([
      ["The call", "en"],
      ["L'appel", "fr"],
    ]);
    const index = readFileSync(writeIndex(out, result.pages, "fr"), "utf8");
    const links = [...index.matchAll(/<a href="([^"]*)">([^<]*)/g)].map(([, href, title]) => [href, title]);
    expect(links).toEqual([
      ["fr/01-appel.html", "L&#39;appel"],
      ["en/01-call.html", "The call"],
    ]);
  });

  test("are left as they were", () => {
    for (const [path, text] of Object.entries(before)) expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("show what the cells computed", () => {
    expect(page).toContain('<pre class="stream stdout">calls: 2\n</pre>');
    // The first stream that tshark 4.0.17 lists (`-z rtp,streams`) has 3627 packets.
    expect(page).toMatch(/3,627 packets/);
    expect(page).toContain("INVITE");
    expect(page.match(/<figure[^>]*><img src="data:image\/svg\+xml;base64,/g)).toHaveLength(2);
    expect(page.match(/<audio [^>]*src="data:audio\/wav;base64,/g)).toHaveLength(2);
    expect(page.match(/data-voiplab-library/g)).toHaveLength(1);
  });

  test("lead to each other", () => {
    expect(page).toContain('<a href="02-failure.html#why">the failure</a>');
    expect(page).toContain('href="../fr/01-appel.html">Français</a>');
    expect(folder.read("pages/fr/01-appel.html")).toContain('<html lang="fr">');
  });

  test("load nothing", () => {
    const markup = page.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
    const loads = [...markup.matchAll(/<(\w+)\b[^>]*?\s(?:src|href|poster|srcset|data)="([^"]*)"/g)];
    const outward = loads.filter(([, tag, address]) => tag !== "a" && !address?.startsWith("data:"));
    expect(loads.length).toBeGreaterThan(5);
    expect(outward.map(([element]) => element.slice(0, 200))).toEqual([]);
    expect(markup).not.toMatch(/@import|url\((?!["']?data:)|<(?:link|iframe|object|embed|base)\b/);
  });

  test("make pages of a size that can be sent by mail", () => {
    // A call of 72.5 s twice: 1.45 MB of codes, 1.12 MB of chart library, a third more as base64.
    expect(statSync(join(out, "en/01-call.html")).size).toBeLessThan(4_000_000);
  });
});

test("stored outputs are taken where nothing is to be run", async () => {
  const stored = {
    cell_type: "code",
    source: "1 +",
    metadata: {},
    execution_count: 9,
    outputs: [{ output_type: "stream", name: "stdout", text: "from before\n" }],
  };
  const path = folder.notebook("stored.ipynb", [stored]);
  const { status, lines } = await exported([path], { run: false });
  expect([status, lines]).toEqual([0, [expect.stringMatching(/^stored … 1 cells, stored outputs → /)]]);
  expect(folder.read("pages/stored.html")).toContain("from before");
});

describe("one sentence and status 2 for", () => {
  test.each([
    ["a notebook that cannot be read", () => exported(["none.ipynb"]), "none.ipynb: no such file"],
    ["no notebook", () => exported([]), "no notebook given"],
    [
      "an unknown kernel",
      () => exported([folder.notebook("k.ipynb", [])], { kernel: "none" }),
      'no kernel is called "none"',
    ],
    [
      "a page that cannot be written",
      () => exported([folder.notebook("w.ipynb", [])], { run: false, out: folder.file("a-file", "") }),
      "cannot be written (",
    ],
  ])("%s", async (_, attempt, sentence) => {
    const { status, pages, lines } = await attempt();
    expect({ status, pages, lines }).toEqual({
      status: 2,
      pages: [],
      lines: [expect.stringContaining(sentence)],
    });
  });
});

test("Ctrl-C ends the kernel with the export", async () => {
  const code = `import { writeFileSync } from "node:fs";\nwriteFileSync("started", String(process.pid));\nawait new Promise(() => setInterval(() => {}, 1000));`;
  const notebook = folder.notebook("stopped/endless.ipynb", [code]);
  const started = new Promise<void>((resolve) => {
    const watcher = watch(join(folder.path, "stopped"), (_, name) => {
      if (name === null || basename(name) !== "started" || !folder.read("stopped/started")) return;
      watcher.close();
      resolve();
    });
  });
  const child = spawn(process.execPath, [join(root, "dist/cli.js"), "export", notebook, "--out", out]);
  await started;
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([130, null]);
  // What was killed is there until the system has buried it; a kernel that lives on fails by the time limit.
  const kernel = Number(folder.read("stopped/started"));
  while (exists(kernel)) await new Promise((resolve) => setTimeout(resolve, 20));
}, 60_000);

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
