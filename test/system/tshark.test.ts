import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, needed, program, root, run } from "./programs.js";

const shared = needed(join(root, "..", "shared"), "lay it beside the project");
const captures = join(shared, "captures");

test.each(["01-call-100-to-300", "02-register-refused"])(
  "the command line tells of %s what tshark tells",
  (name) => {
    for (const judge of ["tshark", "sox"]) program(judge);
    const [capture] = readdirSync(captures).filter((file) => file.startsWith(`${name}.`));
    const words = ["--voiplab", `${process.execPath} ${cli}`, join(captures, capture ?? name)];
    // Ends with 1 when anything differs, 2 when it could not compare.
    const report = run(program("python3"), [join(shared, "tools", "compare_tshark.py"), ...words]);
    for (const what of ["frames", "sip", "streams", "audio"]) expect(report).toContain(what);
  },
);
