/* The kernel, as Jupyter starts it; argv: the connection file. */
import { kernelInfo } from "./front/info.js";
import { runKernel } from "./front/kernel.js";
import { watchParent } from "./front/parent.js";
import { log } from "./log.js";
import { packageRoot } from "./place.js";
import { readConnection } from "./wire/connection.js";
import { bindSockets } from "./wire/sockets.js";

const [, , connectionFile] = process.argv;
try {
  const root = packageRoot();
  const connection = readConnection(connectionFile ?? "");
  const end = runKernel({
    sockets: await bindSockets(connection),
    info: kernelInfo(root),
    cells: [`${root}/dist/kernel-cells.js`, root],
  });
  watchParent(end);
  process.on("SIGTERM", end);
} catch (error) {
  log(`not started (${(error as Error).message})`);
  process.exit(1);
}
