import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestKernel } from "./client.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
  await kernel.run("let kept = 7");
});
afterAll(() => kernel.stop());

const kept = () => kernel.value("kept");

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

  it("is told to who listens to SIGINT, and hindered by nobody who does", async () => {
    await kernel.run('let heard = 0; process.on("SIGINT", () => { heard++; });');
    expect(await interrupt("await new Promise(() => {});")).toBe("Interrupted");
    expect(await interrupt("for (;;) {}")).toBe("Interrupted");
    expect(await kernel.value("heard")).toBe("1");
    await kernel.run('process.removeAllListeners("SIGINT")');
    expect(await interrupt("for (;;) {}")).toBe("Interrupted");
  });

  it("does not get lost after a SIGINT of the cell's own", async () => {
    await kernel.run('await null; for (let i = 0; i < 3; i++) process.kill(process.pid, "SIGINT");');
    expect(await interrupt("for (;;) {}")).toBe("Interrupted");
    expect(await interrupt("await null; for (;;) {}")).toBe("Interrupted");
    expect(await kept()).toBe("7");
  });

  it("ends a question", async () => {
    expect(await interrupt("await input('?');", { allow_stdin: true })).toBe("Interrupted");
    expect(await kept()).toBe("7");
  });

  it.each(["for (;;) {}", "await null; for (;;) {}", "await new Promise(() => {})"])(
    "reaches %j also when it has only just been sent",
    async (code) => {
      for (let round = 0; round < 10; round++) {
        const id = await kernel.execute(code);
        await kernel.until(() =>
          kernel.received.some(({ parent, type }) => parent === id && type === "execute_input"),
        );
        await kernel.ask("control", "interrupt_request");
        expect((await kernel.finish(id)).reply.ename).toBe("Interrupted");
      }
      expect(await kept()).toBe("7");
    },
  );

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

  it.each([
    ["SIGKILL", 'process.kill(process.pid, "SIGKILL")'],
    ["SIGABRT", "process.abort()"],
    ["SIGSEGV", 'process.kill(process.pid, "SIGSEGV"); for (;;) {}'],
  ])(
    "in a crash (%s) is told, what was written before is not lost, and the kernel goes on",
    async (how, code) => {
      await kernel.run('setLanguage("fr")');
      const { reply, text, of } = await kernel.run(`console.log("last words"); ${code}`);
      expect([text(), text("stderr")]).toEqual(["last words\n", ""]);
      const said = expect.stringMatching(
        new RegExp(`^le processus .* arrêté \\(${how}\\).*les variables sont perdues`),
      );
      expect([reply.status, reply.evalue, of("error")[0].evalue]).toEqual(["error", said, said]);
      expect(await kernel.value("6 * 7")).toBe("42");
    },
  );

  it("is what an interrupt of a loop under AsyncLocalStorage costs, and it is told", async () => {
    await kernel.run('setLanguage("en"); let kept = 7');
    const id = await kernel.execute(
      `import { AsyncLocalStorage } from "node:async_hooks";
       await new AsyncLocalStorage().run(1, async () => { await null; console.log("in the loop"); for (;;) {} });`,
    );
    await kernel.until(() =>
      kernel.received.some((one) => one.parent === id && one.content.text === "in the loop\n"),
    );
    await kernel.ask("control", "interrupt_request");
    const { reply } = await kernel.finish(id);
    expect([reply.ename, reply.evalue]).toEqual([
      "KernelError",
      expect.stringContaining("all variables are lost"),
    ]);
    expect(await kernel.value("6 * 7")).toBe("42");
  });

  it("in the crash of a program that a cell starts is the program's, with what it said", async () => {
    const { reply, text } = await kernel.run(
      `import { spawnSync } from "node:child_process";
       spawnSync(process.execPath, ["-e", "process.abort()"], { stdio: "inherit" }).signal;`,
    );
    expect(reply.status).toBe("ok");
    await kernel.until(() =>
      kernel.received.some(({ content }) => content.text?.includes("Native stack trace")),
    );
    expect(text()).toBe("");
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
