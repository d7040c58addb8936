/* The kernel, as Jupyter starts it; argv: the connection file. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { kernelName, userDataFolder } from "../files/jupyter.js";
import { packageFile } from "../files/package.js";
import { kernelInfo } from "./front/info.js";
import { runKernel } from "./front/kernel.js";
import { watchParent } from "./front/parent.js";
import { log } from "./log.js";
import { snapshotFile } from "./snapshot-file.js";
import { readConnection } from "./wire/connection.js";
import { bindSockets } from "./wire/sockets.js";

const [, , connectionFile] = process.argv;
try {
  const root = packageFile("");
  const dist = join(root, "dist");
  const snapshot = snapshotFile(dist);
  const connection = readConnection(connectionFile ?? "");
  const end = runKernel({
    sockets: await bindSockets(connection),
    info: kernelInfo(),
    program: {
      command: [join(dist, "kernel-cells.js"), root],
      snapshot: existsSync(snapshot) ? snapshot : undefined,
    },
    historyFolder:
      process.env.VOIPLAB_HISTORY === "off" ? undefined : join(userDataFolder(), kernelName, "history"),
  });
  watchParent(end);
  process.on("SIGTERM", end);
} catch (error) {
  log(`not started (${(error as Error).message})`);
  process.exit(1);
}
