// A kernel whose cells are orders, one a line: what a client must be ready for, without a language to run.
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Publisher, Reply, Router } from "zeromq";

const info = JSON.parse(readFileSync(process.argv[2], "utf8"));
const bind = async (socket, port) => {
  await socket.bind(`${info.transport}://${info.ip}:${port}`);
  return socket;
};
const shell = await bind(new Router(), info.shell_port);
const control = await bind(new Router(), info.control_port);
const stdin = await bind(new Router(), info.stdin_port);
const iopub = await bind(new Publisher(), info.iopub_port);
const heartbeat = await bind(new Reply(), info.hb_port);

const sign = (parts) =>
  parts.reduce((hmac, part) => hmac.update(part), createHmac("sha256", info.key)).digest("hex");

let sending = Promise.resolve();
function send(socket, address, parent, type, content) {
  const header = {
    msg_id: randomUUID(),
    session: "fake",
    username: "",
    date: "",
    msg_type: type,
    version: "5.4",
  };
  const parts = [header, parent, {}, content].map((part) => JSON.stringify(part));
  const frames = [...address, "<IDS|MSG>", sign(parts), ...parts];
  sending = sending.then(() => socket.send(frames));
  return sending;
}

let count = 0;
async function execute(address, header, { code, allow_stdin }) {
  const publish = (type, content) => send(iopub, [], header, type, content);
  const show = (id, data, type = "display_data") =>
    publish(type, { data, metadata: {}, transient: { display_id: id } });
  const orders = {
    print: (text) => publish("stream", { name: "stdout", text: `${text}\n` }),
    warn: (text) => publish("stream", { name: "stderr", text: `${text}\n` }),
    where: () => publish("stream", { name: "stdout", text: `${process.cwd()} ${process.env.FAKE_KERNEL}\n` }),
    stdin: () => publish("stream", { name: "stdout", text: `stdin ${allow_stdin}\n` }),
    show: (text) => show("one", { "text/plain": text }),
    update: (text) => show("one", { "text/plain": text }, "update_display_data"),
    clear: (text) => publish("clear_output", { wait: text === "wait" }),
    result: (text) =>
      publish("execute_result", { data: { "text/plain": text }, metadata: {}, execution_count: count }),
    late: (text) => void setTimeout(() => publish("stream", { name: "stdout", text: `${text}\n` }), 50),
    sleep: (text) => new Promise((resolve) => setTimeout(resolve, Number(text))),
    forge: (text) =>
      iopub.send([
        "<IDS|MSG>",
        "0".repeat(64),
        ...[{ msg_type: "stream" }, header, {}, { text }].map((part) => JSON.stringify(part)),
      ]),
    ask: (text) => send(stdin, [address[0]], header, "input_request", { prompt: text, password: false }),
    die: (text) => {
      process.stderr.write(`${text}\n`, () => process.exit(3));
      return new Promise(() => {});
    },
  };
  count++;
  await publish("status", { execution_state: "busy" });
  await publish("execute_input", { code, execution_count: count });
  let reply = { status: "ok", execution_count: count };
  for (const line of code.trim().split("\n")) {
    const [order, ...words] = line.split(" ");
    if (order !== "fail") await orders[order](words.join(" "));
    else {
      const error = { ename: "Failed", evalue: words.join(" "), traceback: ["Cell 1, line 2", "    fail"] };
      await publish("error", error);
      reply = { status: "error", ...error };
    }
  }
  await send(shell, address, header, "execute_reply", reply);
  await publish("status", { execution_state: "idle" });
}

async function serve(socket, answer) {
  for await (const frames of socket) {
    const start = frames.findIndex((frame) => frame.toString() === "<IDS|MSG>");
    const [signature, header, , , content] = frames.slice(start + 1);
    if (signature.toString() !== sign(frames.slice(start + 2))) process.exit(4);
    await answer(frames.slice(0, start), JSON.parse(header), JSON.parse(content));
  }
}

serve(shell, async (address, header, content) => {
  if (header.msg_type === "execute_request") return await execute(address, header, content);
  await send(iopub, [], header, "status", { execution_state: "busy" });
  await send(shell, address, header, "kernel_info_reply", { status: "ok", protocol_version: "5.4" });
  await send(iopub, [], header, "status", { execution_state: "idle" });
});
serve(control, async (address, header) => {
  await send(control, address, header, "shutdown_reply", { status: "ok", restart: false });
  setTimeout(() => process.exit(0), 20);
});
for await (const beat of heartbeat) await heartbeat.send(beat);
