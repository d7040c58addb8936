import type { ByteString } from "./byte-string.js";
import { Char, isSpace } from "./characters.js";
import type { Header } from "./header.js";
import type { MessageFields } from "./message-fields.js";
import { quotedEnd } from "./scan.js";

/** The Contacts of a REGISTER or of its answer, counted as Wireshark's Info column does. */
export interface Bindings {
  /** `Contact: *` */
  star: boolean;
  /** `Expires: 0` */
  expired: boolean;
  contacts: number;
  /** Contacts whose own `expires` is 0; with `Expires: 0` also those that say nothing else (these count twice). */
  removed: number;
}

interface Contact {
  /** Where its reading ended: at the comma before the next one, or anywhere else. */
  stop: number;
  /** How often it says `expires=0`. */
  removed: number;
  /** Whether it says how long it lives, and not zero. */
  lives: boolean;
}

export function countBindings(message: MessageFields): Bindings {
  const bindings: Bindings = { star: false, expired: false, contacts: 0, removed: 0 };
  const { raw } = message;
  let unsaid = 0;
  for (const header of message.headersOf("Expires")) {
    if (raw.slice(header.valueStart, header.end) === "0") bindings.expired = true;
  }
  for (const header of message.headersOf("Contact")) {
    if (raw.startsWith("*", header.valueStart)) bindings.star = true;
    else {
      for (const contact of contactsOf(raw, header)) {
        bindings.contacts++;
        bindings.removed += contact.removed;
        if (!contact.lives) unsaid++;
      }
    }
  }
  if (bindings.expired) bindings.removed += unsaid;
  return bindings;
}

function* contactsOf(raw: ByteString, header: Header): Generator<Contact> {
  const text = raw.slice(header.valueStart, header.next);
  for (let at = 0; at < text.length; ) {
    const uriEnd = endOfUri(text, at);
    if (uriEnd === -1) return;
    const contact = readContact(text, uriEnd);
    yield contact;
    if (text.charCodeAt(contact.stop) !== Char.comma) return;
    at = contact.stop + 1;
  }
}

/** The last byte of the URI of the Contact that begins at `at`; -1 where Wireshark finds none. */
function endOfUri(text: ByteString, at: number): number {
  let start = at;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  const quoted = text.charCodeAt(start) === Char.quote;
  const from = quoted ? quotedEnd(text, start, text.length) : start;
  if (from === -1) return -1;
  const sign = indexOfAny(text, quoted ? /</ : /[<:]/, from);
  if (text.charCodeAt(sign) === Char.less) return Math.max(-1, text.indexOf(">", sign) - 1);
  return text.startsWith("sip", start) && sign < text.length ? indexOfAny(text, /[,;]/, start) - 1 : -1;
}

function readContact(text: ByteString, uriEnd: number): Contact {
  const contact: Contact = { stop: indexOfAny(text, /[,;]/, uriEnd), removed: 0, lives: false };
  while (text.charCodeAt(contact.stop) === Char.semicolon) {
    const start = contact.stop + 1;
    const end = endOfParameter(text, start);
    // a line break, folded or not, ends all parameters
    contact.stop = /[\r\n]/.test(text.charAt(end)) ? text.length : end;
    if (text.slice(start, start + 8).toLowerCase() !== "expires=") continue;
    const value = text.slice(start + 8, end);
    if (!isInteger(value)) return { ...contact, stop: start + 8, lives: true };
    if (Number(value) === 0) contact.removed++;
    else contact.lives = true;
  }
  return contact;
}

function endOfParameter(text: ByteString, start: number): number {
  const end = indexOfAny(text, /[,;"\r\n]/, start + 1);
  if (text.charCodeAt(end) !== Char.quote) return end;
  const close = text.indexOf('"', end + 1);
  return close === -1 ? text.length : indexOfAny(text, /[,;]/, close + 1);
}

function isInteger(text: string): boolean {
  const value = Number(text);
  return /^-?\d+$/.test(text) && value === (value | 0);
}

function indexOfAny(text: ByteString, signs: RegExp, from: number): number {
  const found = text.slice(from).search(signs);
  return found === -1 ? text.length : from + found;
}
