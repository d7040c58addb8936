import { parseAddress } from "../address.js";
import { addressOf } from "../endpoints.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { rowOnly } from "../row.js";
import { lineText } from "./lines.js";
import { takeOverByTls } from "./tls.js";

const CONTROL = 21;

/** `(10,0,0,2,156,64)`: an address and a port, byte by byte (RFC 959 §4.1.2). */
const SIX = /(\d{1,3}),(\d{1,3}),(\d{1,3}),(\d{1,3}),(\d{1,3}),(\d{1,3})/;

/** File Transfer Protocol (RFC 959): commands and answers, which say where data will go. */
export const ftp: Protocol = {
  ...rowOnly({
    name: "ftp",
    title: "File Transfer Protocol (FTP)",
    label: "FTP",
    info: (bytes, start, end, packet) =>
      (packet.destinationPort === CONTROL ? "Request: " : "Response: ") + lineText(bytes, start, end),
  }),
  on: { tcp: [CONTROL] },

  stream(packet, start, end) {
    const stopped = takeOverByTls(packet, start, end);
    if (stopped !== undefined) return stopped;
    ftp.parse(packet, start, end);
    return end;
  },

  parse(packet, start, end) {
    packet.push(ftp, start, end);
    if (packet.learning) learn(packet, lineText(packet.bytes, start, end));
  },
};

function learn(packet: Packet, line: string): void {
  const { ftp: transfers } = packet.conversations;
  const command = line.slice(0, 4).toUpperCase();
  if (/^(?:RETR|STOR|STOU|APPE|LIST|NLST|MLSD)/.test(command)) transfers.commands.learn(packet, line);
  const transfer = transferOf(packet, command, line);
  if (!transfer || transfer.port === 0) return;
  const { address, port, method } = transfer;
  const endpoint = packet.conversations.tcp.takeovers.expect(packet, address, port, ftpData);
  if (endpoint !== -1) {
    const control = packet.conversations.tcp.connectionOf(packet.number);
    transfers.byEndpoint[endpoint] = { control, method };
  }
}

function transferOf(packet: Packet, command: string, line: string) {
  if (command === "227 " || command === "PORT") {
    const numbers = SIX.exec(line)?.slice(1).map(Number);
    if (!numbers || numbers.some((number) => number > 255)) return undefined;
    const [, , , , high, low] = numbers as [number, number, number, number, number, number];
    const method = command === "PORT" ? command : "PASV";
    return { address: Uint8Array.from(numbers.slice(0, 4)), port: 256 * high + low, method };
  }
  if (command === "229 ") {
    const port = Number(/\(\|\|\|(\d{1,5})\|\)/.exec(line)?.[1] ?? 0);
    return { address: addressOf(packet, "source"), port: port & 0xffff, method: "EPASV" };
  }
  if (command !== "EPRT") return undefined;
  const [, text = "", port = ""] = /^EPRT \|[12]\|([^|]*)\|(\d{1,5})\|/i.exec(line) ?? [];
  const address = parseAddress(text);
  return address && { address, port: Number(port) & 0xffff, method: "EPORT" };
}

/** What FTP transfers, over a connection of its own. */
export const ftpData: Protocol = rowOnly({
  name: "ftp-data",
  title: "FTP Data",
  label: "FTP-DATA",
  on: { tcp: [20] },
  info(_bytes, start, end, packet) {
    const { ftp: transfers, tcp } = packet.conversations;
    const transfer = transfers.byEndpoint[tcp.takeovers.endpointOf(packet)];
    const size = `FTP Data: ${end - start} bytes`;
    if (!transfer) return size;
    const command = transfers.commands.at(transfer.control, packet.number);
    return `${size} (${transfer.method})${command === undefined ? "" : ` (${command})`}`;
  },
});
