import { type Analysis, analyse } from "../../src/api/analysis.js";
import { bytesSource, captureBytes, pcapWriter } from "../../src/capture/index.js";
import { parseAddress } from "../../src/dissect/address.js";
import { join, word } from "../packets/bytes.js";
import { frame } from "../packets/frames.js";
import { IP, ipv4, udp } from "../packets/network.js";
import { rtp } from "../packets/rtp.js";

/** A datagram on its way, at a time in seconds. */
export interface Sent {
  time: number;
  from: string;
  to: string;
  payload: Uint8Array;
}

/** A SIP message as it is on the wire: CR LF, and with a body its Content-Length. Ports are 5060 unless said. */
export function sip(time: number, from: string, to: string, text: string): Sent {
  const [head = "", ...body] = text.trim().split("\n\n");
  const sdp = body.length === 0 ? "" : `${body.join("\n\n")}\n`.replaceAll("\n", "\r\n");
  const length = new TextEncoder().encode(sdp).length;
  const type = sdp.startsWith("v=0") ? "Content-Type: application/sdp\n" : "";
  const headers = `${head}\n${type}Content-Length: ${length}\n\n`.replaceAll("\n", "\r\n");
  return { time, from, to, payload: new TextEncoder().encode(headers + sdp) };
}

/** Who talks in a dialog. */
export interface Parties {
  caller: string;
  callee: string;
  callId: string;
  /** Whether From and To have tags; they have. */
  tags?: boolean;
}

/**
 * The messages of a dialog, a line each: `0.5 → INVITE 1 audio=4000` is a request of the caller with CSeq 1 and an
 * offer of audio to its port 4000, `0.6 ← 200 INVITE 1` the callee's answer. Text after `|` is a header more.
 */
export function dialog({ caller, callee, callId, tags = true }: Parties, script: string): Sent[] {
  return lines(script).map((line) => {
    const [said = "", ...headers] = line.split(/\s*\|\s*/);
    const [time, arrow, ...words] = said.split(/\s+/);
    const [sender, receiver] = arrow === "→" ? [caller, callee] : [callee, caller];
    const audio = words.filter((word) => word.startsWith("audio=")).map((word) => word.slice(6));
    const [first, second, third] = words.filter((word) => !word.startsWith("audio="));
    const isResponse = third !== undefined;
    const [method, number] = isResponse ? [second, third] : [first, second];
    const asks = isResponse ? receiver : sender;
    const answers = asks === caller ? callee : caller;
    const tag = (party: string) => (tags ? `;tag=${party === caller ? "c" : "d"}` : "");
    const toTag = isResponse || method !== "INVITE" ? tag(answers) : "";
    const text = [
      isResponse
        ? `SIP/2.0 ${first} ${REASONS[first!] ?? "Whatever"}`
        : `${method} sip:x@${receiver} SIP/2.0`,
      `Via: SIP/2.0/UDP ${asks};branch=z9hG4bK${callId}${number}`,
      `From: <sip:${user(asks)}>${tag(asks)}`,
      `To: <sip:${user(answers)}>${toTag}`,
      `Call-ID: ${callId}`,
      `CSeq: ${number} ${method}`,
      ...headers,
    ];
    const body = audio.map((port) => `\n\n${sdp(hostOf(sender), Number(port))}`).join("");
    return sip(Number(time), sender, receiver, text.join("\n") + body);
  });
}

const REASONS: Record<string, string> = {
  "100": "Trying",
  "180": "Ringing",
  "200": "OK",
  "401": "Unauthorized",
  "486": "Busy Here",
  "487": "Request Terminated",
  "603": "Decline",
};

/** A session description of one G.711 voice. */
export function sdp(address: string, port: number, protocol = "RTP/AVP"): string {
  const family = address.includes(":") ? "IP6" : "IP4";
  return [
    "v=0",
    `o=- 1 1 IN ${family} ${address}`,
    "s=-",
    `c=IN ${family} ${address}`,
    "t=0 0",
    `m=audio ${port} ${protocol} 0`,
  ].join("\n");
}

export interface Voice {
  ssrc?: number;
  packets?: number;
  payloadType?: number;
}

/** RTP packets of 20 ms of silence in G.711 from a time on. */
export function voice(time: number, from: string, to: string, options: Voice = {}): Sent[] {
  const { ssrc = 0x1234, packets = 3, payloadType = 0 } = options;
  const silence = new Uint8Array(160).fill(0xff);
  return Array.from({ length: packets }, (_, i) => {
    const payload = rtp({ ssrc, payloadType, sequence: i, timestamp: 160 * i }, silence);
    return { time: time + 0.02 * i, from, to, payload };
  });
}

/** The frames of a datagram in IPv4 fragments of so many bytes, a multiple of 8 (RFC 791 §2.3). */
export function fragments({ from, to, payload }: Sent, size: number): Uint8Array[] {
  const [source, destination] = [endpoint(from), endpoint(to)];
  const addresses = { source: source.address, destination: destination.address };
  const ports = { sourcePort: source.port, destinationPort: destination.port };
  const data = udp(addresses, ports, payload);
  const count = Math.ceil(data.length / size);
  return Array.from({ length: count }, (_, i) => {
    const more = i < count - 1 ? 0x2000 : 0;
    const header = { ...addresses, fragment: more | ((i * size) / 8) };
    return frame(0x0800, ipv4(header, IP.udp, data.subarray(i * size, (i + 1) * size)));
  });
}

/** A pcap with nanoseconds of these datagrams, in the order of their times. */
export function captureOf(...sent: readonly (Sent | readonly Sent[])[]): Uint8Array {
  const frames = sent
    .flat()
    .sort((a, b) => a.time - b.time)
    .map((one) => ({ time: BigInt(Math.round(one.time * 1e9)), bytes: frameOf(one) }));
  return captureBytes(pcapWriter({ decimals: 9 }), frames);
}

/** What one pass over such a capture finds. */
export function analysed(...sent: readonly (Sent | readonly Sent[])[]): Promise<Analysis> {
  return analyse(bytesSource(captureOf(...sent)));
}

/** Ethernet, IPv4 or IPv6, UDP. */
function frameOf({ from, to, payload }: Sent): Uint8Array {
  const [source, destination] = [endpoint(from), endpoint(to)];
  const addresses = { source: source.address, destination: destination.address };
  const data = udp(addresses, { sourcePort: source.port, destinationPort: destination.port }, payload);
  if (!source.address.includes(":")) return frame(0x0800, ipv4(addresses, IP.udp, data));
  const ends = [parseAddress(source.address)!, parseAddress(destination.address)!];
  return frame(0x86dd, join([0x60, 0, 0, 0], word(data.length), [IP.udp, 64], ...ends, data));
}

/** `10.0.0.1`, `10.0.0.1:4000`, `[2001:db8::1]:4000`. */
function endpoint(text: string): { address: string; port: number } {
  const [, ip6, ip4, port = "5060"] = /^(?:\[(.*)\]|([\d.]+))(?::(\d+))?$/.exec(text)!;
  return { address: ip6 ?? ip4!, port: Number(port) };
}

function hostOf(endpointText: string): string {
  return endpointText.replace(/^\[(.*)\].*$|:\d+$/, "$1");
}

function user(endpointText: string): string {
  return `${hostOf(endpointText).split(/[.:]/).at(-1)}@example.org`;
}

function lines(script: string): string[] {
  return script
    .trim()
    .split("\n")
    .map((line) => line.trim());
}
