import { u16, u32 } from "../bytes.js";
import { data } from "../data.js";
import { FieldList, named } from "../fields.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { sip } from "./sip.js";

const FINAL = 0x80;
const MASKED = 0x80;
const Opcode = { continuation: 0, text: 1, binary: 2, close: 8 } as const;

const OPCODES: Readonly<Record<number, string>> = {
  [Opcode.continuation]: "Continuation",
  [Opcode.text]: "Text",
  [Opcode.binary]: "Binary",
  [Opcode.close]: "Connection Close",
  9: "Ping",
  10: "Pong",
};

/**
 * A frame of the WebSocket protocol (RFC 6455 §5.2); `stop` is where its payload ends.
 *
 *      0               1               2               3
 *     |F|RSV|opcode   |M|  length     |   length of 16 or 64 bits     |
 *     |                     masking key, where M is set               |
 */
interface WebSocketFrame {
  opcode: number;
  final: boolean;
  /** Of the key, or -1. */
  maskAt: number;
  payloadStart: number;
  stop: number;
}

const plain = protocol();
const withSip = protocol(sip);

/** The WebSocket protocol for what its handshake agreed on: `sip` is SIP (RFC 7118 §4). */
export function webSocketOf(subprotocol: string | undefined): Protocol {
  return subprotocol === "sip" ? withSip : plain;
}

function protocol(inner?: Protocol): Protocol {
  const self: Protocol = {
    name: "websocket",
    title: "WebSocket",
    label: "WebSocket",

    parse(packet, start, end) {
      const frame = frameAt(packet.bytes, start, end);
      if (!frame) return;
      const layer = packet.push(self, start, Math.min(end, frame.stop));
      if (layer === -1 || frame.opcode > Opcode.binary || packet.quoted) return;
      const payload = payloadOf(packet.bytes, frame, Math.min(end, frame.stop));
      const message = wholeMessage(packet, frame, payload);
      if (message && message.length > 0) readMessage(packet, message, inner);
    },

    stream(packet, start, end) {
      let at = start;
      while (at < end) {
        const frame = frameAt(packet.bytes, at, end);
        if (!frame || frame.stop > end) {
          packet.wanted = frame ? frame.stop - at : headerLength(packet.bytes, at, end);
          break;
        }
        self.parse(packet, at, frame.stop);
        at = frame.stop;
      }
      return at;
    },

    info(packet, layer) {
      const bytes = packet.buffers[layer]!;
      const { opcode, final, maskAt } = frameAt(bytes, packet.starts[layer]!, packet.ends[layer]!)!;
      const text = `WebSocket ${OPCODES[opcode] ?? "Unknown Opcode"}${final ? " [FIN]" : "[FRAGMENT] "} `;
      return infoBefore(packet, layer) + text + (maskAt === -1 ? "" : "[MASKED]");
    },

    fields(packet, layer) {
      const at = packet.starts[layer]!;
      const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
      const { maskAt, payloadStart, stop } = frameAt(fields.bytes, at, fields.end)!;
      fields.flag("websocket.fin", "Fin", at, FINAL);
      fields.bits("websocket.rsv", "Reserved", at, 0x70);
      fields.bits("websocket.opcode", "Opcode", at, 0x0f, named(OPCODES));
      fields.flag("websocket.mask", "Mask", at + 1, MASKED);
      const extended = (maskAt === -1 ? payloadStart : maskAt) - at - 2;
      fields.add("websocket.payload_length", "Payload length", stop - payloadStart, at + 1, 1 + extended);
      if (maskAt !== -1) fields.raw("websocket.masking_key", "Masking-Key", maskAt, 4);
      return fields.list;
    },
  };
  return self;
}

function headerLength(bytes: Uint8Array, at: number, end: number): number {
  if (at + 2 > end) return 2;
  const length = bytes[at + 1]! & 0x7f;
  return 2 + (length === 126 ? 2 : length === 127 ? 8 : 0) + (bytes[at + 1]! & MASKED ? 4 : 0);
}

/** The frame at `at`, whose payload may end after `end`; undefined where there is not even its header. */
function frameAt(bytes: Uint8Array, at: number, end: number): WebSocketFrame | undefined {
  const payloadStart = at + headerLength(bytes, at, end);
  if (payloadStart > end) return undefined;
  let length = bytes[at + 1]! & 0x7f;
  if (length === 126) length = u16(bytes, at + 2);
  else if (length === 127) length = u32(bytes, at + 2) * 2 ** 32 + u32(bytes, at + 6);
  return {
    opcode: bytes[at]! & 0x0f,
    final: (bytes[at]! & FINAL) !== 0,
    maskAt: bytes[at + 1]! & MASKED ? payloadStart - 4 : -1,
    payloadStart,
    stop: payloadStart + length,
  };
}

/** The payload up to `end`, unmasked (RFC 6455 §5.3). */
function payloadOf(bytes: Uint8Array, { maskAt, payloadStart }: WebSocketFrame, end: number): Uint8Array {
  const payload = bytes.slice(payloadStart, end);
  if (maskAt !== -1) for (let i = 0; i < payload.length; i++) payload[i]! ^= bytes[maskAt + (i & 3)]!;
  return payload;
}

/** The message that ends with this frame, if one does. */
function wholeMessage(packet: Packet, { opcode, final }: WebSocketFrame, payload: Uint8Array) {
  const { webSockets } = packet.conversations;
  const first = opcode !== Opcode.continuation;
  if (final && first) return payload;
  if (final) return packet.learning ? webSockets.finish(packet, payload) : webSockets.of(packet);
  if (packet.learning) webSockets.add(packet, payload, first);
  return undefined;
}

function readMessage(packet: Packet, message: Uint8Array, inner: Protocol | undefined): void {
  const { bytes, wireEnd } = packet;
  packet.bytes = message;
  packet.wireEnd = message.length;
  (inner ?? data).parse(packet, 0, message.length);
  packet.bytes = bytes;
  packet.wireEnd = wireEnd;
}

/** Messages read before in the same TCP segment stay in the column; frames without one do not. */
function infoBefore(packet: Packet, layer: number): string {
  for (let below = layer - 1; below >= 0; below--) {
    const { name, info } = packet.protocols[below]!;
    if (name === "sip" || name === "http") return info!(packet, below);
    if (name === "tcp") return "";
  }
  return "";
}
