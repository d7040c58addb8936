import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { log } from "../../log.js";
import type { Cell } from "./history.js";

/** Sessions that are kept, and bytes of one: in all, 13 MB at most. */
const keptSessions = 100;
const keptBytes = 128 * 1024;

/**
 * The cells of earlier sessions, a file each: its name is the session's number, a line is `[number, code]` as JSON.
 * A number belongs to who could create its file, so that kernels that run at the same time do not meet.
 */
export class HistoryFiles {
  readonly #folder: string;
  #own: { session: number; file: number; bytes: number } | undefined;
  #failed = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** This session's number; before anything of it was kept, the one that it would get now. */
  get session(): number {
    return this.#own?.session ?? (this.#sessions().at(-1) ?? 0) + 1;
  }

  keep(number: number, code: string): void {
    if (this.#failed) return;
    try {
      this.#own ??= this.#begin();
      const line = Buffer.from(`${JSON.stringify([number, code])}\n`);
      if (this.#own.bytes + line.length > keptBytes) return;
      this.#own.bytes += writeSync(this.#own.file, line);
    } catch (error) {
      this.#failed = true;
      log(`the history is not kept (${(error as Error).message})`);
    }
  }

  #begin() {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const known = this.#sessions();
    for (const old of known.slice(0, Math.max(0, known.length - keptSessions + 1)))
      rmSync(this.#path(old), { force: true });
    for (let session = (known.at(-1) ?? 0) + 1; ; session++) {
      try {
        return { session, file: openSync(this.#path(session), "wx", 0o600), bytes: 0 };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
    }
  }

  /** The other sessions, the latest first. */
  *others(): Generator<Cell[]> {
    for (const session of this.#sessions().reverse()) {
      if (session !== this.#own?.session) yield this.read(session);
    }
  }

  /** The cells of a session, as far as they can be read. */
  read(session: number): Cell[] {
    return this.#text(session)
      .split("\n")
      .flatMap((line) => {
        const [number, code] = parsed(line);
        return Number.isSafeInteger(number) && typeof code === "string"
          ? [{ session, number: number as number, code }]
          : [];
      });
  }

  #text(session: number): string {
    try {
      // whatever else lies there under such a name is not waited for
      const file = openSync(this.#path(session), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        if (!fstatSync(file).isFile()) return "";
        const bytes = Buffer.alloc(keptBytes);
        return bytes.toString("utf8", 0, readSync(file, bytes, 0, keptBytes, 0));
      } finally {
        closeSync(file);
      }
    } catch {
      return ""; // another kernel has just taken it away
    }
  }

  /** The numbers of the sessions that have a file, in order. */
  #sessions(): number[] {
    try {
      const names = readdirSync(this.#folder).filter((name) => /^[1-9]\d{0,8}\.jsonl$/.test(name));
      return names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b);
    } catch {
      return [];
    }
  }

  #path(session: number): string {
    return join(this.#folder, `${session}.jsonl`);
  }
}

function parsed(line: string): unknown[] {
  try {
    const value = JSON.parse(line);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
