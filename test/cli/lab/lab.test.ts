import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { jupyterEnvironment } from "../../../src/cli/lab/environment.js";
import { findNotebooks } from "../../../src/cli/lab/notebooks.js";
import { servePages } from "../../../src/cli/lab/page-server.js";
import { freePort } from "../../../src/cli/lab/port.js";
import { installKernel, kernelSpec } from "../../../src/kernel/index.js";
import { setLanguage } from "../../../src/language.js";

const folder = mkdtempSync(join(tmpdir(), "voiplab-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => setLanguage("en"));

function file(path: string, text = ""): string {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

test("notebooks are found in a folder and the folders in it, the reader's language first", () => {
  for (const path of [
    "en/02.ipynb",
    "en/01.ipynb",
    "fr/01.ipynb",
    "captures/x.pcap",
    ".hidden/no.ipynb",
    "top.ipynb",
  ])
    file(`notebooks/${path}`);
  const place = join(folder, "notebooks");
  expect(findNotebooks(place)).toEqual(["top.ipynb", "en/01.ipynb", "en/02.ipynb", "fr/01.ipynb"]);
  setLanguage("fr");
  expect(findNotebooks(place)).toEqual(["top.ipynb", "fr/01.ipynb", "en/01.ipynb", "en/02.ipynb"]);
  expect(findNotebooks(join(place, "captures"))).toEqual([]);
});

test("Jupyter finds the kernel and keeps all that it writes inside the project", () => {
  const registry = { kernelSpec, installKernel };
  const environment = jupyterEnvironment(folder, registry);
  const [data = ""] = (environment.JUPYTER_PATH ?? "").split(delimiter);
  const spec = JSON.parse(readFileSync(join(data, "kernels/voiplab/kernel.json"), "utf8"));
  expect(spec).toEqual(kernelSpec());
  for (const name of ["JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"])
    expect(environment[name]?.startsWith(join(folder, ".jupyter"))).toBe(true);
  expect(environment.PATH).toBe(process.env.PATH);
});

test("a port that is taken is not given, another one is", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  expect(await freePort(port)).toBeUndefined();
  await new Promise((resolve) => server.close(resolve));
  expect(await freePort(port)).toBe(port);
  expect(await freePort()).toBeGreaterThanOrEqual(8888);
});

describe("the pages' server", () => {
  test("gives the pages of its folder and nothing else", async () => {
    file("pages/index.html", "all");
    file("pages/fr/01 é.html", "one");
    file("pages/secret.txt", "secret");
    file("pages-too/x.html", "beside");
    const server = await servePages(join(folder, "pages"), 0);
    const { port, address } = server.address() as AddressInfo;
    // As sent: `fetch` would take the dots out of a path.
    const get = (path: string) =>
      new Promise<string>((resolve, reject) => {
        request({ port, host: "127.0.0.1", path }, async (response) => {
          const pieces: Uint8Array[] = [];
          for await (const piece of response) pieces.push(piece);
          resolve(`${response.statusCode} ${Buffer.concat(pieces)}`.trim());
        })
          .once("error", reject)
          .end();
      });
    expect(address).toBe("127.0.0.1");
    expect(await get("/")).toBe("200 all");
    expect(await get("/index.html?x#y")).toBe("200 all");
    expect(await get("/fr/01%20%C3%A9.html")).toBe("200 one");
    for (const path of [
      "/fr/",
      "/secret.txt",
      "/../pages-too/x.html",
      "/..%2fpages-too%2fx.html",
      "/%00.html",
      "/%E0.html",
    ])
      expect(await get(path)).toBe("404 404");
    server.closeAllConnections();
    server.close();
  });
});
