import { ethernet, IP, ipv4, type Ports, type TcpHeader, tcp, udp } from "./network.js";

/** An Ethernet frame between two cards that are nobody's. */
export const frame = (type: number, payload: Uint8Array): Uint8Array =>
  ethernet("02:00:00:00:00:01", "02:00:00:00:00:02", type, payload);

export interface Datagram extends Partial<Ports> {
  source?: string;
  destination?: string;
  payload: Uint8Array;
}

/** A frame with a UDP datagram in IPv4; from 10.0.0.1 to 10.0.0.2 unless said otherwise. */
export function udpFrame(datagram: Datagram): Uint8Array {
  const { source = "10.0.0.1", destination = "10.0.0.2", payload } = datagram;
  const { sourcePort = 30_000, destinationPort = 30_002 } = datagram;
  const addresses = { source, destination };
  return frame(0x0800, ipv4(addresses, IP.udp, udp(addresses, { sourcePort, destinationPort }, payload)));
}

/** A frame with a TCP segment from 10.0.0.1, the client, to 10.0.0.2, the server, or back. */
export function tcpFrame(back: boolean, header: TcpHeader, payload: Uint8Array): Uint8Array {
  const ends = ["10.0.0.1", "10.0.0.2"] as const;
  const [source, destination] = back ? [ends[1], ends[0]] : ends;
  const addresses = { source, destination };
  return frame(0x0800, ipv4(addresses, IP.tcp, tcp(addresses, header, payload)));
}
