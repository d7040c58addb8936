import type { Packet } from "./packet.js";
import type { Protocol } from "./protocol.js";
import { type Row, rowOnly } from "./row.js";

/** A protocol over TCP whose messages begin with a header that tells how long they are. */
export interface Framed extends Row {
  /** Bytes of a message in which its length is found. */
  header: number;
  /** The whole length of the message at `at`, whose header is there; less than the header's is none of its own. */
  lengthAt(bytes: Uint8Array, at: number, packet: Packet): number;
  /** What stands between the Infos of messages in one frame; without it only the last one's shows. */
  between?: string;
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
