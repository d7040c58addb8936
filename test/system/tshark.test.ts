import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CAPTURE } from "../trame-asterisk/report.js";
import { cli, needed, program, root, run } from "./programs.js";

const shared = needed(join(root, "..", "shared"), "lay it beside the project");
const captures = join(shared, "captures");

test.each([
  join(captures, "01-call-100-to-300.pcapng"),
  join(captures, "02-register-refused.pcapng"),
  fileURLToPath(CAPTURE),
])("the command line tells of %s what tshark tells", (capture) => {
  for (const judge of ["tshark", "sox"]) program(judge);
  const words = ["--voiplab", `${process.execPath} ${cli}`, capture];
  // Ends with 1 when anything differs, 2 when it could not compare.
  const report = run(program("python3"), [join(shared, "tools", "compare_tshark.py"), ...words]);
  for (const what of ["frames", "sip", "streams", "audio"]) expect(report).toContain(what);
});
