import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestKernel } from "./client.js";
import type { ClientMessage } from "./wire.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
});
afterAll(() => kernel.stop());

describe("the kernel", () => {
  it("says what it is, on shell and control", async () => {
    for (const channel of ["shell", "control"] as const) {
      expect(await kernel.ask(channel, "kernel_info_request")).toMatchObject({
        status: "ok",
        protocol_version: "5.4",
        implementation: "voiplab",
        language_info: {
          name: "typescript",
          version: "5.0.4",
          file_extension: ".ts",
          mimetype: "application/typescript",
        },
      });
    }
  });

  it("welcomes who subscribes to its outputs, by the topic that they asked for", async () => {
    const welcomed = ({ type, content }: ClientMessage, topic: string) =>
      type === "iopub_welcome" && content.subscription === topic;
    await kernel.until(() => kernel.received.some((one) => welcomed(one, "")));
    kernel.subscribe("stream");
    await kernel.until(() => kernel.received.some((one) => welcomed(one, "stream")));
    expect(kernel.received.find((one) => welcomed(one, "stream"))?.parent).toBeUndefined();
  });

  it("has a heartbeat", async () => {
    expect(await kernel.heartbeat("ping")).toBe("ping");
  });

  it("is busy, echoes the cell, and is idle in the end", async () => {
    const id = await kernel.execute("1");
    const { reply } = await kernel.finish(id);
    const own = kernel.received.filter(({ parent, type }) => parent === id && !type.endsWith("_reply"));
    expect(own.map(({ type, content }) => content.execution_state ?? type)).toEqual([
      "busy",
      "execute_input",
      "execute_result",
      "idle",
    ]);
    expect(own[1]?.content).toEqual({ code: "1", execution_count: reply.execution_count });
  });

  it("counts and remembers cells, but not silent ones", async () => {
    const { reply } = await kernel.run("'first'");
    expect((await kernel.run("'silent'", { silent: true })).outputs).toEqual([]);
    await kernel.run("'not stored'", { store_history: false });
    expect((await kernel.run("'second'")).reply.execution_count).toBe(reply.execution_count + 1);
    const history = await kernel.ask("shell", "history_request", { hist_access_type: "tail", n: 2 });
    expect(history.history).toEqual([
      [1, reply.execution_count, "'first'"],
      [1, reply.execution_count + 1, "'second'"],
    ]);
    const search = { hist_access_type: "search", pattern: "'f?rst*" };
    expect((await kernel.ask("shell", "history_request", search)).history).toHaveLength(1);
  });

  it("computes user expressions, and tells their errors apart from the cell's", async () => {
    const { reply, of } = await kernel.run("1", { user_expressions: { good: "2 + 3", bad: "noSuchName" } });
    expect(reply.user_expressions.good).toMatchObject({ status: "ok", data: { "text/plain": "5" } });
    expect(reply.user_expressions.bad).toMatchObject({ status: "error", ename: "TS2304" });
    expect(of("error")).toEqual([]);
  });

  it("closes comms that nobody here knows", async () => {
    expect(await kernel.ask("shell", "comm_info_request")).toEqual({ status: "ok", comms: {} });
    const id = await kernel.send("shell", "comm_open", { comm_id: "c1", target_name: "none", data: {} });
    const close = () => kernel.received.find(({ parent, type }) => parent === id && type === "comm_close");
    await kernel.until(() => close() !== undefined);
    expect(close()?.content.comm_id).toBe("c1");
  });
});

describe("the editor's questions", () => {
  const complete = (code: string, cursor_pos = [...code].length) =>
    kernel.ask("shell", "complete_request", { code, cursor_pos });

  it("completes names of the library, of earlier cells, and members", async () => {
    await kernel.run("const frameCount = 3; const title = 'abc';");
    expect(await complete("openCapt")).toMatchObject({
      matches: ["openCapture"],
      cursor_start: 0,
      cursor_end: 8,
    });
    expect((await complete("1 + frameC")).matches).toEqual(["frameCount"]);
    expect((await complete("title.toUpp")).matches).toContain("toUpperCase");
    expect((await complete('import "node:as')).matches).toEqual([
      "node:assert",
      "node:assert/strict",
      "node:async_hooks",
    ]);
  });

  it("counts code points", async () => {
    expect(await complete('"🎉🎉" + frameC')).toMatchObject({
      matches: ["frameCount"],
      cursor_start: 7,
      cursor_end: 13,
    });
  });

  it("tells types and documentation, inside a call's parentheses too", async () => {
    const inspect = (code: string, cursor_pos: number) =>
      kernel.ask("shell", "inspect_request", { code, cursor_pos, detail_level: 0 });
    expect((await inspect("frameCount", 3)).data["text/plain"]).toBe("const frameCount: 3");
    const hover = /^function openCapture\(.*\): Promise<Capture>\n\nOpens a capture/;
    expect((await inspect("openCapture", 3)).data["text/plain"]).toMatch(hover);
    expect((await inspect("openCapture(", 12)).data["text/plain"]).toContain("Promise<Capture>");
    for (const nothing of ["   ", "noSuchThing"])
      expect(await inspect(nothing, 1)).toMatchObject({ status: "ok", found: false, data: {} });
  });

  it.each(["openCapture?", " ?openCapture "])("answers the cell %j with a page", async (code) => {
    const { reply, outputs } = await kernel.run(code);
    const [{ source, start, data }] = reply.payload;
    expect([source, start, Object.keys(data)]).toEqual(["page", 0, ["text/plain", "text/markdown"]]);
    expect(data["text/markdown"]).toMatch(
      /^```typescript\nfunction openCapture\(.*\n```\n\nOpens a capture/s,
    );
    expect(outputs.map(({ type }) => type)).toEqual(["execute_input"]);
  });

  it("says of a name that nothing is called so", async () => {
    const { reply, text } = await kernel.run("noSuchThing?");
    expect([reply.status, reply.payload]).toEqual(["ok", []]);
    expect(text()).toBe("nothing is called noSuchThing: run the cell that declares it first\n");
  });

  it.each([
    ["1 + 1", "complete"],
    ["openCapture?", "complete"],
    ["const a = b ? c : d", "complete"],
    ["if (true) {\n  1\n}", "complete"],
    ["function f() {", "incomplete"],
    ["foo(1,", "incomplete"],
    ["const s = `a b\nc", "incomplete"],
    ["/* a remark", "incomplete"],
    ["let a = = ;", "invalid"],
    ["foo(1))", "invalid"],
  ])("%j is %s", async (code, status) => {
    expect((await kernel.ask("shell", "is_complete_request", { code })).status).toBe(status);
  });

  it("indents the line after an open bracket", async () => {
    const reply = await kernel.ask("shell", "is_complete_request", { code: "  const o = {" });
    expect(reply).toEqual({ status: "incomplete", indent: "    " });
  });
});
