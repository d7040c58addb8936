import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { byteAt, rowOnly } from "../row.js";
import { lineText } from "./lines.js";
import { takeOverByTls } from "./tls.js";

// Protocols over TCP, mostly of lines of text, whose row is the first line and who says it.

type Info = (bytes: Uint8Array, start: number, end: number, packet: Packet) => string;

/** `Request: …` to the server's port, `Response: …` from it. */
const spoken =
  (port: number): Info =>
  (bytes, start, end, packet) =>
    (packet.destinationPort === port ? "Request: " : "Response: ") + lineText(bytes, start, end);

/** Fixed words, by who says them. */
const told =
  (port: number, request: string, response: string): Info =>
  (_bytes, _start, _end, packet) =>
    packet.destinationPort === port ? request : response;

const POP = 110;
const PLUS = 0x2b;
const MINUS = 0x2d;

/** Post Office Protocol (RFC 1939): what the server says after neither +OK nor -ERR is of a message. */
const pop: Info = (bytes, start, end, packet) => {
  if (packet.destinationPort === POP) return `C: ${lineText(bytes, start, end)}`;
  const mark = byteAt(bytes, start, end);
  if (mark !== PLUS && mark !== MINUS) return `S: DATA fragment, ${end - start} bytes`;
  return `S: ${lineText(bytes, start, end)}`;
};

const row = (name: string, title: string, label: string, port: number, info: Info) =>
  rowOnly({ name, title, label, on: { tcp: [port] }, info });

/** Segments are messages, until TLS takes the connection over. */
function untilTls(protocol: Protocol): Protocol {
  return {
    ...protocol,
    stream(packet, start, end) {
      const stopped = takeOverByTls(packet, start, end);
      if (stopped !== undefined) return stopped;
      protocol.parse(packet, start, end);
      return end;
    },
  };
}

export const textProtocols: readonly Protocol[] = [
  untilTls(row("pop", "Post Office Protocol", "POP", POP, pop)),
  row("telnet", "Telnet", "TELNET", 23, () => "Telnet Data ..."),
  row("nntp", "Network News Transfer Protocol", "NNTP", 119, spoken(119)),
  row("rsh", "Remote Shell", "RSH", 514, told(514, "Client -> Server data", "Server -> Client Data")),
  row("chargen", "Character Generator Protocol", "Chargen", 19, () => "Chargen"),
];
