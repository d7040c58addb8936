import { hexNumber, u16, u32 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { Kind } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { addressIn, attributesOf, COOKIE, type StunAttribute } from "./stun-message.js";

const HEADER = 20;

const MESSAGES: Readonly<Record<number, string>> = {
  1: "Binding Request",
  257: "Binding Response",
  273: "Binding Error Response",
  2: "Shared Secret Request",
  258: "Shared Secret Response",
  4370: "Shared Secret Error Response",
  3: "Allocate Request",
  259: "Allocate Response",
  275: "Allocate Error Response",
  4: "Send Request",
  260: "Send Response",
  276: "Send Error Response",
  277: "Data Indication",
  6: "Set Active Destination Request",
  262: "Set Active Destination Response",
  278: "Set Active Destination Error Response",
};

const ATTRIBUTES: Readonly<Record<number, string>> = {
  1: "MAPPED-ADDRESS",
  2: "RESPONSE-ADDRESS",
  3: "CHANGE-REQUEST",
  4: "SOURCE-ADDRESS",
  5: "CHANGED-ADDRESS",
  6: "USERNAME",
  7: "PASSWORD",
  8: "MESSAGE-INTEGRITY",
  9: "ERROR-CODE",
  10: "UNKNOWN-ATTRIBUTES",
  11: "REFLECTED-FROM",
};

const ADDRESSES: readonly number[] = [0x0001, 0x0002, 0x0004, 0x0005, 0x000b];

/** XMCP, which has STUN's header and another cookie. */
const XMCP_COOKIE = 0x7f5a9bc7;

/** STUN as it was before it had a cookie (RFC 3489 §11). */
export const classicStun: Protocol = {
  name: "classicstun",
  title: "Simple Traversal of UDP Through NAT",
  label: "CLASSIC-STUN",

  looksLike({ bytes }, start, end) {
    if (end - start < HEADER || MESSAGES[u16(bytes, start)] === undefined) return false;
    const transaction = u32(bytes, start + 4);
    return (
      transaction !== COOKIE && transaction !== XMCP_COOKIE && end - start === HEADER + u16(bytes, start + 2)
    );
  },

  parse(packet, start, end) {
    packet.push(classicStun, start, end);
    if (!packet.quoted) packet.kind = Kind.stun;
  },

  info: (packet, layer) => `Message: ${MESSAGES[u16(packet.buffers[layer]!, packet.starts[layer]!)]}`,

  fields(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const fields = new FieldList(bytes, end);
    const type = (value: number) => `${MESSAGES[value] ?? "Unknown"} (${hexNumber(value, 4)})`;
    fields.number("classicstun.type", "Message Type", at, 2, type);
    fields.number("classicstun.length", "Message Length", at + 2, 2, (length) => hexNumber(length, 4));
    fields.raw("classicstun.id", "Message Transaction ID", at + 4, 16);
    const start = at + HEADER;
    if (start < end) {
      fields.group("classicstun.att", "Attributes", "", start, end - start, (list) => {
        for (const attribute of attributesOf(bytes, start, end, false)) listAttribute(list, attribute);
      });
    }
    return fields.list;
  },
};

function listAttribute(list: FieldList, attribute: StunAttribute): void {
  const { type, at, start, end, next } = attribute;
  const name = ATTRIBUTES[type] ?? "Unknown";
  list.group("classicstun.att.attribute", "Attribute", name, at, next - at, (children) => {
    children.number(
      "classicstun.att.type",
      "Attribute Type",
      at,
      2,
      (value) => `${name} (${hexNumber(value, 4)})`,
    );
    children.number("classicstun.att.length", "Attribute Length", at + 2, 2);
    const address = ADDRESSES.includes(type) ? addressIn(children.bytes, attribute) : undefined;
    if (address) {
      children.add("classicstun.att.port", "Port", address.port, start + 2, 2);
      children.add("classicstun.att.ipv4", "IP", address.address, start + 4, end - start - 4);
    } else if (end > start) children.raw("classicstun.att.value", "Value", start, end - start);
  });
}
