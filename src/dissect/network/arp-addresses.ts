import { formatIpv4, formatMac } from "../address.js";
import { hexBytes, u16 } from "../bytes.js";

export const ARP_HEADER = 8;

const ETHERNET: readonly number[] = [1, 6, 15]; // Ethernet, IEEE 802, Frame Relay
const IPV4: readonly number[] = [0x0800, 0x00cc]; // also as AX.25 has it

/** Where the addresses of an ARP packet lie, and how they read (RFC 826). */
export class ArpAddresses {
  readonly opcode: number;
  readonly hardwareLength: number;
  readonly protocolLength: number;
  readonly ethernet: boolean;
  readonly ipv4: boolean;
  readonly senderHardware: number;
  readonly senderProtocol: number;
  readonly targetHardware: number;
  readonly targetProtocol: number;
  readonly end: number;

  constructor(
    readonly bytes: Uint8Array,
    readonly start: number,
  ) {
    this.opcode = u16(bytes, start + 6);
    this.hardwareLength = bytes[start + 4]!;
    this.protocolLength = bytes[start + 5]!;
    this.ethernet = ETHERNET.includes(u16(bytes, start)) && this.hardwareLength === 6;
    this.ipv4 = IPV4.includes(u16(bytes, start + 2)) && this.protocolLength === 4;
    this.senderHardware = start + ARP_HEADER;
    this.senderProtocol = this.senderHardware + this.hardwareLength;
    this.targetHardware = this.senderProtocol + this.protocolLength;
    this.targetProtocol = this.targetHardware + this.hardwareLength;
    this.end = this.targetProtocol + this.protocolLength;
  }

  hardware(at: number): string {
    if (this.ethernet) return formatMac(this.bytes, at);
    return this.hardwareLength === 0 ? "<No address>" : hexBytes(this.bytes, at, at + this.hardwareLength);
  }

  protocol(at: number): string {
    if (this.ipv4) return formatIpv4(this.bytes, at);
    return this.protocolLength === 0 ? "<No address>" : hexBytes(this.bytes, at, at + this.protocolLength);
  }

  /** Whether sender and target are the same: the packet announces rather than asks. */
  get gratuitous(): boolean {
    return (
      this.protocolLength > 0 && this.same(this.senderProtocol, this.targetProtocol, this.protocolLength)
    );
  }

  /** Whether the target's hardware address is left out, as questions do. */
  get targetUnknown(): boolean {
    return this.zeros(this.targetHardware, 6);
  }

  /** Whether the sender has no protocol address yet (RFC 5227 §2.1). */
  get senderUnknown(): boolean {
    return this.zeros(this.senderProtocol, 4);
  }

  private same(a: number, b: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.bytes[a + i] !== this.bytes[b + i]) return false;
    return true;
  }

  private zeros(at: number, length: number): boolean {
    const end = Math.min(at + length, this.end);
    for (let i = at; i < end; i++) if (this.bytes[i] !== 0) return false;
    return true;
  }
}
