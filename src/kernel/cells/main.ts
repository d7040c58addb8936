/* The process that runs the cells; argv: the package's folder. Without `await` up here: a snapshot requires it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Request } from "../pipe/protocol.js";
import { memorySettings } from "../snapshot-file.js";
import { receiveRequests, sendReply } from "./channel.js";
import { carryChartLibrary } from "./charts.js";
import { libraryIn } from "./compiler/places.js";
import { loadCompiler } from "./compiler/typescript.js";
import { followCells, followTicks } from "./context.js";
import { clearOutput, display } from "./display.js";
import { complete, inspect, isComplete } from "./editor.js";
import { executeCell } from "./execute.js";
import { answerInput, input } from "./input.js";
import { followScripts, listenForInterrupts } from "./interruption.js";
import { defineGlobals, offerLibrary, resolveLibrary } from "./library.js";
import { progress, showLongWork } from "./progress.js";
import { createSession } from "./session.js";
import { describeStacks } from "./stack.js";
import { captureStreams } from "./streams.js";
import { followTimers } from "./timers.js";
import { guardExit, reportError, surviveTrouble } from "./trouble.js";

const [, , root] = process.argv as [string, string, string];
const dist = join(root, "dist");
for (const name of Object.keys(memorySettings)) delete process.env[name];
const exit = guardExit();

captureStreams();
describeStacks([dist, "/tslab/dist/", "/@tslab/"]);
followCells();
followTicks();
followTimers(reportError);
followScripts();
resolveLibrary({ voiplab: join(dist, "index.js"), "voiplab/core": join(dist, "core.js") });

const names = JSON.parse(readFileSync(join(dist, "library-names.json"), "utf8"));
const prepare = offerLibrary(join(dist, "index.js"), names, carryChartLibrary);
const compiler = loadCompiler(join(root, "package.json"), libraryIn(dist));
const session = createSession(compiler, process.cwd(), prepare);
defineGlobals({ display, clearOutput, input, progress });
showLongWork();
listenForInterrupts(join(dist, "kernel-interrupter.cjs"));
surviveTrouble();
receiveRequests(take, () => exit(0));

function take(request: Request): void {
  const { id } = request;
  switch (request.type) {
    case "execute":
      executeCell(session, request).then((reply) => sendReply(id, reply));
      break;
    case "complete":
      sendReply(id, complete(session, request.code, request.position));
      break;
    case "inspect":
      sendReply(id, inspect(session, request.code, request.position));
      break;
    case "isComplete":
      sendReply(id, isComplete(compiler.typescript, request.code));
      break;
    case "input":
      answerInput(id, request.value);
      break;
  }
}
