import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Dealer, Request, Subscriber } from "zeromq";
import { type ClientMessage, messageParts, readFrames, sendParts, session } from "./wire.js";

const program = fileURLToPath(new URL("../../dist/kernel.js", import.meta.url));
const key = "a key for the tests";
const channels = ["shell", "control", "stdin"] as const;
type Channel = (typeof channels)[number];

/** What one cell brought. */
export interface Run {
  // biome-ignore lint/suspicious/noExplicitAny: contents are what the tests look into
  reply: any;
  /** Its messages on iopub, without the status. */
  outputs: ClientMessage[];
  /** The text that it wrote. */
  text(name?: "stdout" | "stderr"): string;
  /** The contents of its messages of a type. */
  // biome-ignore lint/suspicious/noExplicitAny: contents are what the tests look into
  of(type: string): any[];
}

/** What a kernel is told by whoever starts it. */
interface Surroundings {
  /** Jupyter's folder of what is the user's own; one in the kernel's folder where it is left out. */
  data?: string;
  /** The process with which it is to end; the tests' own where it is left out. */
  parent?: number;
  /** Environment variables besides the tests' own. */
  env?: NodeJS.ProcessEnv;
}

/** A kernel of its own in an empty folder, and a client of it. */
export class TestKernel {
  readonly key = key;
  readonly folder: string;
  readonly received: ClientMessage[] = [];
  readonly process: ChildProcess;
  log = "";
  readonly #ports: Record<string, number>;
  readonly #sockets: Record<Channel, Dealer>;
  readonly #iopub = new Subscriber();
  readonly #waiting = new Set<() => void>();

  private constructor(
    folder: string,
    ports: Record<string, number>,
    { data, parent, env: more }: Surroundings,
  ) {
    this.folder = folder;
    this.#ports = ports;
    const file = join(folder, "connection.json");
    const settings = { transport: "tcp", ip: "127.0.0.1", key, signature_scheme: "hmac-sha256" };
    writeFileSync(file, JSON.stringify({ ...settings, ...ports }));
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_PATH: undefined,
      JUPYTER_DATA_DIR: data ?? join(folder, "jupyter"),
      JPY_PARENT_PID: String(parent ?? process.pid),
      ...more,
    };
    this.process = spawn(process.execPath, [program, file], {
      cwd: folder,
      env,
      stdio: ["ignore", 1, "pipe"],
    });
    this.process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.log += text;
      this.#wake();
    });
    const sockets = channels.map((name) => [name, this.connect(name)] as const);
    this.#sockets = Object.fromEntries(sockets) as Record<Channel, Dealer>;
    for (const [, socket] of sockets) void this.#read(socket);
    this.#iopub.connect(this.#address("iopub"));
    this.#iopub.subscribe();
    void this.#read(this.#iopub);
  }

  static async start(surroundings: Surroundings = {}): Promise<TestKernel> {
    const names = ["shell", "iopub", "stdin", "control", "hb"].map((name) => `${name}_port`);
    const ports = await freePorts(names.length);
    const folder = mkdtempSync(join(tmpdir(), "voiplab-kernel-"));
    const kernel = new TestKernel(
      folder,
      Object.fromEntries(names.map((name, index) => [name, ports[index] as number])),
      surroundings,
    );
    // a subscription takes a moment: the kernel is asked until its answers are heard on iopub too
    for (let heard = false; !heard; ) {
      const id = await kernel.send("shell", "kernel_info_request", {});
      await kernel.until(() =>
        kernel.received.some(({ parent, type }) => parent === id && type.endsWith("_reply")),
      );
      heard = kernel.received.some(({ type }) => type === "status");
    }
    return kernel;
  }

  port(name: string): number {
    return this.#ports[`${name}_port`] as number;
  }

  #address(name: string): string {
    return `tcp://127.0.0.1:${this.port(name)}`;
  }

  /** A connection besides the client's own. */
  connect(name: Channel, routingId: string = session): Dealer {
    const socket = new Dealer({ routingId, linger: 0 });
    socket.connect(this.#address(name));
    return socket;
  }

  /** Asks for one more topic of iopub. */
  subscribe(topic: string): void {
    this.#iopub.subscribe(topic);
  }

  async heartbeat(text: string): Promise<string> {
    const socket = new Request({ linger: 0 });
    socket.connect(this.#address("hb"));
    await socket.send(text);
    const [echo] = await socket.receive();
    socket.close();
    return String(echo);
  }

  async #read(socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) {
      this.received.push(readFrames(frames as Buffer[], key));
      this.#wake();
    }
  }

  #wake(): void {
    for (const look of this.#waiting) look();
  }

  /** Resolves when something is true after a message, or a line in the log; a test's own limit ends the wait. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  async send(
    channel: Channel,
    type: string,
    content: object,
    parent?: object,
    metadata?: object,
  ): Promise<string> {
    const { id, parts } = messageParts(type, content, parent, metadata);
    await sendParts(this.#sockets[channel], key, parts);
    return id;
  }

  /** The content of the reply. */
  async ask(channel: Channel, type: string, content: object = {}) {
    const id = await this.send(channel, type, content);
    return this.#answer(id);
  }

  async #answer(id: string) {
    const reply = () => this.received.find(({ parent, type }) => parent === id && type.endsWith("_reply"));
    await this.until(() => reply() !== undefined);
    return reply()?.content;
  }

  execute(code: string, content: object = {}, metadata?: object): Promise<string> {
    const request = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
    return this.send("shell", "execute_request", { ...request, ...content }, undefined, metadata);
  }

  async finish(id: string): Promise<Run> {
    const reply = await this.#answer(id);
    const own = () => this.received.filter(({ parent, type }) => parent === id && !type.endsWith("_reply"));
    await this.until(() => own().some(({ content }) => content.execution_state === "idle"));
    const outputs = own().filter(({ type }) => type !== "status");
    const of = (type: string) => outputs.filter((one) => one.type === type).map(({ content }) => content);
    const text = (name = "stdout") =>
      of("stream")
        .filter((one) => one.name === name)
        .map((one) => one.text)
        .join("");
    return { reply, outputs, of, text };
  }

  async run(code: string, content: object = {}, metadata?: object): Promise<Run> {
    return this.finish(await this.execute(code, content, metadata));
  }

  /** The result of a cell, as text. */
  async value(code: string): Promise<string | undefined> {
    return (await this.run(code)).of("execute_result")[0]?.data["text/plain"];
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = once(this.process, "exit");
      await this.send("control", "shutdown_request", { restart: false });
      await gone;
    }
    for (const socket of [...Object.values(this.#sockets), this.#iopub]) socket.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  const ports: number[] = [];
  for (const server of servers) {
    if (!server.listening) await once(server, "listening");
    ports.push((server.address() as { port: number }).port);
  }
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
