import { formatAddress } from "../dissect/address.js";
import type { Packet } from "../dissect/packet.js";
import type { SipMessage } from "../dissect/sip/index.js";

/** A SIP message and the frame that brought it. */
export interface SignallingEvent {
  /** Frame number. */
  frame: number;
  /** Nanoseconds since the first frame. */
  time: number;
  source: Endpoint;
  destination: Endpoint;
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
    for (const message of packet.sip) {
      const event: SignallingEvent = {
        frame: packet.number,
        time: packet.time,
        source: endpoint(packet, packet.sourceAt, packet.sourcePort),
        destination: endpoint(packet, packet.destinationAt, packet.destinationPort),
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

function endpoint(packet: Packet, at: number, port: number): Endpoint {
  const size = packet.family === 6 ? 16 : 4;
  return { address: formatAddress(packet.addressBytes.subarray(at, at + size)), port };
}
