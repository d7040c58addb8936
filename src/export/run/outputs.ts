import type { Message } from "../kernel/wire.js";
import { bundle, type Output } from "../notebook.js";

/** Outputs that may still be updated, by display id, across the cells of a notebook. */
export type Displays = Map<string, { data: Record<string, unknown> }[]>;

/** Collects what the kernel publishes for one cell, as a notebook would store it. */
export class CellOutputs {
  readonly list: Output[] = [];
  executionCount: number | undefined;
  private clearNext = false;

  constructor(private readonly displays: Displays) {}

  /** Takes a message of the iopub channel. */
  output({ header, content }: Message): void {
    switch (header.msg_type) {
      case "stream":
        this.stream(String(content.name), String(content.text));
        break;
      case "display_data":
      case "execute_result":
        this.shown(header.msg_type, content);
        break;
      case "update_display_data":
        for (const shown of this.displays.get(displayId(content)) ?? []) shown.data = bundle(content.data);
        break;
      case "error":
        this.add({
          output_type: "error",
          ename: String(content.ename),
          evalue: String(content.evalue),
          traceback: Array.isArray(content.traceback) ? content.traceback.map(String) : [],
        });
        break;
      case "clear_output":
        if (content.wait) this.clearNext = true;
        else this.list.length = 0;
        break;
      case "execute_input":
        if (typeof content.execution_count === "number") this.executionCount = content.execution_count;
        break;
    }
  }

  private stream(name: string, text: string): void {
    const last = this.clearNext ? undefined : this.list.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else this.add({ output_type: "stream", name, text });
  }

  private shown(type: "display_data" | "execute_result", content: Message["content"]): void {
    const shown = { output_type: type, data: bundle(content.data) };
    const id = displayId(content);
    if (id) this.displays.set(id, [...(this.displays.get(id) ?? []), shown]);
    this.add(shown);
  }

  private add(output: Output): void {
    if (this.clearNext) this.list.length = 0;
    this.clearNext = false;
    this.list.push(output);
  }
}

function displayId(content: Message["content"]): string {
  const transient = content.transient as { display_id?: unknown } | undefined;
  return typeof transient?.display_id === "string" ? transient.display_id : "";
}
