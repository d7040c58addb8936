// `npm start`: from a clean clone to lessons on the screen. Runs before anything is installed, on any Node.
import { checkNode } from "./node-version.mjs";

if (checkNode()) {
  import("./prepare.mjs").then(({ prepare, cli }) => {
    prepare();
    process.argv.splice(1, 1, cli, "lab");
    return import("../../dist/cli.js");
  });
}
