import { parseAddress } from "../../src/dissect/address.js";
import { checksumOf, sumOf } from "../../src/dissect/checksum.js";
import { hex, join, long, word } from "./bytes.js";

/** An Ethernet II frame; addresses as `02:00:00:00:00:01`. */
export function ethernet(source: string, destination: string, type: number, payload: Uint8Array): Uint8Array {
  return join(mac(destination), mac(source), word(type), payload);
}

const mac = (address: string) => hex(address.replaceAll(":", ""));

export interface Ipv4Header {
  source: string;
  destination: string;
  id?: number;
  /** Flags and fragment offset; 0x4000 is "don't fragment". */
  fragment?: number;
  ttl?: number;
  /** The type of service. */
  service?: number;
}

/** An IPv4 datagram (RFC 791 §3.1) without options, of a protocol of `IP`. */
export function ipv4(header: Ipv4Header, protocol: number, payload: Uint8Array): Uint8Array {
  const { source, destination, id = 1, fragment = 0, ttl = 64, service = 0 } = header;
  const fields = join(
    [0x45, service],
    word(20 + payload.length),
    word(id),
    word(fragment),
    [ttl, protocol, 0, 0],
    parseAddress(source)!,
    parseAddress(destination)!,
  );
  return join(summed(fields, 10), payload);
}

export const IP = { icmp: 1, tcp: 6, udp: 17 };

export interface Ports {
  sourcePort: number;
  destinationPort: number;
}

/** What of its datagram a UDP or TCP checksum takes in. */
export type Addresses = Pick<Ipv4Header, "source" | "destination">;

/** A UDP datagram (RFC 768). */
export function udp(addresses: Addresses, ports: Ports, payload: Uint8Array): Uint8Array {
  const length = 8 + payload.length;
  const bytes = join(word(ports.sourcePort), word(ports.destinationPort), word(length), [0, 0], payload);
  // All zeros would mean that there is none.
  return summed(bytes, 6, pseudoHeader(addresses, IP.udp, length), 0xffff);
}

export const TCP = { fin: 1, syn: 2, push: 8, ack: 16 };

export interface TcpHeader extends Ports {
  seq: number;
  ack: number;
  flags: number;
  window?: number;
}

/** A TCP segment without options (RFC 9293 §3.1). */
export function tcp(addresses: Addresses, header: TcpHeader, payload: Uint8Array): Uint8Array {
  const { sourcePort, destinationPort, seq, ack, flags, window = 64_000 } = header;
  const bytes = join(
    ...[word(sourcePort), word(destinationPort), long(seq), long(ack)],
    [0x50, flags],
    ...[word(window), word(0), word(0), payload],
  );
  return summed(bytes, 16, pseudoHeader(addresses, IP.tcp, bytes.length));
}

/** An ICMP message (RFC 792) after whose checksum `rest` follows. */
export function icmp(type: number, code: number, rest: Uint8Array): Uint8Array {
  return summed(join([type, code, 0, 0], rest), 2);
}

/** RFC 768, RFC 9293 §3.1. */
function pseudoHeader({ source, destination }: Addresses, protocol: number, length: number): Uint8Array {
  return join(parseAddress(source)!, parseAddress(destination)!, [0, protocol], word(length));
}

/** Sets the Internet checksum (RFC 1071) at a place of `bytes` where zeros stand. */
function summed(bytes: Uint8Array, at: number, before: Uint8Array = new Uint8Array(), zero = 0): Uint8Array {
  const sum = sumOf(before, 0, before.length) + sumOf(bytes, 0, bytes.length);
  bytes.set(word(checksumOf(sum) || zero), at);
  return bytes;
}

/** A request (1) or reply (2) of ARP for IPv4 over Ethernet (RFC 826). */
export interface Arp {
  operation: 1 | 2;
  sender: { mac: string; address: string };
  target: { mac: string; address: string };
}

export function arp({ operation, sender, target }: Arp): Uint8Array {
  const end = ({ mac: hardware, address }: Arp["sender"]) => join(mac(hardware), parseAddress(address)!);
  return join(word(1), word(0x0800), [6, 4], word(operation), end(sender), end(target));
}
