import { hexNumber, u16 } from "../bytes.js";
import { FieldList } from "../fields.js";
import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import {
  Attribute,
  addressIn,
  attributesOf,
  classOf,
  errorIn,
  formatTransport,
  methodOf,
  type StunAttribute,
} from "./stun-message.js";
import { ATTRIBUTES, CLASSES, ERRORS, METHODS, TRANSPORTS } from "./stun-names.js";

const HEADER = 20;
const ATTRIBUTE_HEADER = 4;
const FAMILIES: Readonly<Record<number, string>> = { 1: "IPv4 (0x01)", 2: "IPv6 (0x02)" };

/** The details of a STUN message, or of TURN's channel data. */
export function stunFields(packet: Packet, layer: number): Field[] {
  const bytes = packet.buffers[layer]!;
  const at = packet.starts[layer]!;
  const end = packet.ends[layer]!;
  const fields = new FieldList(bytes, end);
  if (bytes[at]! >= 64) {
    fields.number("stun.channel", "Channel Number", at, 2, (channel) => hexNumber(channel, 4));
    fields.number("stun.length", "Message Length", at + 2, 2);
    fields.raw("stun.payload", "Payload", at + 4, Math.min(u16(bytes, at + 2), end - at - 4));
    return fields.list;
  }
  const method = METHODS[methodOf(bytes, at)] ?? "Unknown";
  const kind = CLASSES[classOf(bytes, at)];
  fields.group(
    "stun.type",
    "Message Type",
    `${hexNumber(u16(bytes, at), 4)} (${method} ${kind})`,
    at,
    2,
    (type) => {
      type.add("stun.type.class", "Message Class", `${kind} (${classOf(bytes, at)})`, at, 2);
      type.add(
        "stun.type.method",
        "Message Method",
        `${method} (${hexNumber(methodOf(bytes, at), 3)})`,
        at,
        2,
      );
    },
  );
  fields.number("stun.length", "Message Length", at + 2, 2);
  fields.raw("stun.cookie", "Message Cookie", at + 4, 4);
  fields.raw("stun.id", "Message Transaction ID", at + 8, 12);
  const start = at + HEADER;
  if (start < end) {
    const key = bytes.subarray(at + 4, start);
    fields.group("stun.attributes", "Attributes", "", start, end - start, (list) => {
      for (const attribute of attributesOf(bytes, start, end)) listAttribute(list, attribute, key);
    });
  }
  return fields.list;
}

function listAttribute(list: FieldList, attribute: StunAttribute, key: Uint8Array): void {
  const { type, at, end, next } = attribute;
  const name = ATTRIBUTES[type] ?? `Unknown attribute ${hexNumber(type, 4)}`;
  list.group("stun.attribute", name, headline(list.bytes, attribute, key), at, next - at, (children) => {
    children.number("stun.att.type", "Attribute Type", at, 2, () => name);
    children.number("stun.att.length", "Attribute Length", at + 2, 2);
    listValue(children, attribute, key);
    const padding = next - end;
    if (padding > 0 && attribute.whole) children.add("stun.att.padding", "Padding", padding, end, padding);
  });
}

const XORED: readonly number[] = [
  Attribute.xorMappedAddress,
  Attribute.msXorMappedAddress,
  Attribute.xorPeerAddress,
  Attribute.xorRelayedAddress,
];

function isXored(type: number): boolean {
  return XORED.includes(type);
}

function isAddress(type: number): boolean {
  const plain: readonly number[] = [
    Attribute.mappedAddress,
    Attribute.alternateServer,
    Attribute.responseOrigin,
    Attribute.otherAddress,
  ];
  return isXored(type) || plain.includes(type);
}

/** What stands beside the attribute's name. */
function headline(bytes: Uint8Array, attribute: StunAttribute, key: Uint8Array): string {
  if (isAddress(attribute.type)) {
    const address = addressIn(bytes, attribute, isXored(attribute.type) ? key : undefined);
    return address ? formatTransport(address) : "";
  }
  if (attribute.type !== Attribute.errorCode) return "";
  const error = errorIn(bytes, attribute);
  return error ? `${error.code} (${ERRORS[error.code] ?? "*Unknown error code*"}): ${error.reason}` : "";
}

function listValue(fields: FieldList, { type, start, end }: StunAttribute, key: Uint8Array): void {
  const length = end - start;
  if (isAddress(type)) {
    listAddress(fields, start, end, isXored(type) ? key : undefined);
    return;
  }
  switch (type) {
    case Attribute.username:
      fields.text("stun.att.username", "Username", start, length);
      return;
    case Attribute.realm:
      fields.text("stun.att.realm", "Realm", start, length);
      return;
    case Attribute.nonce:
      fields.text("stun.att.nonce", "Nonce", start, length);
      return;
    case Attribute.software:
      fields.text("stun.att.software", "Software", start, length);
      return;
    case Attribute.errorCode:
      fields.bits("stun.att.error.class", "Error Class", start + 2, 0x07);
      fields.number("stun.att.error", "Error Code", start + 3, 1);
      fields.text("stun.att.error.reason", "Error Reason Phrase", start + 4, length - 4);
      return;
    case Attribute.unknownAttributes:
      for (let at = start; at + 2 <= end; at += 2) {
        fields.number("stun.att.unknown", "Unknown Attribute", at, 2, (unknown) => hexNumber(unknown, 4));
      }
      return;
    case Attribute.requestedTransport:
      fields.number("stun.att.transp", "Transport", start, 1, (transport) => {
        return `${TRANSPORTS[transport] ?? "Unknown"} (${hexNumber(transport, 2)})`;
      });
      return;
    case Attribute.channelNumber:
      fields.number("stun.att.channelnum", "Channel-Number", start, 2, (channel) => hexNumber(channel, 4));
      return;
    case Attribute.lifetime:
      fields.number("stun.att.lifetime", "Lifetime", start, 4);
      return;
    case Attribute.bandwidth:
      fields.number("stun.port.bandwidth", "Bandwidth", start, 4);
      return;
    case Attribute.priority:
      fields.number("stun.att.priority", "Priority", start, 4);
      return;
    default:
      if (length > 0) fields.raw("stun.value", "Value", start, Math.min(length, fields.end - start));
  }
}

function listAddress(fields: FieldList, start: number, end: number, key: Uint8Array | undefined): void {
  const found = addressIn(fields.bytes, { start, end }, key);
  fields.number("stun.att.family", "Protocol Family", start + 1, 1, (family) => FAMILIES[family] ?? family);
  if (!found) return;
  const name = fields.bytes[start + 1] === 1 ? "stun.att.ipv4" : "stun.att.ipv6";
  fields.add("stun.att.port", "Port", found.port, start + 2, 2);
  fields.add(name, "IP", found.address, start + ATTRIBUTE_HEADER, end - start - ATTRIBUTE_HEADER);
}
