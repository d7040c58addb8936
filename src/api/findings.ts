import type { Finding } from "../asterisk/index.js";
import { jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { words } from "./asterisk-words.js";
import { Rows } from "./rows.js";

const HIGHLIGHTS = { fault: "bad", warning: "warning", note: undefined } as const;

/** What is wrong in a configuration: each with its line, why it matters, and how to mend it. */
export class Findings extends Rows<Finding> {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "line", label: h.line, kind: "code" },
        { key: "text", label: h.found, kind: "sentence" },
        { key: "why", label: h.why, kind: "sentence" },
        { key: "mend", label: h.mend, kind: "sentence" },
        { key: "file", label: h.file, kind: "code" },
      ],
      rows: this.map(({ file, line, text, why, mend, severity }) => ({
        file,
        line,
        text,
        why,
        mend,
        severity,
      })),
      highlight: ({ severity }) => HIGHLIGHTS[severity],
    });
  }
}
