// One start of a kernel: what it costs until it answers, until the first result, a cell, and in memory, as JSON.
// argv: the checkout, then the kernel's own argv as in its kernel.json.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as ZeroMQ from "zeromq";
import { messageParts, readFrames, sendParts, session } from "../kernel/wire.js";
import { LOST } from "./kernels.js";

/** What one start of a kernel costs. */
export interface KernelCost {
  /** Seconds from its start to the first kernel_info_reply. */
  ready: number;
  /** Seconds from its start to the result of the first cell. */
  first: number;
  /** Milliseconds from sending a cell to its result and its reply, the median. */
  cell: number;
  /** MiB resident, of all its processes, after the cells. */
  memory: number;
}

const CELLS = 40;
/** Seconds that a start may take at most. */
const PATIENCE = 60;
const KEY = "bench";
const [root, program, ...words] = process.argv.slice(2) as [string, string, ...string[]];
const { Dealer, Subscriber } = createRequire(join(root, "package.json"))("zeromq") as typeof ZeroMQ;

const folder = mkdtempSync(join(tmpdir(), "voiplab-kernel-bench-"));
const file = join(folder, "connection.json");
const ports = await freePorts(["shell", "iopub", "stdin", "control", "hb"]);
const settings = { transport: "tcp", ip: "127.0.0.1", key: KEY, signature_scheme: "hmac-sha256" };
writeFileSync(file, JSON.stringify({ ...settings, ...ports }));
const started = performance.now();
const kernel = spawn(
  program,
  words.map((word) => word.replace("{connection_file}", file)),
  { cwd: folder, stdio: ["ignore", 2, 2] },
);
setTimeout(() => end(LOST), PATIENCE * 1000);
const shell = new Dealer({ routingId: session, linger: 0 });
const iopub = new Subscriber();
shell.connect(`tcp://127.0.0.1:${ports.shell_port}`);
iopub.connect(`tcp://127.0.0.1:${ports.iopub_port}`);
iopub.subscribe();

await ask("kernel_info_request", {});
const answered = performance.now();
// a subscription takes a moment, and what is published before is lost
let heard = false;
void iopub.receive().then(() => {
  heard = true;
});
while (!heard) await ask("kernel_info_request", {});
const asked = performance.now();
await run("1 + 1", "2");
const ready = (answered - started) / 1000;
const first = ready + (performance.now() - asked) / 1000;
const times: number[] = [];
for (let i = 0; i < CELLS; i++) {
  const sent = performance.now();
  await run(`let v${i} = ${i} * 2; v${i} + 1000`, String(i * 2 + 1000));
  times.push(performance.now() - sent);
}
const wrong = await ask("execute_request", { code: 'let wrong: number = "text"' });
if (wrong.content.status !== "error") throw new Error(`${program} does not check types`);
const cost: KernelCost = {
  ready,
  first,
  cell: times.sort((a, b) => a - b)[CELLS >> 1]!,
  memory: resident(kernel.pid!),
};
console.log(JSON.stringify(cost));
end(0);

function end(status: number): never {
  kernel.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  process.exit(status);
}

async function ask(type: string, content: object) {
  const { id, parts } = messageParts(type, content);
  await sendParts(shell, KEY, parts);
  for (;;) {
    const reply = readFrames((await shell.receive()) as Buffer[], KEY);
    if (reply.parent === id) return reply;
  }
}

/** Runs a cell; throws where its result does not come. */
async function run(code: string, result: string): Promise<void> {
  const request = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
  const reply = ask("execute_request", request);
  let seen = "";
  for (;;) {
    const { type, content } = readFrames((await iopub.receive()) as Buffer[], KEY);
    if (type !== "status" && type !== "execute_input") seen += JSON.stringify(content);
    if (seen.includes(result)) break;
  }
  if ((await reply).content.status !== "ok") throw new Error(`${code} was refused`);
}

async function freePorts(names: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of names) {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    found[`${name}_port`] = (server.address() as { port: number }).port;
    server.close();
  }
  return found;
}

/** MiB of a process and of those that it started. */
function resident(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const children = threads.flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kilobytes) / 1024 + children.reduce((sum, child) => sum + resident(child), 0);
}
