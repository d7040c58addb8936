import { type Analysis, analyse } from "../../src/api/analysis.js";
import { bytesSource, captureBytes, pcapWriter } from "../../src/capture/index.js";

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
  return Array.from({ length: packets }, (_, i) => {
    const payload = new Uint8Array(172).fill(0xff);
    const view = new DataView(payload.buffer);
    view.setUint16(0, 0x8000 | payloadType);
    view.setUint16(2, i);
    view.setUint32(4, 160 * i);
    view.setUint32(8, ssrc);
    return { time: time + 0.02 * i, from, to, payload };
  });
}

/** The frames of a datagram in IPv4 fragments of so many bytes, a multiple of 8 (RFC 791 §2.3). */
export function fragments({ from, to, payload }: Sent, size: number): Uint8Array[] {
  const frame = frameOf({ time: 0, from, to, payload });
  const [header, data] = [frame.subarray(0, 34), frame.subarray(34)];
  const count = Math.ceil(data.length / size);
  return Array.from({ length: count }, (_, i) => {
    const part = data.subarray(i * size, (i + 1) * size);
    const bytes = Uint8Array.from([...header, ...part]);
    const more = i < count - 1 ? 0x2000 : 0;
    bytes.set([...word(20 + part.length), 0, 1, ...word(more | ((i * size) / 8))], 16);
    return bytes;
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
  const length = 8 + payload.length;
  const udp = [...word(source.port), ...word(destination.port), ...word(length), 0, 0, ...payload];
  const ip =
    source.bytes.length === 4
      ? [0x45, 0, ...word(20 + length), 0, 1, 0, 0, 64, 17, 0, 0, ...source.bytes, ...destination.bytes]
      : [0x60, 0, 0, 0, ...word(length), 17, 64, ...source.bytes, ...destination.bytes];
  const type = source.bytes.length === 4 ? 0x0800 : 0x86dd;
  return Uint8Array.from([2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, ...word(type), ...ip, ...udp]);
}

const word = (value: number) => [value >> 8, value & 255];

/** `10.0.0.1`, `10.0.0.1:4000`, `[2001:db8::1]:4000` with eight groups or `::`. */
function endpoint(text: string): { bytes: number[]; port: number } {
  const [, ip6, ip4, port = "5060"] = /^(?:\[(.*)\]|([\d.]+))(?::(\d+))?$/.exec(text)!;
  if (ip4 !== undefined) return { bytes: ip4.split(".").map(Number), port: Number(port) };
  const [head = [], tail = []] = ip6!.split("::").map((half) => half.split(":").filter(Boolean));
  const groups = [...head, ...new Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
  return { bytes: groups.flatMap((group) => word(Number.parseInt(group, 16))), port: Number(port) };
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
