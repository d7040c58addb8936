import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestKernel } from "./client.js";
import { hmac, messageParts, sendParts } from "./wire.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
  await kernel.run("let kept = 7");
});
afterAll(() => kernel.stop());

const kept = () => kernel.value("kept");
const request = (code: string) => messageParts("execute_request", { code }).parts;

/** Waits until so many messages of a channel have been dropped for a reason. */
const told = (channel: string, reason: string, times: number) =>
  kernel.until(() => {
    const line = new RegExp(`${channel}: message \\d+ was dropped \\(.*${reason}`, "g");
    return (kernel.log.match(line)?.length ?? 0) >= times;
  });

describe("a message", () => {
  it("with a wrong signature is dropped before it is read", async () => {
    const socket = kernel.connect("shell", "forger");
    const parts = request("Object.assign(globalThis, { forged: true })");
    const good = hmac(kernel.key, parts);
    for (const signature of ["", "0".repeat(64), good.slice(1), good.toUpperCase()]) {
      await sendParts(socket, kernel.key, parts, signature);
    }
    await told("shell", "wrong signature", 4);
    expect(await kernel.value('"forged" in globalThis')).toBe("false");
    await sendParts(socket, kernel.key, parts);
    const ran = () => kernel.value('"forged" in globalThis');
    await kernel.until(() => kernel.received.some(({ content }) => content.code?.includes("forged: true")));
    expect(await ran()).toBe("true");
    socket.close();
  });

  it("that comes a second time is dropped, also under another name", async () => {
    const parts = request("Object.assign(globalThis, { runs: ((globalThis as any).runs ?? 0) + 1 })");
    for (const name of ["first", "second", "third"]) {
      const socket = kernel.connect("shell", name);
      await sendParts(socket, kernel.key, parts);
      if (name !== "first") await told("shell", "came before", name === "second" ? 1 : 2);
      else await kernel.until(() => kernel.received.some(({ content }) => content.code?.includes("runs:")));
      socket.close();
    }
    expect(await kernel.value("(globalThis as any).runs")).toBe("1");
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
      await told(channel, "", 9);
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

describe("50 MB", () => {
  const size = 50e6;
  /** Megabytes that the process of the protocol holds; the system tells it on Linux only. */
  const memory = () => {
    if (process.platform !== "linux") return 0;
    const [, kilobytes] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${kernel.process.pid}/status`, "utf8"))!;
    return Number(kilobytes) / 1024;
  };

  async function flood(): Promise<void> {
    const dropped = () => Number(/.*shell: message (\d+) was dropped/s.exec(kernel.log)?.[1] ?? 0);
    const before = dropped();
    const socket = kernel.connect("shell", "flood");
    await socket.send(["<IDS|MSG>", "signature", Buffer.alloc(size, "x"), "{}", "{}", "{}"]);
    for (let i = 0; i < 50_000; i++) await socket.send(["<IDS|MSG>", Buffer.alloc(1000, i)]);
    await kernel.until(() => dropped() >= before + 49_000); // from the hundredth on, each thousandth is told
    socket.close();
    const raw = connect(kernel.port("shell"), "127.0.0.1");
    raw.on("error", () => {}); // ZeroMQ hangs up on what does not greet it
    await new Promise((closed) => {
      raw.resume().on("close", closed).end(Buffer.alloc(size, "garbage"));
    });
  }

  it("of garbage in one message, in many, and without any form change nothing, also a second time", async () => {
    const before = memory();
    await flood();
    expect(kernel.log).toContain(`was dropped (${size + 29} bytes, at most ${2 ** 25} expected)`);
    expect(await kept()).toBe("7");
    const after = memory();
    expect(after).toBeLessThan(before + 4 * (size / 1e6));
    await flood();
    expect(await kept()).toBe("7");
    expect(memory()).toBeLessThan(after + size / 1e6);
    expect(kernel.log.split("\n").length).toBeLessThan(500);
  });

  it("or an exabyte that a frame's head promises, do not make room for it", async () => {
    // ZMTP 3.0 (RFC 23): signature and version, mechanism NULL, READY as a DEALER, a long frame of 2^60 bytes
    const greeting = Buffer.alloc(64);
    greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0]);
    greeting.write("NULL", 12);
    const ready = Buffer.from("\x04\x1c\x05READY\x0bSocket-Type\0\0\0\x06DEALER", "latin1");
    const head = Buffer.from([2, 0x10, 0, 0, 0, 0, 0, 0, 0]);
    const socket = connect(kernel.port("shell"), "127.0.0.1");
    socket.on("error", () => {});
    const closed = new Promise((resolve) => socket.on("close", resolve));
    socket.write(Buffer.concat([greeting, ready, head]));
    socket.resume();
    await closed;
    expect(await kept()).toBe("7");
  });
});
