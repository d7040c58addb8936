import { boolean, integer, string } from "../requests.js";
import type { HistoryFiles } from "./files.js";
import { matches } from "./wildcards.js";

/** A cell that ran: the number in `In[…]`, in the session of that number. */
export interface Cell {
  session: number;
  number: number;
  code: string;
  /** Its result as text; of this session only. */
  output?: string;
}

/** Cells of this session that are remembered. */
const remembered = 10_000;
/** Rows where a client does not say how many; IPython's number. */
const fewRows = 10;

/** The cells of this session and of earlier ones, for a client that scrolls back. */
export class History {
  readonly #files: HistoryFiles | undefined;
  readonly #cells: Omit<Cell, "session">[] = [];

  /** @param files where the cells that a person runs are kept for later sessions */
  constructor(files?: HistoryFiles) {
    this.#files = files;
  }

  /** @param kept whether a person typed it: what programs run (nbconvert, papermill) would only be in the way */
  add(number: number, code: string, kept: boolean): void {
    if (code.trim() === "") return;
    this.#cells.push({ number, code });
    if (this.#cells.length > remembered) this.#cells.shift();
    if (kept) this.#files?.keep(number, code);
  }

  addOutput(number: number, output: string): void {
    const cell = this.#cells.at(-1);
    if (cell?.number === number) cell.output = output;
  }

  /** The content of a `history_reply`. What was run is what was typed here: `raw` says nothing. */
  reply(content: Record<string, unknown>) {
    const withOutput = boolean(content, "output", false);
    const history = this.#find(content).map(({ session, number, code, output }) => [
      session,
      number,
      withOutput ? [code, output ?? null] : code,
    ]);
    return { status: "ok", history };
  }

  #find(content: Record<string, unknown>): Cell[] {
    switch (string(content, "hist_access_type")) {
      case "range":
        return this.#range(content);
      case "search": {
        const pattern = string(content, "pattern", "*");
        const found = this.#tail(Number.MAX_SAFE_INTEGER).filter(({ code }) => matches(pattern, code));
        const chosen = boolean(content, "unique", false) ? latestOfEach(found) : found;
        return last(chosen, integer(content, "n", Number.MAX_SAFE_INTEGER));
      }
      default:
        return this.#tail(integer(content, "n", fewRows));
    }
  }

  /** From `start` up to, not including, `stop`; sessions and beginnings below zero count back from now. */
  #range(content: Record<string, unknown>): Cell[] {
    const own = this.#files?.session ?? 1;
    const asked = integer(content, "session", 0);
    const session = asked > 0 ? asked : own + asked;
    const cells = session === own ? this.#own() : (this.#files?.read(session) ?? []);
    const after = (cells.at(-1)?.number ?? 0) + 1;
    const place = (key: string) => {
      const number = integer(content, key, 0);
      return number < 0 ? after + number : number;
    };
    const [start, stop] = [place("start"), place("stop") || after];
    return cells.filter(({ number }) => number >= start && number < stop);
  }

  /** The last cells, those of this session at the end. */
  #tail(count: number): Cell[] {
    let rows = this.#own();
    if (rows.length < count) {
      for (const cells of this.#files?.others() ?? []) {
        rows = [...cells, ...rows];
        if (rows.length >= count) break;
      }
    }
    return last(rows, count);
  }

  #own(): Cell[] {
    const session = this.#files?.session ?? 1;
    return this.#cells.map((cell) => ({ session, ...cell }));
  }
}

function last<T>(list: T[], count: number): T[] {
  return count > 0 ? list.slice(-count) : [];
}

/** Of cells that say the same, the last. */
function latestOfEach(cells: Cell[]): Cell[] {
  const latest = new Map<string, Cell>();
  for (const cell of cells) {
    latest.delete(cell.code);
    latest.set(cell.code, cell);
  }
  return [...latest.values()];
}
