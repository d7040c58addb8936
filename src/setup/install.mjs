// What has to be there before the tests: dependencies and dist/.
import { checkNode } from "./node-version.mjs";

if (checkNode()) import("./prepare.mjs").then(({ prepare }) => prepare());
