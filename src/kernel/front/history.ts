import { boolean, integer, string } from "./requests.js";

/** The cells of this session, for a client that scrolls back. */
export class History {
  #cells: { count: number; code: string }[] = [];

  add(count: number, code: string): void {
    this.#cells.push({ count, code });
  }

  /** The content of a `history_reply`. */
  reply(content: Record<string, unknown>) {
    const found = this.#find(content);
    const rows = boolean(content, "output", false)
      ? found.map(({ count, code }) => [0, count, [code, null]])
      : found.map(({ count, code }) => [0, count, code]);
    return { status: "ok", history: rows };
  }

  #find(content: Record<string, unknown>) {
    const last = integer(content, "n", Number.MAX_SAFE_INTEGER);
    switch (string(content, "hist_access_type")) {
      case "range": {
        const [start, stop] = [
          integer(content, "start", 0),
          integer(content, "stop", Number.MAX_SAFE_INTEGER),
        ];
        return this.#cells.filter(({ count }) => count >= start && count < stop);
      }
      case "search": {
        const pattern = globPattern(string(content, "pattern", "*"));
        const found = this.#cells.filter(({ code }) => pattern.test(code));
        const distinct = new Map(found.map((cell) => [cell.code, cell]));
        return tail(boolean(content, "unique", false) ? [...distinct.values()] : found, last);
      }
      default:
        return tail(this.#cells, last);
    }
  }
}

function tail<T>(list: T[], count: number): T[] {
  return count > 0 ? list.slice(-count) : [];
}

/** `*` and `?`, as in a shell. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`);
}
