import { message } from "../messages.js";
import { sendInputRequest } from "./channel.js";
import { currentCell } from "./context.js";

const waiting = new Map<string, { resolve(value: string): void; reject(reason: Error): void }>();
const allowed = new Set<string>();
let asked = 0;

/** Says whether a cell's client is able to answer. */
export function allowInput(cell: string, allow: boolean): void {
  if (allow) allowed.add(cell);
  else allowed.delete(cell);
}

/** Asks the reader for a line of text. */
export function input(prompt = "", { password = false }: { password?: boolean } = {}): Promise<string> {
  const cell = currentCell();
  if (cell === undefined || !allowed.has(cell)) {
    const refusal = new Error(message("inputNotAllowed"));
    refusal.name = "StdinNotImplementedError";
    return Promise.reject(refusal);
  }
  const id = String(++asked);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    sendInputRequest(cell, id, String(prompt), Boolean(password));
  });
}

export function answerInput(id: string, value: string): void {
  waiting.get(id)?.resolve(value);
  waiting.delete(id);
}
