#!/usr/bin/env node
import { main } from "./cli/main.js";

// Here, and only here, the faces meet: the command line is handed the other two, each loaded when it is called for.
process.exitCode = await main(process.argv.slice(2), {
  exporter: () => import("./export/index.js"),
  kernel: () => import("./kernel/index.js"),
});
