/** How captures begin that are neither pcap nor pcapng, and what they are called. */
const BEGINNINGS: readonly [start: string, name: string][] = [
  ["GMBU", "Microsoft NetMon 2.x"],
  ["RTSS", "Microsoft NetMon 1.x"],
  ["snoop\0\0\0", "Sun snoop"],
  ["btsnoop\0", "Symbian btsnoop"],
  ["iptrace 1.0", "AIX iptrace 1.0"],
  ["iptrace 2.0", "AIX iptrace 2.0"],
  ["TRSNIFF data", "NetXray or Sniffer (DOS)"],
  ["XCP\0", "NetXray or Sniffer (Windows)"],
];

/** The name of another capture format, by a file's first 16 bytes. */
export function otherFormat(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes);
  return BEGINNINGS.find(([start]) => text.startsWith(start))?.[1];
}
