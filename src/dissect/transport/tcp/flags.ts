/** Control bits of the TCP header (RFC 9293 §3.1, RFC 3168 §6.1, AccECN). */
export const TcpFlag = {
  fin: 0x001,
  syn: 0x002,
  rst: 0x004,
  psh: 0x008,
  ack: 0x010,
  urg: 0x020,
  ece: 0x040,
  cwr: 0x080,
  ae: 0x100,
} as const;

export const FLAG_NAMES: readonly [mask: number, short: string, name: string, label: string][] = [
  [TcpFlag.fin, "FIN", "fin", "Fin"],
  [TcpFlag.syn, "SYN", "syn", "Syn"],
  [TcpFlag.rst, "RST", "reset", "Reset"],
  [TcpFlag.psh, "PSH", "push", "Push"],
  [TcpFlag.ack, "ACK", "ack", "Acknowledgment"],
  [TcpFlag.urg, "URG", "urg", "Urgent"],
  [TcpFlag.ece, "ECE", "ece", "ECN-Echo"],
  [TcpFlag.cwr, "CWR", "cwr", "Congestion Window Reduced"],
  [TcpFlag.ae, "AE", "ae", "Accurate ECN"],
  [0xe00, "Reserved", "res", "Reserved"],
];

/** `SYN, ACK` */
export function showFlags(flags: number): string {
  const names = FLAG_NAMES.filter(([mask]) => flags & mask).map(([, short]) => short);
  return names.join(", ") || "<None>";
}

/** What Wireshark's analysis finds in a segment, seen against those before it. */
export const Finding = {
  retransmission: 0x0001,
  lostSegment: 0x0002,
  unseenAcknowledged: 0x0004,
  keepAlive: 0x0008,
  duplicateAck: 0x0010,
  zeroWindow: 0x0020,
  zeroWindowProbe: 0x0040,
  zeroWindowProbeAck: 0x0080,
  keepAliveAck: 0x0100,
  outOfOrder: 0x0200,
  fastRetransmission: 0x0400,
  windowUpdate: 0x0800,
  windowFull: 0x1000,
  portsReused: 0x2000,
  spuriousRetransmission: 0x4000,
} as const;

/** Findings as the Info column names them, in the order in which they stand there. */
const FINDING_NAMES: readonly [number, string][] = [
  [Finding.zeroWindowProbeAck, "ZeroWindowProbeAck"],
  [Finding.zeroWindow, "ZeroWindow"],
  [Finding.zeroWindowProbe, "ZeroWindowProbe"],
  [Finding.duplicateAck, "Dup ACK"],
  [Finding.keepAliveAck, "Keep-Alive ACK"],
  [Finding.keepAlive, "Keep-Alive"],
  [Finding.windowFull, "Window Full"],
  [Finding.windowUpdate, "Window Update"],
  [Finding.unseenAcknowledged, "ACKed unseen segment"],
  [Finding.lostSegment, "Previous segment not captured"],
  [Finding.outOfOrder, "Out-Of-Order"],
  [Finding.spuriousRetransmission, "Spurious Retransmission"],
  [Finding.fastRetransmission, "Fast Retransmission"],
  [Finding.retransmission, "Retransmission"],
  [Finding.portsReused, "Port numbers reused"],
];

/** `[TCP Dup ACK 7#1] `, and the empty string where nothing was found. */
export function showFindings(findings: number, duplicateOf: number, duplicates: number): string {
  let text = "";
  for (const [finding, name] of FINDING_NAMES) {
    if ((findings & finding) === 0) continue;
    const which = finding === Finding.duplicateAck ? ` ${duplicateOf}#${duplicates}` : "";
    text += `[TCP ${name}${which}] `;
  }
  return text;
}
