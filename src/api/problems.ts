import type { Problem } from "../asterisk/index.js";
import { jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { words } from "./asterisk-words.js";
import { Rows } from "./rows.js";

/** What a configuration file says that could not be read. */
export class Problems extends Rows<Problem> {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "line", label: h.line, kind: "code" },
        { key: "text", label: h.problem, kind: "sentence" },
      ],
      rows: this.map(({ line, text, refuses }) => ({ line, text, refuses })),
      highlight: ({ refuses }) => (refuses ? "bad" : "warning"),
    });
  }
}
