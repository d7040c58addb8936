import { latestCapture, View } from "../api/index.js";
import { note } from "../display/index.js";
import type { Need } from "./exercise.js";
import { words } from "./messages.js";

/**
 * What a cell shows in place of what its capture lacks: `call?.sequence() ?? lacking("call")`.
 *
 * @param capture the name of the capture that lacks it; of the one opened last, when absent
 */
export function lacking(need: Need, capture?: { readonly name: string }): View {
  return new View(() => {
    const say = words();
    return note({ text: say.lacks((capture ?? latestCapture())?.name, say.needs[need]), kind: "warning" });
  });
}
