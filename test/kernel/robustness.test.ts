import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestKernel } from "./client.js";
import { hmac, messageParts, sendParts } from "./wire.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
  await kernel.run("let kept = 7");
});
afterAll(() => kernel.stop());

const kept = async () => (await kernel.run("kept")).of("execute_result")[0]?.data["text/plain"];
const request = (code: string) => messageParts("execute_request", { code }).parts;

describe("a message", () => {
  it("with a wrong signature is dropped before it is read", async () => {
    const socket = kernel.connect("shell", "forger");
    const parts = request("Object.assign(globalThis, { forged: true })");
    const good = hmac(kernel.key, parts);
    for (const signature of ["", "0".repeat(64), good.slice(1), good.toUpperCase()]) {
      await sendParts(socket, kernel.key, parts, signature);
    }
    await kernel.until(() => (kernel.log.match(/wrong signature/g)?.length ?? 0) >= 4);
    expect((await kernel.run('"forged" in globalThis')).of("execute_result")[0].data["text/plain"]).toBe(
      "false",
    );
    await sendParts(socket, kernel.key, parts);
    const ran = async () =>
      (await kernel.run('"forged" in globalThis')).of("execute_result")[0].data["text/plain"];
    await kernel.until(() => kernel.received.some(({ content }) => content.code?.includes("forged: true")));
    expect(await ran()).toBe("true");
    socket.close();
  });

  it("that is garbage is dropped", async () => {
    const [header = Buffer.of()] = request("0");
    const objects = Buffer.from("{}");
    for (const channel of ["shell", "control", "stdin"] as const) {
      const socket = kernel.connect(channel, `garbage ${channel}`);
      for (const frames of [[""], ["a", "b", "c"], ["<IDS|MSG>"], ["<IDS|MSG>", "", "", "", "", ""]]) {
        await socket.send(frames);
      }
      for (const parts of [
        [header, objects, objects, Buffer.from("{not json")],
        [Buffer.from("[]"), objects, objects, objects],
        [Buffer.from("null"), objects, objects, objects],
        [header, objects, objects, Buffer.of(0xff, 0xfe, 0)],
        [header, objects],
      ]) {
        await sendParts(socket, kernel.key, parts);
      }
      await kernel.until(
        () => (kernel.log.match(new RegExp(`${channel}: a message was dropped`, "g"))?.length ?? 0) >= 9,
      );
      socket.close();
    }
    expect(await kept()).toBe("7");
  });

  it("without what it needs harms nobody", async () => {
    for (const type of ["execute", "complete", "inspect", "is_complete", "history"]) {
      for (const content of [{}, { code: null, cursor_pos: null }, { code: 7, cursor_pos: -5 }]) {
        const reply = await kernel.ask("shell", `${type}_request`, content);
        expect(reply.status).toMatch(/^(ok|complete)$/);
      }
    }
    expect(await kept()).toBe("7");
  });
});

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
