import { viewOf } from "../bytes.js";
import { rowOnly } from "../row.js";

const Type = { initiation: 1, response: 2, cookie: 3, data: 4 } as const;
/** How long messages are; data has at least so many bytes. */
const LENGTHS: Readonly<Record<number, number>> = { 1: 148, 2: 92, 3: 64, 4: 32 };

/** WireGuard: the type, three zero bytes, and the receivers' and senders' numbers, little-endian. */
export const wireGuard = rowOnly({
  name: "wg",
  title: "WireGuard Protocol",
  label: "WireGuard",
  heuristic: ["udp"],
  accepts(bytes, start, end) {
    const type = bytes[start]!;
    const length = LENGTHS[type];
    if (length === undefined || end - start < length) return false;
    if (bytes[start + 1] !== 0 || bytes[start + 2] !== 0 || bytes[start + 3] !== 0) return false;
    return type === Type.data || end - start === length;
  },
  info(bytes, start, end) {
    const view = viewOf(bytes);
    const number = (at: number) =>
      `0x${view
        .getUint32(start + at, true)
        .toString(16)
        .toUpperCase()
        .padStart(8, "0")}`;
    switch (bytes[start]) {
      case Type.initiation:
        return `Handshake Initiation, sender=${number(4)}`;
      case Type.response:
        return `Handshake Response, sender=${number(4)}, receiver=${number(8)}`;
      case Type.cookie:
        return `Cookie Reply, receiver=${number(4)}`;
      default: {
        const counter = view.getBigUint64(start + 8, true);
        const size = end - start - LENGTHS[Type.data]!;
        const text = `receiver=${number(4)}, counter=${counter}`;
        return size === 0 ? `Keepalive, ${text}` : `Transport Data, ${text}, datalen=${size}`;
      }
    }
  },
});
