import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { setLanguage } from "../../language.js";
import { log } from "../log.js";
import { message } from "../messages.js";
import { encodeFrame, type Frame, FrameReader } from "../pipe/frames.js";
import { descriptors, type Event, type Request, type StreamName } from "../pipe/protocol.js";
import { engineSettings, memorySettings } from "../snapshot-file.js";
import { LastWords } from "./last-words.js";

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
  request: Request;
  resolve(content: Buffer): void;
  reject(reason: Error): void;
}

/** Cells load ECMAScript modules with `require`, which Node 20 calls experimental at each first time. */
const settings = ["--disable-warning=ExperimentalWarning", ...engineSettings];

/** Milliseconds for a cell's own farewell (`process.on("exit")`) before the process is killed. */
const grace = 300;

/** How to start it. */
export interface CellsProgram {
  /** Arguments for Node: the program, and what it wants to know. */
  command: string[];
  /** A start-up snapshot; a Node that was built otherwise refuses it. */
  snapshot: string | undefined;
}

export function startCells({ command, snapshot }: CellsProgram, listener: CellsListener): Cells {
  const waiting = new Map<string, Waiting>();
  let fast = snapshot === undefined ? [] : ["--snapshot-blob", snapshot];
  let stopping = false;
  /** Whether this process reads requests yet, what it wrote before, and what when it crashed. */
  let ready = false;
  let firstWords = "";
  let lastWords = new LastWords();
  /** Cells that this process was asked to run. */
  let asked = 0;
  let child: ChildProcess | undefined = start();

  function start(): ChildProcess {
    asked = 0;
    const started = spawn(process.execPath, [...fast, ...settings, ...command], {
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe", "pipe"],
      env: { ...process.env, ...memorySettings },
    });
    for (const name of ["stdout", "stderr"] as const) {
      started[name]?.setEncoding("utf8").on("data", (text: string) => {
        const shown = name === "stderr" ? lastWords.hear(text) : text;
        if (!ready) firstWords += shown;
        else if (shown !== "") listener.text(name, shown);
      });
    }
    for (const pipe of started.stdio) pipe?.on("error", () => {}); // the process is gone: its end tells
    const frames = new FrameReader<Event>();
    const events = started.stdio[descriptors.events] as Readable;
    events.on("data", (piece: Buffer) => {
      for (const frame of frames.push(piece)) take(frame);
    });
    const read = new Promise<void>((closed) => events.on("close", closed));
    started.on("exit", async (code, signal) => {
      await read; // what it said last
      ended(signal ?? `exit code ${code}`);
    });
    return started;
  }

  function take(frame: Frame<Event>): void {
    const { head, body } = frame;
    const held = lastWords.take();
    if (held !== "") listener.text("stderr", held);
    if (head.type === "ready") {
      ready = true;
    } else if (head.type === "reply") {
      setLanguage(head.language);
      waiting.get(head.id)?.resolve(body);
      waiting.delete(head.id);
    } else {
      listener.event(frame);
    }
  }

  function ended(how: string): void {
    if (stopping) return;
    const lost = [...waiting.values()];
    const reason = lastWords.memoryWasFull ? message("memoryFull", how) : how;
    for (const words of [firstWords, lastWords.take()]) if (words.trim() !== "") log(words.trim());
    firstWords = "";
    lastWords = new LastWords();
    if (!ready && fast.length > 0) {
      fast = [];
      child = start();
      for (const { request } of lost) send(request);
      return;
    }
    waiting.clear();
    // one that never was ready would only die again: it is tried when somebody asks
    child = ready ? start() : undefined;
    ready = false;
    for (const { reject } of lost) reject(new Error(message("crashed", reason)));
  }

  function send(request: Request): void {
    child ??= start();
    if (request.type === "execute") asked++;
    writable(child, descriptors.requests).write(encodeFrame(request));
  }

  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { request, resolve, reject });
        send(request);
      });
    },
    answerInput: (id, value) => send({ type: "input", id, value }),
    interrupt() {
      // kept until somebody reads it, an interrupt of nothing would hit the first cell
      if (!child || (!ready && waiting.size === 0)) return;
      const runs = [...waiting.values()].some(({ request }) => request.type === "execute");
      const word = Buffer.alloc(4);
      word.writeUInt32LE(runs ? asked : 0);
      writable(child, descriptors.interrupts).write(word);
    },
    async stop() {
      stopping = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      const kill = setTimeout(() => child?.kill("SIGKILL"), grace);
      // the interrupter reads until the end, and a process waits for its threads
      for (const descriptor of [descriptors.interrupts, descriptors.requests])
        writable(child, descriptor).end();
      await gone;
      clearTimeout(kill);
    },
  };
}

function writable(child: ChildProcess, descriptor: number): Writable {
  return child.stdio[descriptor] as Writable;
}
