import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Jupyter } from "./jupyter.js";

const startPatience = 90_000;
const leavePatience = 10_000;

/** A running JupyterLab. */
export class JupyterServer {
  /** Settles to its exit status when it has ended. */
  readonly ended: Promise<number>;
  private readonly child: ChildProcess;
  private readonly token = randomBytes(24).toString("hex");
  private readonly onExit = () => this.signalGroup("SIGKILL");

  constructor(
    jupyter: Jupyter,
    folder: string,
    private readonly port: number,
    environment: NodeJS.ProcessEnv,
  ) {
    const words = [
      "--no-browser",
      "--ServerApp.ip=127.0.0.1",
      `--ServerApp.port=${port}`,
      "--ServerApp.port_retries=0",
      `--ServerApp.root_dir=${folder}`,
      "--MultiKernelManager.default_kernel_name=voiplab",
      "--Application.log_level=ERROR",
      ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
    ];
    this.child = spawn(jupyter.program, [...jupyter.words, ...words], {
      cwd: folder,
      // In the environment, where other users cannot read it.
      env: { ...environment, JUPYTER_TOKEN: this.token },
      stdio: ["ignore", 2, 2],
      // Ctrl-C is for this process: JupyterLab is asked to leave, and takes its kernels with it.
      detached: true,
      windowsHide: true,
    });
    this.ended = new Promise((resolve) => {
      this.child.once("error", () => resolve(1));
      this.child.once("exit", (code) => resolve(code ?? 1));
    });
    process.once("exit", this.onExit);
    this.ended.then(() => process.off("exit", this.onExit));
  }

  /** The address at which a path below the folder is opened. */
  address(path: string): string {
    const tree = path ? `/tree/${path.split("/").map(encodeURIComponent).join("/")}` : "";
    return `http://127.0.0.1:${this.port}/lab${tree}?token=${this.token}`;
  }

  /** Whether the server came to answer. */
  async ready(): Promise<boolean> {
    const deadline = performance.now() + startPatience;
    let over = false;
    this.ended.then(() => {
      over = true;
    });
    while (!over && performance.now() < deadline) {
      if (await this.ask("GET", "api/status")) return true;
      await Promise.race([sleep(150), this.ended]);
    }
    return false;
  }

  /** Asks the server to leave, which ends its kernels; ends it if it does not. */
  async stop(): Promise<void> {
    if (!(await this.ask("POST", "api/shutdown"))) this.signalGroup("SIGTERM");
    await Promise.race([this.ended, sleep(leavePatience, undefined, { ref: false })]);
    this.signalGroup("SIGKILL");
    await this.ended;
  }

  /** Ends the server and what is in its process group, now. */
  kill(): void {
    this.signalGroup("SIGKILL");
  }

  private async ask(method: string, path: string): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.port}/${path}`, {
        method,
        headers: { authorization: `token ${this.token}` },
        signal: AbortSignal.timeout(5_000),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  private signalGroup(signal: "SIGTERM" | "SIGKILL"): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    try {
      if (process.platform === "win32")
        spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
      else process.kill(-pid, signal);
    } catch {
      // the group is empty: all have left
    }
  }
}
