import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../free-port.js";
import { temporaryFolder } from "./lesson.js";
import { program, root, run } from "./programs.js";

const clone = join(temporaryFolder(), "voiplab");
const programs = join(temporaryFolder(), "programs");
let port: number;
let start: ChildProcess;
let said = "";

beforeAll(async () => {
  // The files that git would lay into a clone, as they are now.
  const files = run(program("git"), ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  for (const file of files.split("\0").filter((path) => path && existsSync(join(root, path))))
    cpSync(join(root, file), join(clone, file));
  mkdirSync(programs);
  for (const name of ["node", "npm", "sh"]) symlinkSync(program(name), join(programs, name));
  port = await freePort();
  start = spawn(join(programs, "npm"), ["start", "--", "--no-browser", "--port", String(port)], {
    cwd: clone,
    env: { ...process.env, PATH: programs, LC_ALL: "C" },
    detached: true,
  });
  start.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
});

afterAll(() => {
  if (start?.exitCode === null && start.signalCode === null) process.kill(-start.pid!, "SIGKILL");
});

test("npm start in a clean clone ends with lessons to look at, also without Python", async () => {
  const address = `http://127.0.0.1:${port}/`;
  expect(await lineWith(start, "http://")).toBe(address);
  expect(said).toMatch(/^no Python 3\.\d+ or newer found, which JupyterLab needs$/m);
  const index = await (await fetch(address)).text();
  const pages = [...index.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!);
  const lessons = ["en", "fr"].flatMap((language) => readdirSync(join(clone, "notebooks", language)));
  expect(pages).toHaveLength(lessons.filter((name) => name.endsWith(".ipynb")).length);
  for (const page of pages) expect((await fetch(address + page)).status).toBe(200);
  // Ctrl-C reaches the whole group, as a terminal sends it.
  process.kill(-start.pid!, "SIGINT");
  await once(start, "exit");
  await expect(fetch(address)).rejects.toThrow();
});

async function lineWith({ stdout }: ChildProcess, word: string): Promise<string | undefined> {
  let text = "";
  for await (const piece of stdout!.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    text += piece;
    const line = text.split("\n").find((each) => each.startsWith(word));
    if (line && text.endsWith("\n")) return line;
  }
  throw new Error(`npm start ended:\n${text}\n${said}`);
}
