import { closeSync, openSync, writeSync } from "node:fs";
import { type CaptureWriter, type FrameToWrite, pcapngWriter, pcapWriter } from "../../src/capture/index.js";

const CALLS = 1000;
const SERVER = [10, 0, 0, 1];
/** Bytes of G.711 in 20 ms, and the RTP header. */
const VOICE = 160;
const RTP = 12;

const encoder = new TextEncoder();

/** Writes a capture of that many frames: 1,000 calls that begin at once, and their voices in turns. */
export function writeCapture(path: string, format: "pcapng" | "pcap", frames: number): void {
  const writer: CaptureWriter<FrameToWrite> =
    format === "pcap" ? pcapWriter() : pcapngWriter({ interfaces: [{ decimals: 6, name: "eth0" }] });
  const file = openSync(path, "w");
  let pieces: Uint8Array[] = [writer.header];
  let time = 1_700_000_000_000_000_000n;
  let left = frames;
  for (const bytes of framesOfCalls()) {
    pieces.push(writer.frame({ time, bytes }));
    time += 10_000n;
    left--;
    if (pieces.length === 10_000 || left === 0) {
      writeSync(file, Buffer.concat(pieces));
      pieces = [];
    }
    if (left === 0) break;
  }
  closeSync(file);
}

function* framesOfCalls(): Generator<Uint8Array> {
  for (let call = 0; call < CALLS; call++) {
    const phone = addressOf(call);
    yield udp(phone, SERVER, 5060, 5060, message(call, "INVITE sip:x@10.0.0.1 SIP/2.0", phone, 4000));
    yield udp(SERVER, phone, 5060, 5060, message(call, "SIP/2.0 200 OK", SERVER, portOf(call)));
  }
  for (let packet = 0; ; packet++) {
    for (let call = 0; call < CALLS; call++) {
      const phone = addressOf(call);
      yield udp(phone, SERVER, 4000, portOf(call), voice(packet, 2 * call));
      yield udp(SERVER, phone, portOf(call), 4000, voice(packet, 2 * call + 1));
    }
  }
}

const addressOf = (call: number) => [10, 1, call >> 8, call & 255];
const portOf = (call: number) => 10_000 + 2 * call;

/** An INVITE or its answer, that says where its sender will receive PCMU. */
function message(call: number, startLine: string, receiver: number[], port: number): Uint8Array {
  const address = receiver.join(".");
  const body = `v=0\r\no=- 1 1 IN IP4 ${address}\r\ns=-\r\nc=IN IP4 ${address}\r\nt=0 0\r\nm=audio ${port} RTP/AVP 0\r\n`;
  const headers = [
    `Via: SIP/2.0/UDP ${addressOf(call).join(".")}:5060;branch=z9hG4bK${call}`,
    `From: <sip:u${call}@10.0.0.1>;tag=f${call}`,
    "To: <sip:x@10.0.0.1>",
    `Call-ID: ${call}@bench`,
    "CSeq: 1 INVITE",
    "Content-Type: application/sdp",
    `Content-Length: ${body.length}`,
  ];
  return encoder.encode([startLine, ...headers, "", body].join("\r\n"));
}

/** 20 ms of voice: the sequence number, timestamp and SSRC differ. */
function voice(packet: number, ssrc: number): Uint8Array {
  const bytes = new Uint8Array(RTP + VOICE).fill(0xd5, RTP);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 0x80);
  view.setUint8(1, packet === 0 ? 0x80 : 0);
  view.setUint16(2, packet & 0xffff);
  view.setUint32(4, packet * VOICE);
  view.setUint32(8, 0x1000_0000 + ssrc);
  return bytes;
}

/** An Ethernet frame with IPv4 and UDP. */
function udp(
  from: number[],
  to: number[],
  source: number,
  destination: number,
  payload: Uint8Array,
): Uint8Array {
  const bytes = new Uint8Array(42 + payload.length);
  const view = new DataView(bytes.buffer);
  bytes.set([2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0, 0x45]);
  view.setUint16(16, 28 + payload.length);
  bytes.set([64, 17], 22);
  bytes.set(from, 26);
  bytes.set(to, 30);
  view.setUint16(34, source);
  view.setUint16(36, destination);
  view.setUint16(38, 8 + payload.length);
  bytes.set(payload, 42);
  return bytes;
}
