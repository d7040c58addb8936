import type { Dealer, Request, Subscriber } from "zeromq";
import { type ConnectionFile, writeConnectionFile } from "./connection.js";
import type { Kernelspec } from "./kernelspec.js";
import { KernelProcess } from "./process.js";
import { type Message, Wire } from "./wire.js";

/** What a cell's execution is watched with. */
export interface CellSink {
  /** A message on iopub whose parent is the cell's request, in the order of arrival. */
  output(message: Message): void;
}

/** How a kernel's end is told to whoever was waiting for it. */
export class KernelDied extends Error {}

/** A cell asked its user something, and nobody is there. */
export class InputAsked extends Error {}

interface Pending {
  reply?: Message;
  idle: boolean;
  resolve(reply: Message): void;
  reject(error: Error): void;
}

const startPatience = 60_000;
const leavePatience = 5_000;

/** A running kernel, spoken to over its five sockets. */
export class KernelClient {
  private readonly pending = new Map<string, Pending>();
  private readonly sinks = new Map<string, CellSink>();
  private sending: Promise<unknown> = Promise.resolve();
  private leaving = false;

  private constructor(
    private readonly process: KernelProcess,
    private readonly file: ConnectionFile,
    private readonly wire: Wire,
    private readonly sockets: {
      shell: Dealer;
      control: Dealer;
      stdin: Dealer;
      iopub: Subscriber;
      hb: Request;
    },
  ) {
    this.listen(sockets.shell, (message) => this.replied(message));
    this.listen(sockets.control, (message) => this.replied(message));
    this.listen(sockets.stdin, (message) => this.asked(message));
    this.listen(sockets.iopub, (message) => this.published(message));
    process.ended.then((how) => this.failAll(new KernelDied(how)));
  }

  /** Starts the kernel in `cwd` and waits until it answers and its iopub socket is heard. */
  static async start(spec: Kernelspec, cwd: string, signal: AbortSignal): Promise<KernelClient> {
    const { Dealer, Request, Subscriber } = await import("zeromq");
    const file = await writeConnectionFile(spec.name);
    const { info } = file;
    const address = (port: number) => `${info.transport}://${info.ip}:${port}`;
    const wire = new Wire(info.key);
    // A kernel asks for input on stdin under the identity that the request on shell came from.
    const identity = { linger: 0, routingId: wire.session };
    const sockets = {
      shell: new Dealer(identity),
      control: new Dealer(identity),
      stdin: new Dealer(identity),
      iopub: new Subscriber({ linger: 0, receiveHighWaterMark: 0 }),
      hb: new Request({ linger: 0 }),
    };
    const stdinHeard = new Promise<void>((heard) => sockets.stdin.events.on("handshake", () => heard()));
    sockets.shell.connect(address(info.shell_port));
    sockets.control.connect(address(info.control_port));
    sockets.stdin.connect(address(info.stdin_port));
    sockets.iopub.connect(address(info.iopub_port));
    sockets.iopub.subscribe("");
    sockets.hb.connect(address(info.hb_port));
    const client = new KernelClient(new KernelProcess(spec, file.path, cwd), file, wire, sockets);
    const stop = () => client.abandon();
    signal.addEventListener("abort", stop);
    try {
      await client.ready(stdinHeard);
    } catch (error) {
      client.abandon();
      throw error;
    } finally {
      signal.removeEventListener("abort", stop);
    }
    return client;
  }

  /** Runs a cell; resolves to its `execute_reply` when the kernel has answered and is idle again. */
  execute(code: string, sink: CellSink): Promise<Message> {
    const request = this.wire.message("execute_request", {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    });
    // Kept after the reply: what a timer prints later belongs to its own cell.
    this.sinks.set(request.header.msg_id, sink);
    return this.request(this.sockets.shell, request);
  }

  /** Asks the kernel to leave, ends it if it does not, and takes away what was made for it. */
  async shutdown(): Promise<void> {
    this.leaving = true;
    this.request(this.sockets.control, this.wire.message("shutdown_request", { restart: false })).catch(
      () => {},
    );
    await this.process.leave(leavePatience);
    this.close();
  }

  /** Ends the kernel now. */
  abandon(): void {
    this.leaving = true;
    this.process.kill();
    this.close();
  }

  /**
   * A heartbeat tells that the sockets are bound; then a request is repeated until iopub echoes one. What a kernel asks
   * on stdin before the connection is made would be lost.
   */
  private async ready(stdinHeard: Promise<void>): Promise<void> {
    const late = new Promise<never>((_, reject) => {
      const timer = setTimeout(reject, startPatience, new KernelDied("")).unref();
      this.process.ended.then((how) => {
        clearTimeout(timer);
        reject(new KernelDied(how));
      });
    });
    late.catch(() => {});
    await Promise.race([late, Promise.all([this.beat(), stdinHeard])]);
    let heard = false;
    while (!heard) {
      const request = this.wire.message("kernel_info_request", {});
      const echoed = new Promise<void>((resolve) => {
        this.sinks.set(request.header.msg_id, {
          output: () => {
            heard = true;
            resolve();
          },
        });
      });
      await Promise.race([late, this.answer(request)]);
      await Promise.race([echoed, new Promise((resolve) => setTimeout(resolve, 50))]);
      this.sinks.delete(request.header.msg_id);
    }
  }

  private async beat(): Promise<void> {
    await this.sockets.hb.send("voiplab");
    await this.sockets.hb.receive();
  }

  /** A request whose reply alone is waited for: its idle status may have been published before iopub was heard. */
  private answer(request: Message): Promise<Message> {
    const reply = this.request(this.sockets.shell, request);
    this.pending.get(request.header.msg_id)!.idle = true;
    return reply;
  }

  private request(socket: Dealer, request: Message): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.pending.set(request.header.msg_id, { idle: false, resolve, reject });
      // One message after the other: a socket takes no second one while it is busy with the first.
      this.sending = this.sending.then(() => socket.send(this.wire.encode(request))).catch(reject);
    });
  }

  private async listen(socket: Dealer | Subscriber, take: (message: Message) => void): Promise<void> {
    try {
      for await (const frames of socket) {
        const message = this.wire.decode(frames);
        if (message) take(message);
      }
    } catch (error) {
      if (!this.leaving) this.failAll(error as Error);
    }
  }

  private replied(message: Message): void {
    this.settle(message.parent.msg_id, (pending) => {
      pending.reply = message;
    });
  }

  private published(message: Message): void {
    const id = message.parent.msg_id;
    if (id !== undefined) this.sinks.get(id)?.output(message);
    if (message.header.msg_type === "status" && message.content.execution_state === "idle")
      this.settle(id, (pending) => {
        pending.idle = true;
      });
  }

  private asked(message: Message): void {
    const pending = this.pending.get(message.parent.msg_id ?? "");
    pending?.reject(new InputAsked(String(message.content.prompt ?? "")));
  }

  private settle(id: string | undefined, note: (pending: Pending) => void): void {
    const pending = this.pending.get(id ?? "");
    if (!pending) return;
    note(pending);
    if (!pending.reply || !pending.idle) return;
    this.pending.delete(id!);
    pending.resolve(pending.reply);
  }

  private failAll(error: Error): void {
    for (const pending of this.pending.values()) pending.reject(error);
    this.pending.clear();
  }

  private close(): void {
    for (const socket of Object.values(this.sockets)) socket.close();
    this.file.remove();
  }
}
