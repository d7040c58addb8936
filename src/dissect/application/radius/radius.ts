import { formatIpv4 } from "../../address.js";
import { hexBytes, u16, u32 } from "../../bytes.js";
import { FieldList, named } from "../../fields.js";
import { pushShortened, reaches } from "../../malformed.js";
import type { Protocol } from "../../protocol.js";
import { ATTRIBUTES, CODES, STATUSES } from "./names.js";
import type { RadiusMessage } from "./transactions.js";

const HEADER = 20;
const LONGEST = 4096;
const AUTHENTICATOR = 4;

/**
 * Remote Authentication Dial In User Service (RFC 2865 §3, RFC 2866, RFC 5176):
 *
 *     code (1) | identifier (1) | length (2) | authenticator (16) | attributes
 */
export const radius: Protocol = {
  name: "radius",
  title: "RADIUS Protocol",
  label: "RADIUS",
  on: { udp: [1645, 1646, 1700, 1812, 1813, 3799] },

  parse(packet, start, end) {
    const { bytes } = packet;
    if (!(bytes[start]! in CODES) || !reaches(packet, start + AUTHENTICATOR, end)) return;
    const length = u16(bytes, start + 2);
    if (length < HEADER || length > LONGEST) return;
    packet.push(radius, start, Math.min(end, start + length));
    if (packet.learning && start + HEADER <= end)
      packet.conversations.radius.learn(packet, messageAt(bytes, start));
    if (start + length > end) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    const text = `${CODES[bytes[at]!]} id=${bytes[at + 1]}`;
    if (at + HEADER > packet.ends[layer]!) return text;
    const repeated = packet.conversations.radius.repeats(packet, messageAt(bytes, at));
    return repeated === undefined ? text : `${text}, Duplicate ${repeated}`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("radius.code", "Code", at, 1, named(CODES));
    fields.number("radius.id", "Packet identifier", at + 1, 1, (id) => `0x${id.toString(16)} (${id})`);
    fields.number("radius.length", "Length", at + 2, 2);
    fields.raw("radius.authenticator", "Authenticator", at + AUTHENTICATOR, 16);
    listAttributes(fields, at + HEADER);
    return fields.list;
  },
};

function messageAt(bytes: Uint8Array, at: number): RadiusMessage {
  return {
    code: bytes[at]!,
    identifier: bytes[at + 1]!,
    authenticator: hexBytes(bytes, at + AUTHENTICATOR, at + HEADER),
  };
}

function listAttributes(fields: FieldList, start: number): void {
  const { bytes, end } = fields;
  for (let at = start; at + 2 <= end; ) {
    const length = bytes[at + 1]!;
    if (length < 2 || at + length > end) break;
    const [name, kind] = ATTRIBUTES[bytes[at]!] ?? ["Unknown-Attribute", "bytes"];
    const value = valueText(bytes, at + 2, length - 2, kind);
    const meaning = name === "Acct-Status-Type" ? STATUSES[Number(value)] : undefined;
    const shown = kind === "encrypted" ? "Encrypted" : meaning === undefined ? value : `${meaning}(${value})`;
    const text = `t=${name}(${bytes[at]}) l=${length} val=${shown}`;
    fields.group("radius.avp", "AVP", text, at, length, (list) => {
      list.number("radius.avp.type", "Type", at, 1);
      list.number("radius.avp.length", "Length", at + 1, 1);
      const inFull = meaning === undefined ? value : `${meaning} (${value})`;
      list.add(`radius.${name.replaceAll("-", "_")}`, name, inFull, at + 2, length - 2);
    });
    at += length;
  }
}

const utf8 = new TextDecoder();

function valueText(bytes: Uint8Array, at: number, length: number, kind: string): string {
  if (kind === "text") return utf8.decode(bytes.subarray(at, at + length));
  if (kind === "number" && length === 4) return String(u32(bytes, at));
  if (kind === "address" && length === 4) return formatIpv4(bytes, at);
  return hexBytes(bytes, at, at + length);
}
