import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { message } from "../messages.js";
import { encodeFrame, type Frame, FrameReader } from "../pipe/frames.js";
import { descriptors, type Event, type Request, type StreamName } from "../pipe/protocol.js";

/** What the process of the cells tells without being asked. */
export interface CellsListener {
  event(frame: Frame<Event>): void;
  /** Text written around `process.stdout`: by native code, by programs that a cell starts. */
  text(name: StreamName, text: string): void;
}

/** The process that runs the cells, started anew when it dies. */
export interface Cells {
  /** Asks, and resolves to the reply's content as JSON; rejects with the reason when the process dies over it. */
  ask(request: Exclude<Request, { type: "input" }>): Promise<Buffer>;
  answerInput(id: string, value: string): void;
  interrupt(): void;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
}

interface Waiting {
  resolve(content: Buffer): void;
  reject(reason: Error): void;
}

/** Milliseconds for a cell's own farewell (`process.on("exit")`) before the process is killed. */
const grace = 300;

/** @param command the arguments for Node: the program, and what it wants to know */
export function startCells(command: string[], listener: CellsListener): Cells {
  const waiting = new Map<string, Waiting>();
  let stopping = false;
  let useful = false;
  let child: ChildProcess | undefined = start();

  function start(): ChildProcess {
    const started = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...command], {
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe", "pipe"],
    });
    for (const name of ["stdout", "stderr"] as const) {
      started[name]?.setEncoding("utf8").on("data", (text: string) => listener.text(name, text));
    }
    for (const descriptor of [descriptors.requests, descriptors.interrupts]) {
      writable(started, descriptor).on("error", () => {}); // the process is gone: its end tells
    }
    const frames = new FrameReader<Event>();
    const events = started.stdio[descriptors.events] as Readable;
    events.on("data", (piece: Buffer) => {
      for (const frame of frames.push(piece)) take(frame);
    });
    const read = once(events, "close");
    started.on("exit", async (code, signal) => {
      await read; // what it said last
      ended(signal ?? `exit code ${code}`);
    });
    return started;
  }

  function take(frame: Frame<Event>): void {
    const { head, body } = frame;
    if (head.type === "reply") {
      useful = true;
      waiting.get(head.id)?.resolve(body);
      waiting.delete(head.id);
    } else {
      listener.event(frame);
    }
  }

  function ended(how: string): void {
    if (stopping) return;
    const lost = [...waiting.values()];
    waiting.clear();
    // one that never answered would only die again: it is tried when somebody asks
    child = useful ? start() : undefined;
    useful = false;
    for (const { reject } of lost) reject(new Error(message("crashed", how)));
  }

  function send(request: Request): void {
    child ??= start();
    writable(child, descriptors.requests).write(encodeFrame(request));
  }

  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        send(request);
      });
    },
    answerInput: (id, value) => send({ type: "input", id, value }),
    interrupt() {
      if (child) writable(child, descriptors.interrupts).write("!");
    },
    async stop() {
      stopping = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      const kill = setTimeout(() => child?.kill("SIGKILL"), grace);
      writable(child, descriptors.requests).end();
      await gone;
      clearTimeout(kill);
    },
  };
}

function writable(child: ChildProcess, descriptor: number): Writable {
  return child.stdio[descriptor] as Writable;
}
