import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestKernel } from "./client.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
  await kernel.run("let kept = 7");
});
afterAll(() => kernel.stop());

const kept = async () => (await kernel.run("kept")).of("execute_result")[0]?.data["text/plain"];

describe("an interrupt", () => {
  const interrupt = async (code: string, content: object = {}) => {
    const id = await kernel.execute(`console.log("started"); ${code}`, content);
    await kernel.until(() =>
      kernel.received.some((one) => one.parent === id && one.content.text?.includes("started")),
    );
    await kernel.ask("control", "interrupt_request");
    return (await kernel.finish(id)).reply.ename;
  };

  it.each([
    ["a loop", "for (;;) {}"],
    ["a loop that catches everything", "for (;;) { try { for (;;) {} } catch {} }"],
    ["an endless wait", "await new Promise(() => {});"],
    ["a loop after an await", "await null; for (;;) {}"],
    ["a loop in a timer", "await new Promise<void>(() => { setTimeout(() => { for (;;) {} }, 1) });"],
    ["an endless chain of promises", "for (;;) await null;"],
  ])("ends %s, and keeps the variables", async (_, code) => {
    expect(await interrupt(code)).toBe("Interrupted");
    expect(await kept()).toBe("7");
  });

  it("ends a question", async () => {
    expect(await interrupt("await input('?');", { allow_stdin: true })).toBe("Interrupted");
    expect(await kept()).toBe("7");
  });

  it("does nothing to an idle kernel", async () => {
    await kernel.ask("control", "interrupt_request");
    expect(await kept()).toBe("7");
  });

  it("finds the kernel answering while a cell computes", async () => {
    const id = await kernel.execute("for (;;) {}");
    await kernel.until(() =>
      kernel.received.some(({ parent, type }) => parent === id && type === "execute_input"),
    );
    expect((await kernel.ask("control", "kernel_info_request")).status).toBe("ok");
    await kernel.ask("control", "interrupt_request");
    expect((await kernel.finish(id)).reply.status).toBe("error");
  });
});

describe("the end of the process", () => {
  it("is refused to process.exit()", async () => {
    expect((await kernel.run("process.exit(3)")).reply.ename).toBe("ProcessExit");
    expect(await kept()).toBe("7");
  });

  it("in a crash is told, what was written before is not lost, and the kernel goes on", async () => {
    await kernel.run('setLanguage("fr")');
    const { reply, text } = await kernel.run(
      'console.log("last words"); process.kill(process.pid, "SIGKILL")',
    );
    expect(text()).toBe("last words\n");
    expect([reply.status, reply.evalue]).toEqual(["error", expect.stringMatching(/arrêté \(SIGKILL\)/)]);
    expect((await kernel.run("6 * 7")).of("execute_result")[0].data["text/plain"]).toBe("42");
  });

  it("in the first cell does not run it again; it comes when asked for, even to an endless loop", async () => {
    const other = await TestKernel.start();
    const once = `import { appendFileSync, readFileSync } from "node:fs"; appendFileSync("ran.txt", "once;");`;
    await other.run(`${once} process.kill(process.pid, "SIGKILL");`);
    const ran = await other.run('import { readFileSync } from "node:fs"; readFileSync("ran.txt", "utf8")');
    expect(ran.of("execute_result")[0].data["text/plain"]).toBe("'once;'");
    await other.run("setInterval(() => {}, 1000); 0");
    await other.execute("for (;;) {}");
    expect(await other.ask("control", "shutdown_request", { restart: true })).toEqual({
      status: "ok",
      restart: true,
    });
    await other.stop();
    expect(other.process.exitCode).toBe(0);
  });
});
