import { u32 } from "../bytes.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Wanted } from "../wanted.js";
import { lineAt, lineText } from "./lines.js";
import { hidesLength, messageName, readOffer, type SshSession, UNKNOWN_SESSION } from "./ssh-session.js";

const PORTS = [22, 29418];
const HEADER = 6; // length, length of the padding, number of the message
const LONGEST = 35_000; // RFC 4253 §6.1
const Message = { offer: 20, newKeys: 21 } as const;

/** The Secure Shell (RFC 4253): versions, the key exchange, and what nobody can read. */
export const ssh: Protocol = {
  name: "ssh",
  title: "SSH Protocol",
  label: (packet) => (packet.conversations.ssh.before(packet)?.versioned ? "SSHv2" : "SSH"),
  on: { tcp: PORTS },

  parse(packet, start, end) {
    packet.push(ssh, start, end);
  },

  stream(packet, start, end) {
    const { bytes } = packet;
    let session = packet.conversations.ssh.before(packet) ?? UNKNOWN_SESSION;
    let at = start;
    while (at < end) {
      const version = isVersion(bytes, at, end);
      const stop = !version && encrypted(packet, session) ? end : partEnd(bytes, at, end);
      if (version && bytes[stop - 1] !== LF) {
        packet.wanted = Wanted.line;
        break;
      }
      if (stop > end) {
        packet.wanted = stop - at;
        break;
      }
      ssh.parse(packet, at, stop);
      session = after(packet, session, at, stop);
      at = stop;
    }
    if (packet.learning && session !== UNKNOWN_SESSION) packet.conversations.ssh.learn(packet, session);
    return at;
  },

  info(packet, layer) {
    let session = packet.conversations.ssh.before(packet) ?? UNKNOWN_SESSION;
    const texts: string[] = [];
    for (let at = 0; at <= layer; at++) {
      if (packet.protocols[at] !== ssh) continue;
      const [start, end] = [packet.starts[at]!, packet.ends[at]!];
      const bytes = packet.buffers[at]!;
      const text = textOf(packet, bytes, session, start, end);
      if (text !== "") texts.push(text);
      session = after(packet, session, start, end, bytes);
    }
    return `${fromClient(packet) ? "Client" : "Server"}: ${texts.join(", ")}`;
  },
};

const LF = 10;

function fromClient({ destinationPort }: Packet): boolean {
  return PORTS.includes(destinationPort);
}

function isVersion(bytes: Uint8Array, at: number, end: number): boolean {
  return end - at >= 4 && u32(bytes, at) === 0x5353482d; // SSH-
}

/** Whether the sender's messages cannot be read, or nothing is known of the connection. */
function encrypted(packet: Packet, session: SshSession): boolean {
  return session === UNKNOWN_SESSION || (fromClient(packet) ? session.clientKeys : session.serverKeys);
}

/** Where a line, or a packet that is not encrypted, ends; a packet's end may lie after `end`. */
function partEnd(bytes: Uint8Array, at: number, end: number): number {
  if (isVersion(bytes, at, end)) return lineAt(bytes, at, end).next;
  const length = at + 4 <= end ? u32(bytes, at) : 0;
  return length === 0 || length > LONGEST ? end : at + 4 + length;
}

function messageOf(bytes: Uint8Array, start: number, end: number): number {
  const whole = end - start >= HEADER && u32(bytes, start) === end - start - 4;
  return whole ? bytes[start + 5]! : -1;
}

function textOf(packet: Packet, bytes: Uint8Array, session: SshSession, start: number, end: number): string {
  if (isVersion(bytes, start, end)) return `Protocol (${lineText(bytes, start, end)})`;
  const hidden = encrypted(packet, session);
  const number = hidden ? -1 : messageOf(bytes, start, end);
  if (number !== -1) return messageName(number, session);
  return hidden && hidesLength(session, fromClient(packet)) ? "" : `Encrypted packet (len=${end - start})`;
}

/** What is known behind a part. */
function after(
  packet: Packet,
  session: SshSession,
  start: number,
  end: number,
  bytes = packet.bytes,
): SshSession {
  const client = fromClient(packet);
  if (isVersion(bytes, start, end)) return { ...session, versioned: session.versioned || client };
  if (encrypted(packet, session)) return session;
  const number = messageOf(bytes, start, end);
  if (number === Message.offer) {
    const offer = readOffer(bytes, start + HEADER, end);
    return client ? { ...session, client: offer } : { ...session, server: offer };
  }
  if (number !== Message.newKeys) return session;
  return client ? { ...session, clientKeys: true } : { ...session, serverKeys: true };
}
