import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { packageFile } from "../files/package.js";
import { language } from "../language.js";
import { openBrowser } from "./lab/browser.js";
import { jupyterEnvironment } from "./lab/environment.js";
import { type Jupyter, provideJupyter } from "./lab/jupyter.js";
import { messages, say } from "./lab/messages.js";
import { findNotebooks } from "./lab/notebooks.js";
import { servePages } from "./lab/page-server.js";
import { freePort } from "./lab/port.js";
import { JupyterServer } from "./lab/server.js";

const kernelspec = () => ({
  argv: [process.execPath, packageFile("dist/kernel.js"), "{connection_file}"],
  display_name: "voiplab (TypeScript)",
  language: "typescript",
  interrupt_mode: "message",
});

/** How notebooks are to be opened. */
export interface LabOptions {
  /** A folder of notebooks. Default: the lessons. */
  readonly directory?: string | undefined;
  /** Whether a browser is opened. */
  readonly browser: boolean;
  /** The port to listen on. Default: the first free one from 8888 on. */
  readonly port?: number | undefined;
}

/** Opens notebooks in JupyterLab, or as pages where there can be no JupyterLab; ends with Ctrl-C. The exit status. */
export async function lab(options: LabOptions): Promise<number> {
  const root = packageFile("");
  const folder = resolve(options.directory ?? join(root, "notebooks"));
  if (!existsSync(folder)) return complain(messages().noFolder(folder));
  const port = await freePort(options.port);
  if (port === undefined) return complain(messages().portTaken(options.port ?? 8888));
  const notebooks = findNotebooks(folder);
  const jupyter = provideJupyter(root);
  if (typeof jupyter === "string") {
    say(jupyter);
    return await showPages(root, folder, notebooks, port, options.browser);
  }
  return await showLab(jupyter, root, folder, notebooks[0] ?? "", port, options.browser);
}

async function showLab(
  jupyter: Jupyter,
  root: string,
  folder: string,
  notebook: string,
  port: number,
  browser: boolean,
): Promise<number> {
  say(messages().starting);
  const environment = jupyterEnvironment(root, kernelspec());
  const server = new JupyterServer(jupyter, { folder, port, environment });
  const stopped = untilStopped(() => server.kill());
  const ready = await Promise.race([server.ready(), stopped.promise]);
  if (ready === false) {
    await server.stop();
    return complain(messages().notStarted, 1);
  }
  if (ready === true) show(messages().running, server.address(notebook), browser);
  const status = await Promise.race([server.ended, stopped.promise]);
  if (status !== undefined) return status;
  say(messages().stopping);
  await server.stop();
  return 0;
}

async function showPages(
  root: string,
  folder: string,
  notebooks: readonly string[],
  port: number,
  browser: boolean,
): Promise<number> {
  say(messages().instead);
  const { exportNotebooks, writeIndex } = await import("../export/index.js");
  const out = join(root, "pages");
  const { pages, status } = await exportNotebooks({
    notebooks: notebooks.map((path) => join(folder, path)),
    out,
  });
  if (pages.length === 0 || status === 130) return complain(messages().noPages, 1);
  writeIndex(out, pages, language());
  const server = await servePages(out, port);
  show(messages().serving, `http://127.0.0.1:${port}/`, browser);
  await untilStopped(() => process.exit(0)).promise;
  server.closeAllConnections();
  server.close();
  return 0;
}

function show(sentence: string, address: string, browser: boolean): void {
  say(sentence);
  process.stdout.write(`${address}\n`);
  if (browser) openBrowser(address);
}

/** Settles at the first signal to end; `now` is called at the second one, from somebody who will not wait. */
function untilStopped(now: () => void): { promise: Promise<undefined> } {
  let count = 0;
  const promise = new Promise<undefined>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => {
        count++;
        if (count === 1) resolve(undefined);
        else now();
      });
  });
  return { promise };
}

function complain(sentence: string, status = 2): number {
  say(`voiplab: ${sentence}`);
  return status;
}
