import { u16, u24 } from "../bytes.js";
import { ALERT_LEVELS, ALERTS, ContentType, HANDSHAKES, HandshakeType } from "./tls-names.js";

/** How records are laid out: TLS (RFC 8446 §5.1) or DTLS (RFC 6347 §4.1), which adds an epoch and numbers. */
export interface RecordLayout {
  header: number;
  /** Of a handshake message. */
  handshakeHeader: number;
}

export const TLS: RecordLayout = { header: 5, handshakeHeader: 4 };
export const DTLS: RecordLayout = { header: 13, handshakeHeader: 12 };

/** The content of a record is `bytes[start, end)`. */
export interface TlsRecord {
  type: number;
  version: number;
  /** DTLS: the cipher state, 0 before anything is encrypted. */
  epoch: number;
  at: number;
  start: number;
  end: number;
}

/** The record at `at`, whose end may lie after `end`, or undefined where there is not even its header. */
export function recordAt(
  bytes: Uint8Array,
  at: number,
  end: number,
  layout: RecordLayout,
): TlsRecord | undefined {
  const start = at + layout.header;
  if (start > end) return undefined;
  return {
    type: bytes[at]!,
    version: u16(bytes, at + 1),
    epoch: layout === DTLS ? u16(bytes, at + 3) : 0,
    at,
    start,
    end: start + u16(bytes, start - 2),
  };
}

/** The records that lie in `bytes[start, end)` whole. */
export function recordsOf(bytes: Uint8Array, start: number, end: number, layout: RecordLayout): TlsRecord[] {
  const records: TlsRecord[] = [];
  for (let at = start; at < end; ) {
    const record = recordAt(bytes, at, end, layout);
    if (!record || record.end > end) break;
    records.push(record);
    at = record.end;
  }
  return records;
}

/** What a record holds, in the packet list's words; `encrypted` where its sender's handshake went before. */
export function recordText(
  bytes: Uint8Array,
  record: TlsRecord,
  layout: RecordLayout,
  encrypted: boolean,
): string {
  const { type, start, end, epoch } = record;
  switch (type) {
    case ContentType.changeCipherSpec:
      return "Change Cipher Spec";
    case ContentType.alert:
      return alertText(bytes, start, end);
    case ContentType.handshake:
      if (encrypted || epoch > 0) return "Encrypted Handshake Message";
      return handshakeText(bytes, record, layout);
    case ContentType.application:
      return "Application Data";
    case ContentType.heartbeat:
      return "Heartbeat";
    default:
      return "Ignored Unknown Record";
  }
}

function alertText(bytes: Uint8Array, start: number, end: number): string {
  const level = ALERT_LEVELS[bytes[start]!];
  const description = ALERTS[bytes[start + 1]!];
  if (end - start !== 2 || level === undefined || description === undefined) return "Encrypted Alert";
  return `Alert (Level: ${level}, Description: ${description})`;
}

/** A message, or a fragment of one, in a handshake record. */
export interface Handshake {
  type: number;
  /** Of its header. */
  at: number;
  /** Its body as far as it lies in the record. */
  start: number;
  end: number;
  /** DTLS: it is not whole in this record; the last fragment completes it. */
  fragment: "none" | "part" | "last";
}

/** The messages in a handshake record that is not encrypted. */
export function handshakesIn(bytes: Uint8Array, record: TlsRecord, layout: RecordLayout): Handshake[] {
  const found: Handshake[] = [];
  for (let at = record.start; at + layout.handshakeHeader <= record.end; ) {
    const length = u24(bytes, at + 1);
    const offset = layout === DTLS ? u24(bytes, at + 6) : 0;
    const here = layout === DTLS ? u24(bytes, at + 9) : length;
    const start = at + layout.handshakeHeader;
    const fragment = here === length ? "none" : offset + here >= length ? "last" : "part";
    found.push({ type: bytes[at]!, at, start, end: Math.min(start + here, record.end), fragment });
    at = start + here;
  }
  return found;
}

const FRAGMENT = { none: "", part: " (Fragment)", last: " (Reassembled)" };

function handshakeText(bytes: Uint8Array, record: TlsRecord, layout: RecordLayout): string {
  const messages = handshakesIn(bytes, record, layout);
  if (messages.length === 0 || HANDSHAKES[messages[0]!.type] === undefined)
    return "Encrypted Handshake Message";
  return messages
    .map(({ type, fragment }) => (HANDSHAKES[type] ?? "Unknown") + FRAGMENT[fragment])
    .join(", ");
}

/** What a Server Hello settles (RFC 8446 §4.1.3). */
export interface ServerHello {
  version: number;
  /** It agrees on keys for SRTP (RFC 5764 §4.1). */
  srtp: boolean;
}

const SUPPORTED_VERSIONS = 43;
const USE_SRTP = 14;

/** Reads a Server Hello, or undefined where the message is none. */
export function readServerHello(
  bytes: Uint8Array,
  { type, start, end }: Handshake,
  layout: RecordLayout,
): ServerHello | undefined {
  if (type !== HandshakeType.serverHello || start + 35 > end) return undefined;
  const hello = { version: u16(bytes, start), srtp: false };
  // version, random, session id, cipher suite, compression, extensions
  let at = start + 35 + bytes[start + 34]! + 3 + 2;
  while (at + 4 <= end) {
    const extension = u16(bytes, at);
    const length = u16(bytes, at + 2);
    // Wireshark 4.0 does not know DTLS 1.3, and calls it 1.2
    if (layout === TLS && extension === SUPPORTED_VERSIONS && length === 2 && at + 6 <= end) {
      hello.version = u16(bytes, at + 4);
    }
    if (extension === USE_SRTP) hello.srtp = true;
    at += 4 + length;
  }
  return hello;
}
