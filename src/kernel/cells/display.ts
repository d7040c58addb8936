import type { MimeBundle } from "../../display/bundle.js";
import { sendOutput } from "./channel.js";
import { currentCell } from "./context.js";
import { toBundle } from "./mime.js";

export interface DisplayOptions {
  id?: string;
  update?: boolean;
}

/** Displays still waiting for their bundle, by cell: a cell ends after them. */
const pending = new Map<string | undefined, Set<Promise<void>>>();

/** Shows a value below the cell that asks for it; at once, unless its bundle has to be awaited. */
export function display(value: unknown, { id, update = false }: DisplayOptions = {}): Promise<void> {
  const cell = currentCell();
  const show = (data: MimeBundle) => {
    const transient = id === undefined ? {} : { display_id: id };
    sendOutput(update ? "update_display_data" : "display_data", { data, metadata: {}, transient }, cell);
  };
  const bundle = toBundle(value);
  if (!(bundle instanceof Promise)) {
    show(bundle);
    return Promise.resolve();
  }
  const shown = bundle.then(show);
  shown.catch(() => {}); // whoever does not await it hears of it from displaysOf()
  const waiting = pending.get(cell) ?? new Set();
  pending.set(cell, waiting.add(shown));
  return shown;
}

export function clearOutput(wait = false): void {
  sendOutput("clear_output", { wait: Boolean(wait) });
}

/** Waits for the displays that a cell began and did not await. A failed one fails the cell. */
export async function displaysOf(cell: string): Promise<void> {
  const waiting = pending.get(cell);
  pending.delete(cell);
  if (waiting) await Promise.all(waiting);
}
