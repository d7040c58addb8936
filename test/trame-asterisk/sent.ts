import { join, long, word } from "../packets/bytes.js";
import { ethernet, IP, icmp, ipv4, type Ports, type TcpHeader, tcp, udp } from "../packets/network.js";
import type { Host } from "./hosts.js";

/** The first frame's time, in seconds since 1970: the report gives no date. 2023-01-01 00:00:00 UTC. */
export const START = 1_672_531_200;

/** Something that a host sent, and when: µs since the capture's first frame. */
export interface Sent {
  at: number;
  /** The frame's bytes; made in the order of the times, as hosts count the datagrams they send. */
  frame(): Uint8Array;
}

/** Who sends to whom. */
export interface Way {
  from: Host;
  to: Host;
}

export const back = ({ from, to }: Way): Way => ({ from: to, to: from });

export function datagram(at: number, way: Way, ports: Ports, payload: Uint8Array): Sent {
  return { at, frame: () => packet(way, IP.udp, udp(addressesOf(way), ports, payload)) };
}

/** A segment, and bytes after its datagram that fill the frame. */
export function segment(at: number, way: Way, header: TcpHeader, payload: Uint8Array, filling = 0): Sent {
  const said = tcp(addressesOf(way), header, payload);
  return { at, frame: () => join(packet(way, IP.tcp, said, { fragment: 0x4000 }), new Uint8Array(filling)) };
}

/** `ping -c 1` or its answer; the phone's has the time it asked in 8 bytes, little end first, and 48 that count up. */
export function echo(at: number, way: Way, kind: "request" | "reply", id: number, asked = at): Sent {
  const data = new DataView(new ArrayBuffer(56));
  data.setUint32(0, START + Math.floor(asked / 1e6), true);
  data.setUint32(4, asked % 1e6, true);
  for (let i = 8; i < 56; i++) data.setUint8(i, i);
  const rest = join(word(id), word(1), new Uint8Array(data.buffer));
  return { at, frame: () => packet(way, IP.icmp, icmp(kind === "request" ? 8 : 0, 0, rest)) };
}

/** A server's answer to a datagram for a port that nothing listens to; quotes it whole (RFC 1122 §3.2.2). */
export function portUnreachable(at: number, way: Way, quoted: Sent): Sent {
  const PORT = [3, 3] as const;
  return {
    at,
    frame: () =>
      packet(way, IP.icmp, icmp(...PORT, join(long(0), quoted.frame().subarray(14))), {
        service: 0xc0, // internetwork control (RFC 1812 §4.3.2.5)
        fragment: 0,
      }),
  };
}

/** The same frame whenever it is asked for. */
export function once({ at, frame }: Sent): Sent {
  let bytes: Uint8Array | undefined;
  return {
    at,
    frame: () => {
      bytes ??= frame();
      return bytes;
    },
  };
}

const addressesOf = ({ from, to }: Way) => ({ source: from.address, destination: to.address });

function packet(way: Way, protocol: number, payload: Uint8Array, special = {}): Uint8Array {
  const { from, to } = way;
  from.id = (from.id + 1) & 0xffff;
  const { id, ttl, fragment } = from;
  return ethernet(
    from.mac,
    to.mac,
    0x0800,
    ipv4({ ...addressesOf(way), id, ttl, fragment, ...special }, protocol, payload),
  );
}
