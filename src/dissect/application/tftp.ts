import { u16 } from "../bytes.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { formatText } from "../sip/format-text.js";

const PORT = 69;
const BLOCK = 512;
const MOST_STRINGS = 64;
const Opcode = { read: 1, write: 2, data: 3, acknowledgement: 4, error: 5, options: 6 } as const;

const ERRORS = [
  "Not defined",
  "File not found",
  "Access violation",
  "Disk full or allocation exceeded",
  "Illegal TFTP Operation",
  "Unknown transfer ID",
  "File already exists",
  "No such user",
  "Option negotiation failed",
];

const decoder = new TextDecoder();

/**
 * Trivial File Transfer Protocol (RFC 1350): phones fetch their configuration by it. Only the first request goes to
 * its port; what follows is known by the client's.
 */
export const tftp: Protocol = {
  name: "tftp",
  title: "Trivial File Transfer Protocol",
  label: "TFTP",
  on: { udp: [PORT] },

  looksLike: (packet, start, end) => end - start >= 4 && packet.conversations.tftp.knows(packet),

  parse(packet, start, end) {
    if (end - start < 2) return;
    packet.push(tftp, start, end);
    if (packet.learning) learn(packet, start, end);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const bytes = packet.buffers[layer]!;
    const opcode = u16(bytes, at);
    const number = end - at >= 4 ? u16(bytes, at + 2) : 0;
    const size = packet.conversations.tftp.blockSizeOf(packet) ?? BLOCK;
    switch (opcode) {
      case Opcode.read:
      case Opcode.write: {
        const [file = "", type = "", ...options] = stringsOf(bytes, at + 2, end);
        const name = opcode === Opcode.read ? "Read" : "Write";
        return `${name} Request, File: ${file}, Transfer type: ${type}${optionsText(options)}`;
      }
      case Opcode.data:
        return `Data Packet, Block: ${number}${end - at - 4 < size ? " (last)" : ""}`;
      case Opcode.acknowledgement:
        return `Acknowledgement, Block: ${number}`;
      case Opcode.error: {
        const [message = ""] = stringsOf(bytes, at + 4, end);
        return `Error Code, Code: ${ERRORS[number] ?? `Unknown (${number})`}, Message: ${message}`;
      }
      case Opcode.options:
        return `Option Acknowledgement${optionsText(stringsOf(bytes, at + 2, end))}`;
      default:
        return `Unknown (0x${opcode.toString(16).padStart(4, "0")})`;
    }
  },
};

/** Texts, each with a zero byte behind it. */
function stringsOf(bytes: Uint8Array, start: number, end: number): string[] {
  const texts = decoder.decode(bytes.subarray(start, end)).split("\0", MOST_STRINGS);
  return texts.slice(0, texts.at(-1) === "" ? -1 : undefined).map(formatText);
}

/** `, blksize=1428, tsize=0` (RFC 2347) */
function optionsText(options: readonly string[]): string {
  let text = "";
  for (let i = 0; i + 1 < options.length; i += 2) text += `, ${options[i]}=${options[i + 1]}`;
  return text;
}

function learn(packet: Packet, start: number, end: number): void {
  const { bytes, conversations } = packet;
  const opcode = u16(bytes, start);
  if (packet.destinationPort === PORT && (opcode === Opcode.read || opcode === Opcode.write)) {
    conversations.tftp.learnClient(packet);
  } else if (opcode === Opcode.options) {
    const options = stringsOf(bytes, start + 2, end);
    const at = options.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === "blksize");
    const size = Number(options[at + 1]);
    if (at !== -1 && size > 0) conversations.tftp.learnBlockSize(packet, size);
  }
}
