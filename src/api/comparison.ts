import { type Compared, type Step, written } from "../asterisk/index.js";
import { jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { words } from "./asterisk-words.js";
import { Rows } from "./rows.js";

/** What the plan foretells at a step, beside what the capture shows. */
export class ComparedStep {
  constructor(private readonly compared: Compared) {}

  /** Undefined where Asterisk acts without a step. */
  get step(): Step | undefined {
    return this.compared.step;
  }

  /** In the language set. */
  get predicted(): string {
    return this.compared.predicted();
  }

  /** In the language set; empty where signalling shows nothing of it. */
  get captured(): string {
    return this.compared.captured?.() ?? "";
  }

  /** Undefined where the capture cannot tell. */
  get agrees(): boolean | undefined {
    return this.compared.agrees;
  }

  /** The frames that show it. */
  get frames(): readonly number[] {
    return this.compared.frames;
  }
}

/** A call beside the plan that it went through. */
export class Comparison extends Rows<ComparedStep> {
  /** Whether nothing in the capture contradicts the plan. */
  get agrees(): boolean {
    return this.every(({ agrees }) => agrees !== false);
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "place", label: h.extension, kind: "code" },
        { key: "application", label: h.application, kind: "code" },
        { key: "predicted", label: h.predicted, kind: "sentence" },
        { key: "captured", label: h.captured, kind: "sentence" },
        { key: "line", label: h.line, kind: "code" },
      ],
      rows: this.map(({ step, predicted, captured, agrees, frames }) => ({
        place: step && `${step.context},${step.extension},${step.priority}`,
        application: step && written(step),
        predicted,
        captured,
        line: step?.line,
        agrees,
        frames,
      })),
      frameOf: ({ frames }) => frames,
      highlight: ({ agrees }) => (agrees === undefined ? undefined : agrees ? "good" : "bad"),
    });
  }
}
