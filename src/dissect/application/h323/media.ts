import { plainRtp } from "../../announcements.js";
import { nodeAt, type PerNode } from "../../asn1/per.js";
import type { Packet } from "../../packet.js";

/** The address and port in a TransportAddress of H.225.0 or H.245, where it is one of IP. */
export function endpointIn(
  bytes: Uint8Array,
  transport: PerNode | undefined,
): { address: Uint8Array; port: number } | undefined {
  const chosen = (nodeAt(transport, "unicastAddress") ?? transport)?.children[0];
  const [address, port] = chosen?.children ?? [];
  if (!address || !port) return undefined;
  const length = address.end - address.start;
  const number = Number(port.value);
  if ((length !== 4 && length !== 16) || !(number > 0)) return undefined;
  return { address: bytes.slice(address.start, address.end), port: number };
}

/** Notes where a logical channel's RTP and RTCP will be received. */
export function announceChannel(packet: Packet, channel: PerNode | undefined): void {
  const { announcements } = packet.conversations;
  for (const [name, use] of [
    ["mediaChannel", "rtp"],
    ["mediaControlChannel", "rtcp"],
  ] as const) {
    const endpoint = endpointIn(packet.bytes, nodeAt(channel, name));
    if (endpoint)
      announcements.add(endpoint.address, endpoint.port, { ...plainRtp(packet.number, "H245"), use });
  }
}
