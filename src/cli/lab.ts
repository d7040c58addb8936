import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { packageFile } from "../files/package.js";
import { language } from "../language.js";
import type { Faces } from "./faces.js";
import { openBrowser } from "./lab/browser.js";
import { jupyterEnvironment } from "./lab/environment.js";
import { type Jupyter, provideJupyter } from "./lab/jupyter.js";
import { messages, say } from "./lab/messages.js";
import { findNotebooks } from "./lab/notebooks.js";
import { servePages } from "./lab/page-server.js";
import { freePort } from "./lab/port.js";
import { JupyterServer } from "./lab/server.js";

/** How notebooks are to be opened. */
export interface LabOptions {
  /** A folder of notebooks. Default: the lessons. */
  readonly directory?: string | undefined;
  /** Whether a browser is opened. */
  readonly browser: boolean;
  /** The port to listen on. Default: the first free one from 8888 on. */
  readonly port?: number | undefined;
  readonly faces: Faces;
}

/** Opens notebooks in JupyterLab, or as pages where there can be no JupyterLab; ends with Ctrl-C. The exit status. */
export async function lab(options: LabOptions): Promise<number> {
  const root = packageFile("");
  const folder = resolve(options.directory ?? join(root, "notebooks"));
  if (!existsSync(folder)) return complain(messages().noFolder(folder));
  const port = await freePort(options.port);
  if (port === undefined) return complain(messages().portTaken(options.port ?? 8888));
  const place = { root, folder, notebooks: findNotebooks(folder), port };
  const jupyter = provideJupyter(root);
  if (typeof jupyter !== "string") return await showLab(jupyter, place, options);
  say(jupyter);
  return await showPages(place, options);
}

interface Place {
  readonly root: string;
  readonly folder: string;
  /** Paths below the folder. */
  readonly notebooks: readonly string[];
  readonly port: number;
}

async function showLab(jupyter: Jupyter, place: Place, { browser, faces }: LabOptions): Promise<number> {
  say(messages().starting);
  const environment = jupyterEnvironment(place.root, await faces.kernel());
  const server = new JupyterServer(jupyter, place.folder, place.port, environment);
  const stopped = untilStopped(() => server.kill());
  const ready = await Promise.race([server.ready(), stopped]);
  if (ready === false) {
    await server.stop();
    return complain(messages().notStarted, 1);
  }
  if (ready === true) show(messages().running, server.address(place.notebooks[0] ?? ""), browser);
  const status = await Promise.race([server.ended, stopped]);
  if (status !== undefined) return status;
  say(messages().stopping);
  await server.stop();
  return 0;
}

async function showPages(place: Place, { browser, faces }: LabOptions): Promise<number> {
  say(messages().instead);
  const { exportNotebooks, writeIndex } = await faces.exporter();
  const out = join(place.root, "pages");
  const notebooks = place.notebooks.map((path) => join(place.folder, path));
  const { pages, status } = await exportNotebooks({ notebooks, out });
  if (status === 130) return 0;
  if (pages.length === 0) return complain(messages().noPages, 1);
  writeIndex(out, pages, language());
  const server = await servePages(out, place.port);
  show(messages().serving, `http://127.0.0.1:${place.port}/`, browser);
  await untilStopped(() => process.exit(0));
  server.closeAllConnections();
  server.close();
  return 0;
}

function show(sentence: string, address: string, browser: boolean): void {
  say(sentence);
  process.stdout.write(`${address}\n`);
  if (browser) openBrowser(address);
}

/** Settles at the first signal to end; the second one is from somebody who will not wait, and calls `now`. */
function untilStopped(now: () => void): Promise<undefined> {
  return new Promise((resolve) => {
    let count = 0;
    const stop = () => {
      count++;
      if (count === 1) resolve(undefined);
      else now();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    // `npm start` that is ended by a signal to npm alone: the shell between npm and here passes nothing on.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event)
      setInterval(() => process.ppid !== parent && resolve(undefined), 500).unref();
  });
}

function complain(sentence: string, status = 2): number {
  say(`voiplab: ${sentence}`);
  return status;
}
