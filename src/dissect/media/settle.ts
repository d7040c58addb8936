import { Kind, type Packet } from "../packet.js";
import { Table } from "../registry.js";
import { isEvent } from "./payload.js";

/**
 * Notes on the flow of an RTP packet, which is a UDP payload, that other bare ones of its type are RTP and nothing more,
 * whatever is in them. They are until something is announced, because no port of theirs is another protocol's, and none
 * shows itself in how they begin: it changes nothing if STUN goes the same way later, after which all must show itself.
 */
export function settle(packet: Packet): void {
  const { kind, flow, sourcePort, destinationPort } = packet;
  const { payloadType, announcement } = packet.rtp;
  if (kind !== Kind.rtp || flow === undefined) return;
  if (payloadType >= 64 && payloadType <= 95) return; // with the marker they would be RTCP (RFC 5761 §4)
  if (isEvent(payloadType, announcement)) return;
  if (packet.isTaken(Table.udp, sourcePort) || packet.isTaken(Table.udp, destinationPort)) return;
  flow.settle(payloadType);
}
