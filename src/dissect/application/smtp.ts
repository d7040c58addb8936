import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Wanted } from "../wanted.js";
import { linesOf } from "./lines.js";
import { takeOverByTls } from "./tls.js";

const PORTS = [25, 587];
const LF = 10;
const END = [13, 10, 46, 13, 10]; // an empty line's end, a dot, a line's end

/** Simple Mail Transfer Protocol (RFC 5321): commands, answers, and a message behind DATA. */
export const smtp: Protocol = {
  name: "smtp",
  title: "Simple Mail Transfer Protocol",
  label: "SMTP",
  on: { tcp: PORTS },

  parse(packet, start, end) {
    packet.push(smtp, start, end);
    if (!packet.learning || !fromClient(packet)) return;
    if (/^DATA$/i.test(linesOf(packet.bytes, start, end).at(-1) ?? ""))
      packet.conversations.mail.learn(packet, true);
  },

  stream(packet, start, end) {
    const stopped = takeOverByTls(packet, start, end);
    if (stopped !== undefined) return stopped;
    if (fromClient(packet) && packet.conversations.mail.before(packet)) {
      readMessage(packet, start, end);
      return end;
    }
    if (packet.bytes[end - 1] !== LF) {
      packet.wanted = Wanted.line;
      return start;
    }
    smtp.parse(packet, start, end);
    return end;
  },

  info(packet, layer) {
    const lines = linesOf(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!);
    if (fromClient(packet)) return `C: ${lines.join(" | ")}`;
    // the code of an answer of several lines stands once
    const code = lines[0]?.slice(0, 3);
    const rest = lines.slice(1).map((line, i) => {
      const goesOn = lines[i]![3] === "-" && line.slice(0, 3) === code;
      return goesOn ? line.slice(4) : line;
    });
    return `S: ${[lines[0] ?? "", ...rest].join(" | ")}`;
  },
};

const fragment: Protocol = {
  name: "smtp",
  title: "Simple Mail Transfer Protocol",
  label: "SMTP",
  parse(packet, start, end) {
    packet.push(fragment, start, end);
  },
  info: (packet, layer) => `C: DATA fragment, ${packet.ends[layer]! - packet.starts[layer]!} bytes`,
};

/** The end of a message (RFC 5322), where Wireshark reads it whole. */
const message: Protocol = {
  ...fragment,
  name: "imf",
  title: "Internet Message Format",
  label: "SMTP/IMF",
  parse(packet, start, end) {
    packet.push(message, start, end);
  },
};

function readMessage(packet: Packet, start: number, end: number): void {
  const { bytes } = packet;
  let last = false;
  for (let at = start; at + 3 <= end && !last; at++) {
    // a dot alone may begin the segment: the line before ended in another
    const skip = at === start && bytes[at] === END[2] ? 2 : 0;
    last = END.slice(skip).every((byte, i) => bytes[at + i] === byte);
  }
  (last ? message : fragment).parse(packet, start, end);
  if (last && packet.learning) packet.conversations.mail.learn(packet, false);
}

function fromClient({ destinationPort }: Packet): boolean {
  return PORTS.includes(destinationPort);
}
