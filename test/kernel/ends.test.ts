import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestKernel } from "./client.js";

/** Stands in for the server that starts kernels. */
function startParent() {
  return spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "inherit"] });
}

let parent: ReturnType<typeof startParent>;
let kernel: TestKernel;
/** A connection that lasts as long as the process of the cells. */
let lifeline: Socket;

beforeEach(async () => {
  parent = startParent();
  kernel = await TestKernel.start({ parent: parent.pid as number });
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const [[socket]] = await Promise.all([
    once(server, "connection"),
    kernel.run(`import { connect } from "node:net"; const lifeline = connect(${port}, "127.0.0.1"); 0`),
  ]);
  lifeline = socket.resume().on("error", () => {});
  server.close();
});

afterEach(async () => {
  parent.kill("SIGKILL");
  await kernel.stop();
});

const gone = () => Promise.all([once(kernel.process, "exit"), once(lifeline, "close")]);

/** A cell that never ends, once it runs. */
async function spin(): Promise<void> {
  const id = await kernel.execute('console.log("spinning"); for (;;) {}');
  await kernel.until(() =>
    kernel.received.some((one) => one.parent === id && one.content.text === "spinning\n"),
  );
}

describe("both processes of a kernel end", () => {
  it.each([
    ["idle", async () => {}],
    ["in a loop", spin],
  ])("when what started it is killed: %s", async (_, begin) => {
    await begin();
    const ended = gone();
    parent.kill("SIGKILL");
    await ended;
  });

  it("when the one that speaks with Jupyter is killed, also while a cell runs", async () => {
    await spin();
    const ended = gone();
    kernel.process.kill("SIGKILL");
    await ended;
  });

  it("when they are asked to by SIGTERM", async () => {
    const ended = gone();
    kernel.process.kill("SIGTERM");
    await ended;
    expect(kernel.process.exitCode).toBe(0);
  });
});

// /proc tells it on Linux only
it.runIf(process.platform === "linux")(
  "a kernel listens where the connection file says, and nowhere else",
  async () => {
    const cells = await kernel.value("process.pid");
    const sockets = new Set(
      [kernel.process.pid, cells].flatMap((pid) =>
        readdirSync(`/proc/${pid}/fd`).map((descriptor) => linkOf(`/proc/${pid}/fd/${descriptor}`)),
      ),
    );
    // sl local_address rem_address st … inode; 0A is LISTEN
    const listening = ["tcp", "tcp6", "udp", "udp6"].flatMap((table) =>
      readFileSync(`/proc/${kernel.process.pid}/net/${table}`, "utf8")
        .split("\n")
        .map((line) => line.trim().split(/\s+/))
        .filter(
          ([, , , state, , , , , , inode]) =>
            (state === "0A" || table.startsWith("udp")) && sockets.has(`socket:[${inode}]`),
        )
        .map(([, address]) => `${table} ${address}`),
    );
    const expected = ["shell", "iopub", "stdin", "control", "hb"].map(
      (name) => `tcp 0100007F:${kernel.port(name).toString(16).toUpperCase().padStart(4, "0")}`,
    );
    expect(listening.sort()).toEqual(expected.sort());
  },
);

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ""; // closed in between
  }
}
