import { type MessageLike, Reply, Router, type Socket, XPublisher } from "zeromq";
import { log } from "../log.js";
import { address, type Channel, type Connection } from "./connection.js";
import { BadMessage, decode, encode, type Message, type Outgoing } from "./message.js";
import { createSigner } from "./signature.js";
import { subscribedTopic } from "./subscription.js";

/** Milliseconds that messages have to leave after the end. */
const linger = 1000;

/** Bytes of one frame, above which ZeroMQ ends the connection before it makes room for them. */
const largestFrame = 2 ** 28;

/** The five sockets of a kernel. */
export interface Sockets {
  /** Sends a message and tells its id. What is sent on one channel arrives in that order. */
  send(channel: Exclude<Channel, "hb">, message: Outgoing): string;
  /** Takes every good message of a channel from now on. */
  receive(channel: "shell" | "control" | "stdin", take: (message: Message) => void): void;
  /** Resolves when somebody listens to iopub, and was welcomed. */
  readonly heard: Promise<void>;
  /** Resolves once everything is handed to the sockets. */
  close(): Promise<void>;
}

export async function bindSockets(connection: Connection): Promise<Sockets> {
  const signer = createSigner(connection.signature_scheme, connection.key);
  // no limit: at a limit a publisher drops messages, and output is never lost here
  const settings = { linger, sendHighWaterMark: 0 };
  const routed = { ...settings, handover: true, maxMessageSize: largestFrame };
  const sockets = {
    shell: new Router(routed),
    control: new Router(routed),
    stdin: new Router(routed),
    iopub: new XPublisher({ ...settings, maxMessageSize: largestFrame, verbosity: "allSubs" }),
    hb: new Reply({ linger: 0, maxMessageSize: largestFrame }),
  };
  const channels = Object.entries(sockets) as [Channel, Socket][];
  await Promise.all(channels.map(([channel, socket]) => socket.bind(address(connection, channel))));
  const sending = {
    shell: Promise.resolve(),
    control: Promise.resolve(),
    stdin: Promise.resolve(),
    iopub: Promise.resolve(),
  };
  const send: Sockets["send"] = (channel, message) => {
    const { id, frames } = encode(message, signer);
    const socket: { send(frames: MessageLike[]): Promise<void> } = sockets[channel];
    // ZeroMQ refuses a second send while one waits
    sending[channel] = sending[channel]
      .then(() => socket.send(frames))
      .catch((error) => log(`${channel}: a message was not sent (${error.message})`));
    return id;
  };
  echo(sockets.hb);
  const heard = new Promise<void>((first) => void welcome(sockets.iopub, send, first));

  return {
    send,
    heard,
    async receive(channel, take) {
      let dropped = 0;
      for await (const frames of sockets[channel]) {
        try {
          take(decode(frames, signer));
        } catch (error) {
          if (!(error instanceof BadMessage)) throw error;
          if (worthTelling(++dropped)) log(`${channel}: message ${dropped} was dropped (${error.message})`);
        }
      }
    },
    async close() {
      await Promise.all(Object.values(sending));
      for (const [, socket] of channels) socket.close();
    },
  };
}

/** Whether to tell of the nth of the same kind: somebody may send a million. */
const worthTelling = (nth: number) => nth <= 100 || nth % 1000 === 0;

/** Tells each subscriber that from now on it misses nothing. */
async function welcome(socket: XPublisher, send: Sockets["send"], done: () => void): Promise<void> {
  for await (const [event] of socket) {
    const topic = event && subscribedTopic(event);
    if (topic === undefined) continue;
    const identities = topic === "" ? [] : [topic];
    send("iopub", { identities, type: "iopub_welcome", parent: undefined, content: { subscription: topic } });
    done();
  }
}

/** The heartbeat: everything comes back as it is. */
async function echo(socket: Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames);
}
