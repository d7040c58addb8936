import { formatAddress } from "../address.js";
import { textOf, u16, u32 } from "../bytes.js";

const HEADER = 4;

/** The first word after a message's type and length, and what addresses are XORed with (RFC 8489 §5, §14.2). */
export const COOKIE = 0x2112a442;

/** Higher methods are taken for something else, as in Wireshark: IANA has assigned none of them. */
const LAST_METHOD = 0xff;

/** Attribute types that are read further (RFC 8489 §14, RFC 8656 §18, RFC 8445 §16.1). */
export const Attribute = {
  mappedAddress: 0x0001,
  username: 0x0006,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  bandwidth: 0x0010,
  xorPeerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
  priority: 0x0024,
  msXorMappedAddress: 0x8020,
  software: 0x8022,
  alternateServer: 0x8023,
  responseOrigin: 0x802b,
  otherAddress: 0x802c,
} as const;

/** An attribute of a STUN message; its value is `bytes[start, end)`, its padding ends at `next`. */
export interface StunAttribute {
  type: number;
  /** Of the attribute's own header. */
  at: number;
  start: number;
  end: number;
  next: number;
  /** False where its length points past the message: the last one that is read. */
  whole: boolean;
}

/** The attributes in `bytes[start, end)`, each padded to a word unless `padded` is false (RFC 3489). */
export function* attributesOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  padded = true,
): Generator<StunAttribute> {
  for (let at = start; at + HEADER <= end; ) {
    const length = u16(bytes, at + 2);
    const next = at + HEADER + (padded ? (length + 3) & ~3 : length);
    const whole = next <= end;
    yield {
      type: u16(bytes, at),
      at,
      start: at + HEADER,
      end: Math.min(at + HEADER + length, end),
      next,
      whole,
    };
    if (!whole) return;
    at = next;
  }
}

/** A transport address. */
export interface StunAddress {
  address: string;
  port: number;
}

/** The address in an attribute's value; `key` are the 16 bytes that it was XORed with, if it was. */
export function addressIn(
  bytes: Uint8Array,
  { start, end }: { start: number; end: number },
  key?: Uint8Array,
): StunAddress | undefined {
  const length = bytes[start + 1] === 1 ? 4 : bytes[start + 1] === 2 ? 16 : 0;
  if (length === 0 || end - start < 4 + length) return undefined;
  const address = bytes.slice(start + 4, start + 4 + length);
  let port = u16(bytes, start + 2);
  if (key) {
    for (let i = 0; i < length; i++) address[i]! ^= key[i]!;
    port ^= u16(key, 0);
  }
  return { address: formatAddress(address), port };
}

/** `192.168.187.51:7079`; Wireshark sets an IPv6 address in no brackets. */
export function formatTransport({ address, port }: StunAddress): string {
  return `${address}:${port}`;
}

/** The number and the phrase of an ERROR-CODE. */
export function errorIn(
  bytes: Uint8Array,
  { start, end }: { start: number; end: number },
): { code: number; reason: string } | undefined {
  if (end - start < 4) return undefined;
  return { code: (bytes[start + 2]! & 7) * 100 + bytes[start + 3]!, reason: textOf(bytes, start + 4, end) };
}

/** Whether a STUN message (RFC 8489 §5) of just that length on the wire begins at `start`. */
export function isStun(bytes: Uint8Array, start: number, end: number, wireLength: number): boolean {
  if (end - start < 20 || bytes[start]! >= 64 || u32(bytes, start + 4) !== COOKIE) return false;
  return wireLength === 20 + u16(bytes, start + 2) && methodOf(bytes, start) <= LAST_METHOD;
}

/** The 12 bits of the method, between those of the class (RFC 8489 §5). */
export function methodOf(bytes: Uint8Array, start: number): number {
  const type = u16(bytes, start);
  return (type & 0xf) | ((type & 0xe0) >> 1) | ((type & 0x3e00) >> 2);
}

export function classOf(bytes: Uint8Array, start: number): number {
  const type = u16(bytes, start);
  return ((type & 0x10) >> 4) | ((type & 0x100) >> 7);
}
