import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestKernel } from "./client.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
});
afterAll(() => kernel.stop());

const rich = `{ async [Symbol.for("Jupyter.display")]() { return { "text/plain": "p", "text/html": "<i>h</i>" }; } }`;
const bundle = { "text/plain": "p", "text/html": "<i>h</i>" };

describe("what is shown", () => {
  it("is a value's own bundle, as a result and by display()", async () => {
    expect((await kernel.run(`(${rich})`)).of("execute_result")[0].data).toEqual(bundle);
    expect((await kernel.run(`await display(${rich}); 0`)).of("display_data")[0].data).toEqual(bundle);
  });

  it("is a plain object as it is, if all its keys are MIME types", async () => {
    const { of } = await kernel.run('({ "application/json": { a: 1 }, "text/plain": "p" })');
    expect(of("execute_result")[0].data).toEqual({ "application/json": { a: 1 }, "text/plain": "p" });
    const other = await kernel.run('display({ "text/plain": "p", note: 1 })');
    expect(other.of("display_data")[0].data).toEqual({ "text/plain": "{ 'text/plain': 'p', note: 1 }" });
  });

  it("is base64 where a bundle holds bytes", async () => {
    const { of } = await kernel.run('display({ "image/png": Uint8Array.of(137, 80, 78, 71) })');
    expect(of("display_data")[0].data).toEqual({ "image/png": "iVBORw==" });
  });

  it("can be updated by its id", async () => {
    const first = await kernel.run('display("before", { id: "d1" })');
    expect(first.of("display_data")[0].transient).toEqual({ display_id: "d1" });
    const second = await kernel.run('display("after", { id: "d1", update: true })');
    const [{ data, transient }] = second.of("update_display_data");
    expect([data["text/plain"], transient]).toEqual(["'after'", { display_id: "d1" }]);
  });

  it("is there before the cell ends, awaited or not", async () => {
    const slow = rich.replace("return", "await new Promise((done) => setTimeout(done, 5)); return");
    expect((await kernel.run(`display(${slow}); 0`)).of("display_data")[0].data).toEqual(bundle);
  });

  it("can be cleared, at once or with the next output", async () => {
    expect((await kernel.run("clearOutput(); clearOutput(true)")).of("clear_output")).toEqual([
      { wait: false },
      { wait: true },
    ]);
  });

  it("is an error when the value's own method fails; the kernel goes on", async () => {
    const failing = rich.replace("return", 'throw new Error("no bundle"); return');
    for (const code of [`(${failing})`, `display(${failing}); 0`]) {
      const { reply, of } = await kernel.run(code);
      expect([reply.status, of("error")[0].evalue]).toEqual(["error", "no bundle"]);
    }
    expect(await kernel.value("6 * 7")).toBe("42");
  });

  it("arrives whole at 20 MB, and 3,000 times", async () => {
    const large = await kernel.run('display({ "text/html": "x".repeat(20e6) })');
    expect(large.of("display_data")[0].data["text/html"].length).toBe(20e6);
    const many = await kernel.run('for (let i = 0; i < 3000; i++) display({ "text/html": String(i) })');
    expect(many.of("display_data").map(({ data }) => data["text/html"])).toEqual(
      Array.from({ length: 3000 }, (_, i) => `${i}`),
    );
  });
});

describe("a chart", () => {
  const library = async (cell: string) => {
    const { of } = await kernel.run("call.sequence()", {}, cell === "" ? {} : { cellId: cell });
    return of("execute_result")[0].data["text/html"].includes("data-voiplab-library");
  };

  it("brings its library once, and again when the cell that brought it runs again", async () => {
    const path = fileURLToPath(
      new URL("../../notebooks/captures/01-call-100-to-300.pcapng", import.meta.url),
    );
    await kernel.run(`const call = (await openCapture(${JSON.stringify(path)})).calls[0]!;`);
    const brought: boolean[] = [];
    for (const cell of ["a", "b", "b", "a", "b", "", "a"]) brought.push(await library(cell));
    expect(brought).toEqual([true, false, false, true, false, false, true]);
  });
});

describe("input()", () => {
  it("asks the reader, and gives the answer to the cell", async () => {
    const id = await kernel.execute('const name = await input("Name? ", { password: true }); name', {
      allow_stdin: true,
    });
    const question = () =>
      kernel.received.find(({ type, parent }) => type === "input_request" && parent === id);
    await kernel.until(() => question() !== undefined);
    expect(question()?.content).toEqual({ prompt: "Name? ", password: true });
    await kernel.send("stdin", "input_reply", { value: "Zoé ☎" }, { msg_id: question()?.id });
    expect((await kernel.finish(id)).of("execute_result")[0].data["text/plain"]).toBe("'Zoé ☎'");
  });

  it("fails where nobody can answer", async () => {
    const { reply } = await kernel.run('await input("Name? ")');
    expect([reply.status, reply.ename]).toEqual(["error", "StdinNotImplementedError"]);
  });
});
