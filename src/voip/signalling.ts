import { formatAddress } from "../dissect/address.js";
import { sip } from "../dissect/application/sip.js";
import type { Packet } from "../dissect/packet.js";
import type { SipMessage } from "../dissect/sip/index.js";
import { udp } from "../dissect/transport/udp.js";

/** A SIP message and the frame that brought it. */
export interface SignallingEvent {
  /** Frame number. */
  frame: number;
  /** Nanoseconds since the first frame. */
  time: number;
  source: Endpoint;
  destination: Endpoint;
  /** What carried it: a datagram of its own, or a stream (TCP, TLS, WebSocket). */
  transport: "udp" | "stream";
  /** The capture kept only the first part of the message. */
  cut: boolean;
  message: SipMessage;
}

/** An IP address in text form, and a port. */
export interface Endpoint {
  address: string;
  port: number;
}

/** All SIP messages of a capture, in frame order. */
export class Signalling {
  readonly events: SignallingEvent[] = [];
  private readonly dialogs = new Map<string, SignallingEvent[]>();

  /** Takes the messages that end in this frame. */
  observe(packet: Packet): void {
    const transport = packet.find(udp) === -1 ? "stream" : "udp";
    const layer = packet.find(sip);
    const cut = layer !== -1 && packet.wireEnds[layer]! > packet.ends[layer]!;
    for (const message of packet.sip) {
      const event: SignallingEvent = {
        frame: packet.number,
        time: packet.time,
        ...endsOf(packet),
        transport,
        cut: cut && message === packet.sip.at(-1),
        message,
      };
      this.events.push(event);
      const callId = message.callId ?? "";
      const dialog = this.dialogs.get(callId);
      if (dialog) dialog.push(event);
      else this.dialogs.set(callId, [event]);
    }
  }

  /** The messages by Call-ID, in order of first appearance. */
  get byCallId(): ReadonlyMap<string, readonly SignallingEvent[]> {
    return this.dialogs;
  }
}

/** Where a packet comes from and goes to. */
export function endsOf(packet: Packet): { source: Endpoint; destination: Endpoint } {
  return {
    source: endpoint(packet, packet.sourceAt, packet.sourcePort),
    destination: endpoint(packet, packet.destinationAt, packet.destinationPort),
  };
}

function endpoint(packet: Packet, at: number, port: number): Endpoint {
  const size = packet.family === 6 ? 16 : 4;
  return { address: formatAddress(packet.addressBytes.subarray(at, at + size)), port };
}
