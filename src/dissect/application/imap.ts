import type { Protocol } from "../protocol.js";
import { rowOnly } from "../row.js";
import { Wanted } from "../wanted.js";
import { lineText } from "./lines.js";
import { takeOverByTls } from "./tls.js";

const PORT = 143;
const LF = 10;

/** Internet Message Access Protocol (RFC 9051): tagged commands, and answers. */
export const imap: Protocol = {
  ...rowOnly({
    name: "imap",
    title: "Internet Message Access Protocol",
    label: "IMAP",
    info: (bytes, start, end, packet) =>
      (packet.destinationPort === PORT ? "Request: " : "Response: ") + lineText(bytes, start, end),
  }),
  on: { tcp: [PORT] },

  stream(packet, start, end) {
    const stopped = takeOverByTls(packet, start, end);
    if (stopped !== undefined) return stopped;
    if (packet.bytes[end - 1] !== LF) {
      packet.wanted = Wanted.line;
      return start;
    }
    imap.parse(packet, start, end);
    return end;
  },
};
