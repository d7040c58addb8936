import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { delimiter } from "node:path";
import type { Kernelspec } from "./kernelspec.js";

/** A kernel's process, in a process group of its own: the terminal's Ctrl-C does not reach it. */
export class KernelProcess {
  /** Settles when the process has ended, with a word on how. */
  readonly ended: Promise<string>;
  private readonly child: ChildProcess;
  private lastWords = "";
  private running = true;
  private readonly onExit = () => this.kill();

  constructor(spec: Kernelspec, connectionFile: string, cwd: string) {
    const [program, ...words] = spec.argv.map((word) =>
      word.replaceAll("{connection_file}", connectionFile).replaceAll("{resource_dir}", spec.folder),
    );
    const path = [spec.programs, process.env.PATH].filter(Boolean).join(delimiter);
    this.child = spawn(program!, words, {
      cwd,
      // by its parent's number, a kernel of Jupyter's notices that it was left behind
      env: { ...process.env, ...spec.env, PATH: path, JPY_PARENT_PID: String(process.pid) },
      stdio: ["ignore", "ignore", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-4000);
    });
    this.ended = new Promise((resolve) => {
      this.child.once("error", (error) => resolve(this.end(error.message)));
      this.child.once("exit", (code, signal) => {
        const end = () => resolve(this.end(signal ?? String(code)));
        // Its last words may still be under way; a grandchild may hold the pipe open for ever.
        this.child.stderr?.once("close", end);
        setTimeout(end, 200);
      });
    });
    process.once("exit", this.onExit);
  }

  /** Waits for the end of a process that was asked to leave, and ends it after `patience` milliseconds. */
  async leave(patience: number): Promise<void> {
    const timer = setTimeout(() => this.kill(), patience);
    await this.ended;
    clearTimeout(timer);
    // What a kernel started itself may outlive it in its group.
    this.signalGroup();
  }

  /** Ends the process and what it started, now. */
  kill(): void {
    if (this.running) this.signalGroup();
  }

  private end(how: string): string {
    this.running = false;
    process.off("exit", this.onExit);
    const words = this.lastWords.trim().split("\n").at(-1);
    return words ? `${how}: ${words}` : how;
  }

  private signalGroup(): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    if (process.platform === "win32") {
      if (this.running) spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
      return;
    }
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // the group is empty: nothing is left to end
    }
  }
}
