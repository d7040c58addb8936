import { pushShortened } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { CONTINUATION, looksLikeSip, sipInfo, sipMessageEnd, skipKeepAlive } from "../sip/index.js";
import { Wanted } from "../wanted.js";

const LF = 10;
const LONGEST_FIRST_LINE = 1500; // as long Wireshark waits for its end

/**
 * Reads the messages of a stream (RFC 3261 §18.3) with `sip`, its line breaks between them passed over. Where the
 * first begins that is not there whole.
 */
export function readSipStream(packet: Packet, sip: Protocol, start: number, end: number): number {
  const { bytes, wireEnd } = packet;
  let at = skipKeepAlive(bytes, start, end);
  while (at < end) {
    const line = bytes.indexOf(LF, at);
    const lineEnd = line === -1 || line >= end ? end : line;
    if (lineEnd === end && end - at < LONGEST_FIRST_LINE) {
      packet.wanted = Wanted.line;
      return at;
    }
    if (bytes.subarray(at, lineEnd).includes(0)) return end; // something else that holds SIP, perhaps
    if (!looksLikeSip(bytes, at, end)) {
      continuation.parse(packet, at, end);
      return end;
    }
    const stop = sipMessageEnd(bytes, at, end);
    if (stop === -1 || stop > end) {
      packet.wanted = stop === -1 ? Wanted.emptyLine : stop - at;
      return at;
    }
    packet.wireEnd = stop;
    sip.parse(packet, at, stop);
    packet.wireEnd = wireEnd;
    at = skipKeepAlive(bytes, stop, end);
  }
  return end;
}

/** What stands where a message should begin, and is none. */
const continuation: Protocol = {
  name: "sip",
  title: "Session Initiation Protocol",
  label: "SIP",

  parse(packet, start, end) {
    packet.push(continuation, start, end);
    if (packet.bytes[end - 1] !== LF) pushShortened(packet, end);
  },

  info: (packet) => packet.sip.map((message) => sipInfo(message)).join("") + CONTINUATION,
};
