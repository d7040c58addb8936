import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestKernel } from "./client.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
});
afterAll(() => kernel.stop());

describe("a cell", () => {
  it("knows the library in the first cell, with types", async () => {
    expect(await kernel.value("typeof openCapture")).toBe("'function'");
    const { reply } = await kernel.run("const wrong: number = openCapture;");
    expect(reply.evalue).toMatch(/Type '\(.*Promise<Capture>' is not assignable to type 'number'/);
  });

  it("imports the library from an empty folder, the same that is global", async () => {
    const { of } = await kernel.run('import { openCapture as open } from "voiplab"; open === openCapture');
    expect(of("execute_result")[0].data["text/plain"]).toBe("true");
    const { reply } = await kernel.run(
      'import { openCapture as asked } from "voiplab"; const n: number = asked;',
    );
    expect(reply.evalue).toContain("not assignable to type 'number'");
  });

  it("gives the last expression as its result, and nothing for undefined", async () => {
    const { of, reply } = await kernel.run("20 + 22");
    const count = reply.execution_count;
    expect(of("execute_result")).toEqual([
      { execution_count: count, data: { "text/plain": "42" }, metadata: {} },
    ]);
    expect((await kernel.run("undefined")).of("execute_result")).toEqual([]);
    expect(await kernel.value("null")).toBe("null");
    expect((await kernel.run("const declared = 5")).outputs.map(({ type }) => type)).toEqual([
      "execute_input",
    ]);
  });

  it("awaits a promise as last expression", async () => {
    const { of } = await kernel.run('new Promise<string>((done) => setTimeout(() => done("late"), 5))');
    expect(of("execute_result")[0].data["text/plain"]).toBe("'late'");
  });

  it("keeps its variables and types for later cells, and lets them be declared anew", async () => {
    await kernel.run("let size = 1; interface Box { size: number } function grow() { size++ }");
    await kernel.run("grow(); const box: Box = { size };");
    expect(await kernel.value("box.size")).toBe("2");
    await kernel.run('const size = "large";');
    expect(await kernel.value("size.length")).toBe("5");
  });

  it("knows the library by a name that no cell mentions as well", async () => {
    expect(await kernel.value('typeof eval("open" + "Capture")')).toBe("'function'");
    expect(await kernel.value('import { openCapture as own } from "voiplab"; own === openCapture')).toBe(
      "true",
    );
  });

  it("differs from a part of one module in what the README says", async () => {
    const shown = (code: string) => kernel.value(code);
    await kernel.run("let n = 0; const count = () => ++n;");
    expect(await shown("n = 10; count()")).toBe("1");
    await kernel.run("let n = 5;");
    expect(await shown("count()")).toBe("2");
    writeFileSync(join(kernel.folder, "live.ts"), "export let live = 0;\nexport const up = () => ++live;\n");
    await kernel.run('import { live, up } from "./live";');
    expect(await shown("up(); live")).toBe("0");
    await kernel.run("interface Merged { x: number }");
    expect(
      (await kernel.run("interface Merged { y: number }\nconst merged: Merged = { y: 1 };")).reply.status,
    ).toBe("ok");
    expect((await kernel.run("class Early { use() { return lateName(); } }")).reply.ename).toBe("TS2304");
    expect((await kernel.run("export const exported = 1;")).reply.status).toBe("error");
  });

  it("that throws keeps what it declared before, and leaves what it did not come to as it was", async () => {
    await kernel.run('const kept = "old"; let untouched = 7;');
    const failing = await kernel.run(
      `import { sep } from "node:path"; const kept = 1, before = { x: 2 }; interface Seen { y: number }
       let empty: string | undefined; function early(): number { return before.x; }
       if (before.x === 2) throw new Error("here");
       const untouched = "new", unreached = 3; class Late {}`,
    );
    expect(failing.of("error")[0].evalue).toBe("here");
    const after = await kernel.run(
      "const seen: Seen = { y: kept + early() + untouched }; empty ??= sep; [seen.y, before, empty]",
    );
    expect(after.of("execute_result")[0].data["text/plain"]).toBe("[ 10, { x: 2 }, '/' ]");
    expect((await kernel.run("unreached")).reply.ename).toBe("TS2304");
    expect((await kernel.run("new Late()")).reply.ename).toBe("TS2304");
  });

  it("that fails after an await keeps what it declared before", async () => {
    await kernel.run('const waited = await Promise.resolve(3); await Promise.reject(new Error("late"));');
    expect(await kernel.value("waited")).toBe("3");
  });

  it("may declare a name anew without a value", async () => {
    await kernel.run("let again: number | undefined = 1;");
    const { of } = await kernel.run("let again: number | undefined; String(again)");
    expect(of("execute_result")[0].data["text/plain"]).toBe("'undefined'");
  });

  it("knows the variables of earlier cells in shorthand properties", async () => {
    await kernel.run("let width = 3; const height = 4;");
    const { of } = await kernel.run(
      "const make = () => ({ width, height }); ({ width } = { width: 9 }); make()",
    );
    expect(of("execute_result")[0].data["text/plain"]).toBe("{ width: 9, height: 4 }");
  });

  it("may await at its top level, and loop so", async () => {
    await kernel.run("const five = await Promise.resolve(5);");
    await kernel.run("let sum = 0; for await (const one of [1, Promise.resolve(five)]) sum += one;");
    expect(await kernel.value("sum")).toBe("6");
  });

  it("imports the notebook's own files, again when they change", async () => {
    const write = (text: string) =>
      `import { writeFileSync, utimesSync } from "node:fs"; writeFileSync("own.ts", ${JSON.stringify(text)});`;
    await kernel.run(write("export const own = 1;"));
    expect(await kernel.value('import { own } from "./own"; own')).toBe("1");
    await kernel.run(`${write('export const own = "text";')} utimesSync("own.ts", 1, 1);`);
    const { of } = await kernel.run('import { own } from "./own"; own.length');
    expect(of("execute_result")[0].data["text/plain"]).toBe("4");
  });
});

