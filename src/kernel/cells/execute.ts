import { message } from "../messages.js";
import type { ExecuteReply, ExecuteRequest, Failure, Page } from "../pipe/protocol.js";
import { sendOutput, sendText } from "./channel.js";
import { chartsGoTo } from "./charts.js";
import { beginCell, runAs } from "./context.js";
import { displaysOf } from "./display.js";
import { inspect } from "./editor.js";
import { thrownFailure } from "./failure.js";
import { allowInput } from "./input.js";
import { interruptible } from "./interruption.js";
import { toBundle } from "./mime.js";
import { questionIn } from "./question.js";
import type { Session } from "./session.js";

/** Runs a cell: publishes its result or its error, and says how it went. */
export async function executeCell(session: Session, request: ExecuteRequest): Promise<ExecuteReply> {
  const { id, allowStdin } = request;
  beginCell(id);
  chartsGoTo(request);
  allowInput(id, allowStdin);
  try {
    const run = () => runAs(id, () => runCell(session, request));
    const reply = await interruptible(run, () => session.interrupt());
    if (reply.status === "error") publishFailure(id, reply);
    return reply;
  } catch (error) {
    const failure = thrownFailure(error);
    publishFailure(id, failure);
    return { status: "error", ...failure };
  } finally {
    allowInput(id, false);
  }
}

export function publishFailure(cell: string | undefined, { ename, evalue, traceback }: Failure): void {
  sendOutput("error", { ename, evalue, traceback }, cell);
}

async function runCell(session: Session, request: ExecuteRequest): Promise<ExecuteReply> {
  const { id, code, count, silent } = request;
  const asked = questionIn(code);
  if (asked !== undefined) return { status: "ok", user_expressions: {}, payload: answerTo(session, asked) };
  const outcome = await session.evaluate(code, `In[${count}]`);
  await displaysOf(id);
  if ("failure" in outcome) return { status: "error", ...outcome.failure };
  if (outcome.value !== undefined && !silent) {
    const data = await toBundle(outcome.value);
    sendOutput("execute_result", { execution_count: count, data, metadata: {} }, id);
  }
  return {
    status: "ok",
    user_expressions: await evaluateEach(session, request.userExpressions),
    payload: [],
  };
}

function answerTo(session: Session, asked: string): Page[] {
  const { found, data } = inspect(session, asked, asked.length);
  if (found) return [{ source: "page", data, start: 0 }];
  sendText("stdout", `${message("unknown", asked)}\n`);
  return [];
}

async function evaluateEach(session: Session, expressions: Record<string, string>) {
  const results: Record<string, unknown> = {};
  for (const [name, expression] of Object.entries(expressions)) {
    results[name] = await evaluateOne(session, expression, name);
  }
  return results;
}

async function evaluateOne(session: Session, expression: string, name: string) {
  try {
    const outcome = await session.evaluate(expression, name);
    if ("failure" in outcome) return { status: "error", ...outcome.failure };
    return { status: "ok", data: await toBundle(outcome.value), metadata: {} };
  } catch (error) {
    return { status: "error", ...thrownFailure(error) };
  }
}
