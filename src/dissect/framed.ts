import type { Packet } from "./packet.js";
import type { Parse, Protocol, StreamReader } from "./protocol.js";
import { type Row, rowOnly } from "./row.js";

/** A length of 32 bits from the wire may be more than a number of bytes can be here. */
const MOST_WANTED = 0x7fffffff;

/** A protocol over TCP whose messages begin with a header that tells how long they are. */
export interface Framed extends Row {
  /** Bytes of a message in which its length is found. */
  header: number;
  /** The whole length of the message at `at`, whose header is there; less than the header's is none of its own. */
  lengthAt(bytes: Uint8Array, at: number, packet: Packet): number;
  /** What stands between the Infos of messages in one frame; without it only the last one's shows. */
  between?: string;
}

/** A message of a TCP stream whose first segment gets a row of its own, as long as the message is not there whole. */
export interface Awaited {
  /** Bytes of a message after which its length is known, and those that tell whether it is one. */
  lengthEnd: number;
  headerEnd: number;
  /** Whether the message at `at`, whose header is there, is one. */
  belongs(bytes: Uint8Array, at: number, end: number): boolean;
  /** The whole length of the message at `at`. */
  lengthAt(bytes: Uint8Array, at: number): number;
  /** The Info of that row; of TCP's nothing is left, as in Wireshark. */
  waitingInfo: string;
}

/** A reader of such messages, each of which ends for itself on the wire. */
export function awaited(format: Awaited, parse: Parse): StreamReader {
  const { lengthEnd, headerEnd, belongs, lengthAt, waitingInfo } = format;
  const waiting: Protocol = {
    name: "tcp.segment",
    title: "TCP segment data",
    parse(packet, start, end) {
      packet.push(waiting, start, end);
    },
    info: () => waitingInfo,
  };
  return (packet, start, end) => {
    const { bytes, wireEnd } = packet;
    let at = start;
    while (at + lengthEnd <= end) {
      const headed = at + headerEnd <= end;
      if (headed && !belongs(bytes, at, end)) return end;
      const stop = at + lengthAt(bytes, at);
      if (stop > end) {
        packet.wanted = Math.min(stop - at, MOST_WANTED);
        if (wireEnd <= end && at === start && headed) waiting.parse(packet, at, end);
        break;
      }
      packet.wireEnd = stop;
      parse(packet, at, stop);
      packet.wireEnd = wireEnd;
      at = stop;
    }
    return at;
  };
}

/** Reads messages one after the other; each is known by its row. */
export function framed({ header, lengthAt, between, ...row }: Framed): Protocol {
  const single = rowOnly(row);
  const { info } = single;
  const self: Protocol = {
    ...single,

    parse(packet, start, end) {
      if (start < end) packet.push(self, start, end);
    },

    stream(packet, start, end) {
      let at = start;
      while (at < end) {
        if (end - at < header) {
          packet.wanted = header;
          break;
        }
        const length = lengthAt(packet.bytes, at, packet);
        if (length < header) return end;
        if (at + length > end) {
          packet.wanted = length;
          break;
        }
        self.parse(packet, at, at + length);
        at += length;
      }
      return at;
    },

    ...(info &&
      between !== undefined && {
        info(packet, layer) {
          const texts: string[] = [];
          for (let at = 0; at <= layer; at++) {
            if (packet.protocols[at] === self) texts.push(info(packet, at));
          }
          return texts.join(between);
        },
      }),
  };
  return self;
}
