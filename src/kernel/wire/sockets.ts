import { type MessageLike, Publisher, Reply, Router, type Socket } from "zeromq";
import { log } from "../log.js";
import { address, type Channel, type Connection } from "./connection.js";
import { BadMessage, decode, encode, type Message, type Outgoing } from "./message.js";
import { createSigner } from "./signature.js";

/** Milliseconds that messages have to leave after the end. */
const linger = 1000;

/** The five sockets of a kernel. */
export interface Sockets {
  /** Sends a message and tells its id. What is sent on one channel arrives in that order. */
  send(channel: Exclude<Channel, "hb">, message: Outgoing): string;
  /** Takes every good message of a channel from now on. */
  receive(channel: "shell" | "control" | "stdin", take: (message: Message) => void): void;
  /** Resolves once everything is handed to the sockets. */
  close(): Promise<void>;
}

export async function bindSockets(connection: Connection): Promise<Sockets> {
  const signer = createSigner(connection.signature_scheme, connection.key);
  // no limit: at a limit a publisher drops messages, and output is never lost here
  const settings = { linger, sendHighWaterMark: 0 };
  const routed = { ...settings, handover: true, receiveHighWaterMark: 0 };
  const sockets = {
    shell: new Router(routed),
    control: new Router(routed),
    stdin: new Router(routed),
    iopub: new Publisher(settings),
    hb: new Reply({ linger: 0 }),
  };
  const channels = Object.entries(sockets) as [Channel, Socket][];
  await Promise.all(channels.map(([channel, socket]) => socket.bind(address(connection, channel))));
  const sending = {
    shell: Promise.resolve(),
    control: Promise.resolve(),
    stdin: Promise.resolve(),
    iopub: Promise.resolve(),
  };
  echo(sockets.hb);

  return {
    send(channel, message) {
      const { id, frames } = encode(message, signer);
      const socket: { send(frames: MessageLike[]): Promise<void> } = sockets[channel];
      // ZeroMQ refuses a second send while one waits
      sending[channel] = sending[channel]
        .then(() => socket.send(frames))
        .catch((error) => log(`${channel}: a message was not sent (${error.message})`));
      return id;
    },
    async receive(channel, take) {
      for await (const frames of sockets[channel]) {
        try {
          take(decode(frames, signer));
        } catch (error) {
          if (!(error instanceof BadMessage)) throw error;
          log(`${channel}: a message was dropped (${error.message})`);
        }
      }
    },
    async close() {
      await Promise.all(Object.values(sending));
      for (const [, socket] of channels) socket.close();
    },
  };
}

/** The heartbeat: everything comes back as it is. */
async function echo(socket: Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames);
}
