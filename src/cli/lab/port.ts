import { createServer } from "node:net";

const first = 8888;

/** A free port on the loopback interface: `wanted` and no other, or the first from Jupyter's usual one on. */
export async function freePort(wanted?: number): Promise<number | undefined> {
  if (wanted !== undefined) return (await free(wanted)) ? wanted : undefined;
  for (let port = first; port < first + 100; port++) if (await free(port)) return port;
  return undefined;
}

function free(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
