import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import type { Signer } from "./signature.js";

/** The version of Jupyter's messaging protocol that is spoken here. */
export const protocolVersion = "5.4";

export interface Header {
  msg_id: string;
  msg_type: string;
}

/** A message that came in, its signature checked. */
export interface Message {
  /** The way back, through the ROUTER socket. */
  identities: Uint8Array[];
  header: Header;
  /** The header as it came: an answer's parent. */
  headerBytes: Uint8Array;
  parent: Partial<Header>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
}

/** A message to send; content as an object or as JSON already. */
export interface Outgoing {
  identities: readonly (Uint8Array | string)[];
  type: string;
  parent: Uint8Array | undefined;
  content: object | Uint8Array;
}

/** A message that is dropped, and why. */
export class BadMessage extends Error {}

const delimiter = "<IDS|MSG>";
/** Bytes of a message that comes in. A cell of a megabyte is long already; JupyterLab's server takes no more than 10. */
const largest = 2 ** 25;
const nothing = Buffer.from("{}");
const session = randomUUID();
const username = userInfoName();
let sent = 0;

/** Reads frames from a socket. Nothing of the message is parsed before its signature is found good. */
export function decode(frames: readonly Uint8Array[], signer: Signer): Message {
  const size = frames.reduce((sum, frame) => sum + frame.length, 0);
  if (size > largest) throw new BadMessage(`${size} bytes, at most ${largest} expected`);
  const at = frames.findIndex((frame) => frame.length === delimiter.length && text(frame) === delimiter);
  if (at < 0) throw new BadMessage(`no ${delimiter} among ${frames.length} frames`);
  const [signature, ...parts] = frames.slice(at + 1);
  if (!signature || parts.length < 4) throw new BadMessage(`${parts.length} parts, 4 expected`);
  const signed = parts.slice(0, 4) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  if (!signer.verify(signature, signed)) throw new BadMessage("wrong signature");
  if (!signer.first(signature)) throw new BadMessage("came before");
  const [header, parent, metadata, content] = signed.map(parseObject) as Record<string, unknown>[];
  if (typeof header?.msg_id !== "string" || typeof header.msg_type !== "string") {
    throw new BadMessage("header without msg_id or msg_type");
  }
  return {
    identities: frames.slice(0, at),
    header: header as unknown as Header,
    headerBytes: signed[0],
    parent: parent as Partial<Header>,
    metadata: metadata as Record<string, unknown>,
    content: content as Record<string, unknown>,
  };
}

/** Frames for a socket, and the id of the message. */
export function encode({ identities, type, parent, content }: Outgoing, signer: Signer) {
  const msg_id = `${session}_${++sent}`;
  const header = {
    msg_id,
    session,
    username,
    date: new Date().toISOString(),
    msg_type: type,
    version: protocolVersion,
  };
  const parts = [
    Buffer.from(JSON.stringify(header)),
    parent ?? nothing,
    nothing,
    content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content)),
  ];
  return { id: msg_id, frames: [...identities, delimiter, signer.sign(parts), ...parts] };
}

function parseObject(bytes: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text(bytes));
  } catch (error) {
    throw new BadMessage(`not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new BadMessage("a part is no object");
  return value as Record<string, unknown>;
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}

/** Jupyter wants a name; a container may have none for its user. */
function userInfoName(): string {
  try {
    return userInfo().username;
  } catch {
    return "kernel";
  }
}
