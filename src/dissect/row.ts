import type { Packet } from "./packet.js";
import type { Protocol } from "./protocol.js";

type OfBytes<T> = (bytes: Uint8Array, start: number, end: number, packet: Packet) => T;

/** What a protocol says of which nothing is read but its row. */
export interface Row extends Pick<Protocol, "name" | "title" | "on" | "heuristic"> {
  label: string | OfBytes<string>;
  /** Whether a payload that came to it is its own; asked as its look too, where `heuristic` names transports. */
  accepts?: OfBytes<boolean>;
  /** Its Info; without it that of the layer around shows. */
  info?: OfBytes<string>;
}

/** A protocol that is known by its label, and perhaps a line of Info: its payload is left aside. */
export function rowOnly({ label, accepts, info, ...rest }: Row): Protocol {
  const asked =
    <T>(of: OfBytes<T>) =>
    (packet: Packet, layer: number): T =>
      of(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!, packet);
  const self: Protocol = {
    ...rest,
    label: typeof label === "string" ? label : asked(label),

    parse(packet, start, end) {
      if (start >= end || accepts?.(packet.bytes, start, end, packet) === false) return;
      packet.push(self, start, end);
    },

    ...(info && { info: asked(info) }),
    ...(accepts &&
      rest.heuristic && { looksLike: (packet, start, end) => accepts(packet.bytes, start, end, packet) }),
  };
  return self;
}

/** A number at `at`, or -1 where the bytes end before it. */
export function byteAt(bytes: Uint8Array, at: number, end: number): number {
  return at < end ? bytes[at]! : -1;
}
