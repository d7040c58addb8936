import { hexNumber, u16 } from "../../bytes.js";
import { FieldList, named } from "../../fields.js";
import { pushShortened, reaches } from "../../malformed.js";
import type { Protocol } from "../../protocol.js";
import { h225 } from "./h225.js";
import { ELEMENTS, MESSAGES } from "./q931-names.js";

const USER_USER = 0x7e;
/** User information in ASN.1: H.225.0's, whose length has two octets (H.225.0 §7.2.2.31). */
const IN_ASN1 = 5;
const SINGLE = 0x80;

/** An information element; a single octet, or one with content in `bytes[start, end)`. */
interface Element {
  at: number;
  id: number;
  start: number;
  end: number;
}

/** Digital Subscriber Signalling (ITU-T Q.931 §4), as H.225.0 uses it: what opens and ends calls. */
export const q931: Protocol = {
  name: "q931",
  title: "Q.931",
  label: "Q.931",

  parse(packet, start, end) {
    packet.push(q931, start, end);
    const { bytes } = packet;
    const typeAt = start + 2 + (bytes[start + 1]! & 15);
    if (!reaches(packet, typeAt + 1, end)) return;
    const elements = elementsIn(bytes, typeAt + 1, end);
    const user = elements.find(isH225);
    if (user) h225.parse(packet, user.start, user.end);
    if ((elements.at(-1)?.end ?? typeAt + 1) < end) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    const typeAt = at + 2 + (bytes[at + 1]! & 15);
    if (typeAt >= packet.ends[layer]!) return "";
    return MESSAGES[bytes[typeAt]!] ?? `Unknown (0x${bytes[typeAt]!.toString(16).toUpperCase()})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    const { bytes, end } = fields;
    const length = bytes[at + 1]! & 15;
    fields.number("q931.disc", "Protocol discriminator", at, 1, (value) => (value === 8 ? "Q.931" : value));
    fields.bits("q931.call_ref_len", "Call reference value length", at + 1, 0x0f);
    if (length > 0 && at + 2 + length <= end) {
      fields.bits("q931.call_ref_flag", "Call reference flag", at + 2, 0x80, (bit) => {
        return bit ? "Message sent to originating side" : "Message sent from originating side";
      });
      let reference = "";
      for (let i = 0; i < length; i++)
        reference += (bytes[at + 2 + i]! & (i === 0 ? 0x7f : 0xff)).toString(16).padStart(2, "0");
      fields.add("q931.call_ref", "Call reference value", reference, at + 2, length);
    }
    const typeAt = at + 2 + length;
    fields.number("q931.message_type", "Message type", typeAt, 1, (value) => {
      return `${MESSAGES[value] ?? "Unknown"} (${hexNumber(value, 2)})`;
    });
    for (const element of elementsIn(bytes, typeAt + 1, end)) {
      const name = ELEMENTS[element.id] ?? `${hexNumber(element.id, 2)}`;
      fields.group("q931.ie", name, "", element.at, element.end - element.at, (list) => {
        list.number("q931.information_element", "Information element", element.at, 1, named(ELEMENTS));
        if (element.start > element.at + 1) {
          const size = element.start - element.at === 2 ? 1 : 2;
          list.number("q931.information_element_len", "Length", element.at + 1, size);
        }
      });
    }
    return fields.list;
  },
};

function elementsIn(bytes: Uint8Array, start: number, end: number): Element[] {
  const elements: Element[] = [];
  for (let at = start; at < end; ) {
    const id = bytes[at]!;
    if (id & SINGLE) {
      elements.push({ at, id, start: at + 1, end: at + 1 });
      at++;
      continue;
    }
    if (at + 2 > end) break;
    const wide = id === USER_USER && bytes[at + 3] === IN_ASN1 && at + 4 <= end;
    const from = wide ? at + 4 : at + 2;
    const stop = wide ? at + 3 + u16(bytes, at + 1) : from + bytes[at + 1]!;
    if (stop > end || stop < from) break;
    elements.push({ at, id, start: from, end: stop });
    at = stop;
  }
  return elements;
}

function isH225({ id, at, start }: Element): boolean {
  return id === USER_USER && start === at + 4;
}
