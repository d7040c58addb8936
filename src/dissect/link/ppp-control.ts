import { hexBytes, hexNumber, textOf, u16 } from "../bytes.js";
import { FieldList, named } from "../fields.js";
import { reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";

const CODES: Readonly<Record<number, string>> = {
  1: "Configuration Request",
  2: "Configuration Ack",
  3: "Configuration Nak",
  4: "Configuration Reject",
  5: "Termination Request",
  6: "Termination Ack",
  7: "Code Reject",
  8: "Protocol Reject",
  9: "Echo Request",
  10: "Echo Reply",
  11: "Discard Request",
  12: "Identification",
  13: "Time Remaining",
};

const PASSWORD_CODES: Readonly<Record<number, string>> = {
  1: "Authenticate-Request",
  2: "Authenticate-Ack",
  3: "Authenticate-Nak",
};

const CHALLENGE_CODES: Readonly<Record<number, string>> = {
  1: "Challenge",
  2: "Response",
  3: "Success",
  4: "Failure",
};

const HEADER = 4;

/** Control protocols (RFC 1661 §5): a code, an identifier, a length, and options or whatever the code wants. */
const protocols: Readonly<Record<number, Protocol>> = {
  49185: control("lcp", "PPP Link Control Protocol", "PPP LCP", CODES),
  32801: control("ipcp", "PPP IP Control Protocol", "PPP IPCP", CODES),
  32855: control("ipv6cp", "PPP IPv6 Control Protocol", "PPP IPV6CP", CODES),
  49187: control("pap", "PPP Password Authentication Protocol", "PPP PAP", PASSWORD_CODES, passwordInfo),
  49699: control(
    "chap",
    "PPP Challenge Handshake Authentication Protocol",
    "PPP CHAP",
    CHALLENGE_CODES,
    challengeInfo,
  ),
};

/** Reads a control protocol's packet; false where `protocol` is none of these. */
export function parsePppControl(packet: Packet, protocol: number, start: number, end: number): boolean {
  const reader = protocols[protocol];
  if (reader === undefined) return false;
  reader.parse(packet, start, end);
  return true;
}

function control(
  name: string,
  title: string,
  label: string,
  codes: Readonly<Record<number, string>>,
  more: (bytes: Uint8Array, at: number, end: number) => string = () => "",
): Protocol {
  const protocol: Protocol = {
    name,
    title,
    label,

    parse(packet, start, end) {
      const layer = packet.push(protocol, start, end);
      if (layer === -1 || !reaches(packet, start + HEADER, end)) return;
      packet.ends[layer] = Math.min(end, start + Math.max(HEADER, u16(packet.bytes, start + 2)));
    },

    info(packet, layer) {
      const at = packet.starts[layer]!;
      const end = packet.ends[layer]!;
      const bytes = packet.buffers[layer]!;
      if (end <= at) return "";
      return (codes[bytes[at]!] ?? "Unknown") + more(bytes, at, end);
    },

    fields(packet, layer) {
      const at = packet.starts[layer]!;
      const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
      fields.number("ppp.code", "Code", at, 1, named(codes));
      fields.number(
        "ppp.identifier",
        "Identifier",
        at + 1,
        1,
        (value) => `${value} (${hexNumber(value, 2)})`,
      );
      fields.number("ppp.length", "Length", at + 2, 2);
      fields.raw("ppp.data", "Data", at + HEADER, packet.ends[layer]! - at - HEADER);
      return fields.list;
    },
  };
  return protocol;
}

/** What a request to authenticate says in clear (RFC 1334 §2.2). */
function passwordInfo(bytes: Uint8Array, at: number, end: number): string {
  const name = at + HEADER;
  if (bytes[at] !== 1 || name >= end) return "";
  const password = name + 1 + bytes[name]!;
  if (password >= end || password + 1 + bytes[password]! > end) return "";
  const text = (from: number) => textOf(bytes, from + 1, from + 1 + bytes[from]!);
  return ` (Peer-ID='${text(name)}', Password='${text(password)}')`;
}

/** The challenge or the answer to it, and whose it is (RFC 1994 §4.1). */
function challengeInfo(bytes: Uint8Array, at: number, end: number): string {
  const size = at + HEADER;
  if (bytes[at]! > 2 || size >= end) return "";
  const name = size + 1 + bytes[size]!;
  if (name > end) return "";
  return ` (NAME='${textOf(bytes, name, end)}', VALUE=0x${hexBytes(bytes, size + 1, name)})`;
}
