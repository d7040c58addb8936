import { join, long, text, word } from "../../packets/bytes.js";

export { long, text, word };

/** `example.com` as labels, each after its length (RFC 1035 §3.1). */
export function domainName(name: string): Uint8Array {
  const labels = name === "" ? [] : name.split(".").map(text);
  return join(...labels.map((label) => join(Uint8Array.of(label.length), label)), Uint8Array.of(0));
}

/** A NetBIOS name in two letters a byte (RFC 1001 §14.1). */
export function netbiosName(name: string, kind: number): Uint8Array {
  const codes = [...text(name.padEnd(15)), kind];
  return join(
    Uint8Array.of(32),
    Uint8Array.from(codes.flatMap((code) => [65 + (code >> 4), 65 + (code & 15)])),
    Uint8Array.of(0),
  );
}

export interface DnsParts {
  flags: number;
  questions?: Uint8Array[];
  answers?: Uint8Array[];
  additional?: Uint8Array[];
}

/**
 *     |                      ID                       |
 *     |QR|   Opcode  |AA|TC|RD|RA|   Z    |   RCODE   |
 *     |     QDCOUNT, ANCOUNT, NSCOUNT, ARCOUNT        |
 */
export function dnsMessage({ flags, questions = [], answers = [], additional = [] }: DnsParts): Uint8Array {
  const counts = [questions, answers, [], additional].map((section) => word(section.length));
  return join(word(0x1234), word(flags), ...counts, ...questions, ...answers, ...additional);
}

export const question = (name: Uint8Array, type: number, kind = 1): Uint8Array =>
  join(name, word(type), word(kind));

export const record = (name: Uint8Array, type: number, data: Uint8Array, kind = 1): Uint8Array =>
  join(name, word(type), word(kind), long(60), word(data.length), data);

/** An element in BER (X.690 §8.1). */
export function ber(tag: number, ...values: Uint8Array[]): Uint8Array {
  const value = join(...values);
  const length = value.length < 128 ? [value.length] : [0x82, value.length >> 8, value.length & 255];
  return join(Uint8Array.from([tag, ...length]), value);
}

export function berOid(oid: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = oid.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const digits = [part & 127];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift(128 | (left & 127));
    return digits;
  });
  return ber(6, Uint8Array.from(bytes));
}
