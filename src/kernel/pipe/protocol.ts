import type { Language } from "../../language.js";

/** What the protocol front asks of the process that runs the cells. */
export type Request =
  | ExecuteRequest
  | { type: "complete"; id: string; code: string; position: number }
  | { type: "inspect"; id: string; code: string; position: number }
  | { type: "isComplete"; id: string; code: string }
  | { type: "input"; id: string; value: string };

export interface ExecuteRequest {
  type: "execute";
  /** The `msg_id` of Jupyter's request: outputs are marked with it. */
  id: string;
  code: string;
  /** The notebook's own name for the cell, where the client tells it (JupyterLab does); empty elsewhere. */
  cell: string;
  /** The number in `In[…]`. */
  count: number;
  silent: boolean;
  allowStdin: boolean;
  /** Name → expression, computed after the cell. */
  userExpressions: Record<string, string>;
}

/** What the process that runs the cells reports. */
export type Event =
  /** Once, when requests are read. */
  | { type: "ready" }
  /** Text in the body. */
  | { type: "stream"; cell: string; name: StreamName }
  /** An output message; its content is the body, as JSON. */
  | { type: "publish"; cell: string; message: OutputMessage }
  | { type: "input"; cell: string; id: string; prompt: string; password: boolean }
  /** The answer to the request of that id; its content is the body, as JSON. The cells choose the language. */
  | { type: "reply"; id: string; language: Language };

export type StreamName = "stdout" | "stderr";
export type OutputMessage =
  | "display_data"
  | "update_display_data"
  | "execute_result"
  | "error"
  | "clear_output";

/** A text that the client opens beside the notebook, or shows below the cell. */
export interface Page {
  source: "page";
  data: Record<string, unknown>;
  start: 0;
}

/** An error as Jupyter's messages carry it. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

export type ExecuteReply =
  | { status: "ok"; user_expressions: Record<string, unknown>; payload: Page[] }
  | ({ status: "error" } & Failure);

/** File descriptors of the process that runs the cells. */
export const descriptors = { events: 3, requests: 4, interrupts: 5 } as const;
