import { createHmac, randomUUID } from "node:crypto";
import type { Dealer } from "zeromq";

/** A message as a client sees it. The wire is spelled out again here: the kernel's own code is what is tested. */
export interface ClientMessage {
  type: string;
  id: string;
  parent: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: contents are what the tests look into
  content: any;
}

export const session = randomUUID();
const delimiter = "<IDS|MSG>";

export function hmac(key: string, parts: Buffer[]): string {
  const digest = createHmac("sha256", key);
  for (const part of parts) digest.update(part);
  return digest.digest("hex");
}

export function messageParts(type: string, content: object, parent: object = {}, metadata: object = {}) {
  const id = randomUUID();
  const header = {
    msg_id: id,
    session,
    username: "test",
    date: "2024-01-01T00:00:00Z",
    msg_type: type,
    version: "5.4",
  };
  return {
    id,
    header,
    parts: [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part))),
  };
}

export async function sendParts(socket: Dealer, key: string, parts: Buffer[], signature = hmac(key, parts)) {
  await socket.send([delimiter, signature, ...parts]);
}

/** Reads what a kernel sent; a wrong signature is an error of the kernel's. */
export function readFrames(frames: Buffer[], key: string): ClientMessage {
  const at = frames.findIndex((frame) => frame.toString() === delimiter);
  const [signature, ...parts] = frames.slice(at + 1) as [Buffer, ...Buffer[]];
  if (signature.toString() !== hmac(key, parts.slice(0, 4)))
    throw new Error("the kernel signed a message wrongly");
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString()));
  return { type: header.msg_type, id: header.msg_id, parent: parent.msg_id, content };
}