describe("text", () => {
  it("comes as written, to the stream it was written to, in order with displays", async () => {
    const code =
      'console.log("one"); display({ "text/plain": "two" }); console.error("thrée ☎️ 🎉"); console.log("four")';
    const { outputs } = await kernel.run(code);
    const shown = outputs
      .slice(1)
      .map(({ content: { name, text, data } }) => [name, text ?? data["text/plain"]]);
    expect(shown).toEqual([
      ["stdout", "one\n"],
      [undefined, "two"],
      ["stderr", "thrée ☎️ 🎉\n"],
      ["stdout", "four\n"],
    ]);
  });

  it("is whole when a character comes in pieces", async () => {
    const { text } = await kernel.run(
      'for (const byte of Buffer.from("é☎🎉")) process.stdout.write(Buffer.of(byte))',
    );
    expect(text()).toBe("é☎🎉");
  });

  it("loses none of 20,000 lines, in few messages", async () => {
    const { text, of } = await kernel.run('for (let i = 0; i < 20000; i++) console.log("line", i)');
    expect(text()).toBe(Array.from({ length: 20000 }, (_, i) => `line ${i}\n`).join(""));
    expect(of("stream").length).toBeLessThan(100);
  });

  it("that programs started by a cell write is shown too", async () => {
    const id = await kernel.execute(
      'import { execFileSync } from "node:child_process"; execFileSync(process.execPath, ["-e", "console.log(6 * 7)"], { stdio: "inherit" });',
    );
    await kernel.until(() =>
      kernel.received.some(({ parent, content }) => parent === id && content.text === "42\n"),
    );
  });

  it("of timers and continued functions goes to the cell that began them", async () => {
    const first = await kernel.execute(
      `let go = () => {}; const gate = new Promise<void>((open) => { go = open; });
       gate.then(() => console.log("continued"));
       const look = setInterval(() => { if ("ready" in globalThis) { clearInterval(look); console.log("ticked"); } }, 5); 0`,
    );
    await kernel.finish(first);
    await kernel.run('go(); Object.assign(globalThis, { ready: true }); console.log("second")');
    const said = (text: string) => kernel.received.find(({ content }) => content.text?.includes(text));
    await kernel.until(() => said("continued") !== undefined && said("ticked") !== undefined);
    expect(said("continued")?.parent).toBe(first);
    expect(said("ticked")?.parent).toBe(first);
  });

  it("of streams and servers goes to the cell that began them, while another runs", async () => {
    writeFileSync(join(kernel.folder, "read.bin"), Buffer.alloc(1e6));
    const reading = await kernel.execute(
      `import { createReadStream } from "node:fs"; import { createServer } from "node:net";
       createReadStream("read.bin", { highWaterMark: 1000 }).resume().on("end", () => console.log("read")); 0`,
    );
    const serving = await kernel.execute(
      `const server = createServer((peer) => peer.on("data", (text) => { console.log("served", String(text)); server.close(); peer.end(); }));
       await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
       (server.address() as { port: number }).port`,
    );
    const port = (await kernel.finish(serving)).of("execute_result")[0].data["text/plain"];
    await kernel.run("1");
    connect(Number(port), "127.0.0.1")
      .on("error", () => {})
      .write("hello");
    const said = (text: string) => kernel.received.find(({ content }) => content.text === text);
    await kernel.until(() => said("read\n") !== undefined && said("served hello\n") !== undefined);
    expect([said("read\n")?.parent, said("served hello\n")?.parent]).toEqual([reading, serving]);
  });
});
