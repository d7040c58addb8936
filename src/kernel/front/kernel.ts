import { log } from "../log.js";
import type { Message } from "../wire/message.js";
import type { Sockets } from "../wire/sockets.js";
import { type Cells, type CellsProgram, startCells } from "./cells.js";
import { complete, inspect, isComplete } from "./editing.js";
import { Execution } from "./execution.js";
import { HistoryFiles } from "./history/files.js";
import { History } from "./history/history.js";
import { createPublisher } from "./publisher.js";
import { boolean } from "./requests.js";

type Answer = object | undefined | Promise<object | undefined>;

export interface KernelSettings {
  sockets: Sockets;
  /** Content of kernel_info_reply. */
  info: object;
  /** What runs the cells. */
  program: CellsProgram;
  /** Where the cells that people run are kept; without it they are forgotten at the end. */
  historyFolder: string | undefined;
}

/** Answers Jupyter's messages. Returns how to end it. */
export function runKernel({ sockets, info, program, historyFolder }: KernelSettings): () => Promise<void> {
  const publisher = createPublisher(sockets);
  const history = new History(historyFolder === undefined ? undefined : new HistoryFiles(historyFolder));
  const execution = new Execution(sockets, publisher, history);
  const cells: Cells = startCells(program, execution);
  const queue: Message[] = [];
  const aborted = new Set<Message>();
  let working = false;
  let asked = false;

  const common: Record<string, (request: Message) => Answer> = {
    kernel_info_request: () => info,
    shutdown_request: ({ content }) => ({ status: "ok", restart: boolean(content, "restart", false) }),
  };
  const shell: typeof common = {
    ...common,
    execute_request: (request) => execute(request),
    complete_request: ({ content }) => complete(content, cells),
    inspect_request: ({ content }) => inspect(content, cells),
    is_complete_request: ({ content }) => isComplete(content, cells),
    history_request: ({ content }) => history.reply(content),
    comm_info_request: () => ({ status: "ok", comms: {} }),
    comm_open: ({ headerBytes, content }) => {
      // no target is registered here: the opening side is told so
      publisher.publish("comm_close", headerBytes, { comm_id: content.comm_id, data: {} });
      return undefined;
    },
    comm_msg: () => undefined,
    comm_close: () => undefined,
  };
  const control: typeof common = {
    ...common,
    interrupt_request() {
      cells.interrupt();
      return { status: "ok" };
    },
  };

  async function execute(request: Message): Promise<object> {
    if (aborted.delete(request)) return execution.aborted();
    const reply = await execution.execute(request, cells);
    if (reply.status === "error" && boolean(request.content, "stop_on_error", true)) {
      for (const waiting of queue) aborted.add(waiting);
    }
    return reply;
  }

  async function answer(channel: "shell" | "control", request: Message): Promise<void> {
    const { msg_type } = request.header;
    const handler = (channel === "shell" ? shell : control)[msg_type];
    if (!handler) return log(`${channel}: ${msg_type} is not known here`);
    asked = true;
    publisher.status("busy", request.headerBytes);
    try {
      const content = await handler(request);
      if (content) reply(channel, request, content);
    } catch (error) {
      const { name, message } = error as Error;
      reply(channel, request, { status: "error", ename: name, evalue: message, traceback: [] });
    }
    publisher.status("idle", request.headerBytes);
    if (msg_type === "shutdown_request") await end();
  }

  function reply(channel: "shell" | "control", request: Message, content: object): void {
    const { identities, headerBytes: parent, header } = request;
    if (!header.msg_type.endsWith("_request")) return;
    sockets.send(channel, {
      identities,
      type: header.msg_type.replace(/request$/, "reply"),
      parent,
      content,
    });
  }

  /** One request of the shell channel after the other; interrupting and ending come by the control channel. */
  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let next = queue.shift(); next; next = queue.shift()) await answer("shell", next);
    working = false;
  }

  async function end(): Promise<void> {
    publisher.flush();
    await cells.stop();
    await sockets.close();
    process.exit(0);
  }

  sockets.receive("shell", (request) => {
    queue.push(request);
    void work();
  });
  sockets.receive("control", (request) => void answer("control", request));
  sockets.receive("stdin", (message) => execution.answer(message, cells));
  process.on("SIGINT", () => cells.interrupt());
  // nobody hears it earlier; a client that is welcomed hears nothing before that
  sockets.heard.then(() => {
    if (!asked) publisher.status("starting", undefined);
  });
  return end;
}
