import { randomUUID } from "node:crypto";
import type { Request } from "../pipe/protocol.js";
import type { Cells } from "./cells.js";
import { integer, pointsBefore, string, unitsBefore } from "./requests.js";

type Content = Record<string, unknown>;

async function ask(cells: Cells, request: Exclude<Request, { type: "input" }>) {
  return JSON.parse((await cells.ask(request)).toString());
}

/** The content of a complete_reply. */
export async function complete(content: Content, cells: Cells) {
  const code = string(content, "code");
  const position = cursor(content, code);
  const { matches, start, end } = await ask(cells, { type: "complete", id: randomUUID(), code, position });
  return {
    status: "ok",
    matches,
    cursor_start: pointsBefore(code, start),
    cursor_end: pointsBefore(code, end),
    metadata: {},
  };
}

/** The content of an inspect_reply. */
export function inspect(content: Content, cells: Cells) {
  const code = string(content, "code");
  return ask(cells, { type: "inspect", id: randomUUID(), code, position: cursor(content, code) });
}

/** The content of an is_complete_reply. */
export function isComplete(content: Content, cells: Cells) {
  return ask(cells, { type: "isComplete", id: randomUUID(), code: string(content, "code") });
}

function cursor(content: Content, code: string): number {
  return unitsBefore(code, integer(content, "cursor_pos", Number.MAX_SAFE_INTEGER));
}
