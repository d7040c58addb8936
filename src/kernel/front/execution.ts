import type { Frame } from "../pipe/frames.js";
import type { Event, ExecuteReply, OutputMessage, StreamName } from "../pipe/protocol.js";
import type { Message } from "../wire/message.js";
import type { Sockets } from "../wire/sockets.js";
import type { Cells, CellsListener } from "./cells.js";
import type { History } from "./history/history.js";
import type { Publisher } from "./publisher.js";
import { boolean, string, strings } from "./requests.js";

/** Requests whose outputs may still come: a timer speaks long after its cell. */
const remembered = 10_000;
/** Bytes of a result that goes into the history. */
const longestOutput = 10_000;

/** Runs cells one by one and carries what they say to the client that asked. */
export class Execution implements CellsListener {
  readonly #sockets: Sockets;
  readonly #publisher: Publisher;
  readonly #history: History;
  readonly #asked = new Map<string, Message>();
  /** Questions that wait for an answer: `msg_id` of the input_request → the question's id. */
  readonly #questions = new Map<string, string>();
  #latest: Message | undefined;
  #count = 0;

  constructor(sockets: Sockets, publisher: Publisher, history: History) {
    this.#sockets = sockets;
    this.#publisher = publisher;
    this.#history = history;
  }

  /** Runs one cell; resolves to the content of its execute_reply. */
  async execute(request: Message, cells: Cells): Promise<ExecuteReply & { execution_count: number }> {
    const { content, header, headerBytes, metadata } = request;
    const code = string(content, "code");
    const silent = boolean(content, "silent", false);
    const allowStdin = boolean(content, "allow_stdin", true);
    const stored = !silent && boolean(content, "store_history", true);
    const execution_count = this.#count + 1;
    this.#remember(request);
    const asked = cells.ask({
      type: "execute",
      id: header.msg_id,
      code,
      cell: string(metadata, "cellId"),
      count: execution_count,
      silent,
      allowStdin,
      userExpressions: strings(content, "user_expressions"),
    });
    // while the cell is compiled: what comes of it is heard later
    if (stored) {
      this.#count = execution_count;
      this.#history.add(execution_count, code, allowStdin);
    }
    if (!silent) this.#publisher.publish("execute_input", headerBytes, { code, execution_count });
    try {
      const reply = await asked;
      return { ...(JSON.parse(reply.toString()) as ExecuteReply), execution_count };
    } catch (error) {
      const evalue = (error as Error).message;
      const failure = { ename: "KernelError", evalue, traceback: [evalue] };
      this.#publisher.publish("error", headerBytes, failure);
      return { status: "error", ...failure, execution_count };
    } finally {
      this.#questions.clear();
    }
  }

  #remember(request: Message): void {
    this.#latest = request;
    this.#asked.set(request.header.msg_id, request);
    if (this.#asked.size > remembered) {
      const [oldest] = this.#asked.keys();
      this.#asked.delete(oldest as string);
    }
  }

  event({ head, body }: Frame<Event>): void {
    if (head.type === "reply" || head.type === "ready") return;
    const request = this.#asked.get(head.cell) ?? this.#latest;
    if (!request) return;
    if (head.type === "stream") this.#publisher.stream(head.name, request.headerBytes, body.toString());
    else if (head.type === "publish") this.#publish(request, head.message, body);
    else this.#askReader(request, head);
  }

  #publish(request: Message, type: OutputMessage, content: Buffer): void {
    this.#publisher.publish(type, request.headerBytes, content);
    if (type !== "execute_result" || content.length > longestOutput) return;
    const { execution_count, data } = JSON.parse(content.toString());
    if (typeof data["text/plain"] === "string") this.#history.addOutput(execution_count, data["text/plain"]);
  }

  text(name: StreamName, text: string): void {
    if (this.#latest) this.#publisher.stream(name, this.#latest.headerBytes, text);
    else process.stderr.write(text);
  }

  #askReader(request: Message, { id, prompt, password }: Extract<Event, { type: "input" }>): void {
    this.#publisher.flush(); // the reader sees first what led to the question
    const asked = this.#sockets.send("stdin", {
      identities: request.identities,
      type: "input_request",
      parent: request.headerBytes,
      content: { prompt, password },
    });
    this.#questions.set(asked, id);
  }

  /** Takes a client's answer; some clients do not say to which question: then it is the last. */
  answer(reply: Message, cells: Cells): void {
    const question = this.#questions.get(reply.parent.msg_id ?? "") ?? [...this.#questions.values()].at(-1);
    if (reply.header.msg_type === "input_reply" && question !== undefined) {
      cells.answerInput(question, string(reply.content, "value"));
    }
  }

  /** What a client is told whose cell was not run since one before it failed. */
  aborted() {
    return { status: "aborted", execution_count: this.#count };
  }
}
