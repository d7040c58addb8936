import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join, normalize, sep } from "node:path";

/** Serves the pages of a folder on the loopback interface. */
export function servePages(folder: string, port: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    const html = await readPage(folder, request.url ?? "/");
    const type = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
    if (html) response.writeHead(200, type).end(html);
    else response.writeHead(404, { "content-type": "text/plain" }).end("404\n");
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** A page below the folder; undefined for all that is none. */
async function readPage(folder: string, address: string): Promise<Buffer | undefined> {
  try {
    const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
    const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(folder + sep) && file.endsWith(".html") ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
