import { readFileSync } from "node:fs";
import type { AudioPacket } from "../../src/audio/index.js";
import { bytesSource, readCapture } from "../../src/capture/index.js";

const CAPTURE = new URL("../../notebooks/captures/01-call-100-to-300.pcapng", import.meta.url);

/** Ethernet, IPv4 without options and UDP, as every RTP packet of this capture has them; then RTP's header. */
const IP = 14;
const UDP = 34;
const RTP = 42;
const PAYLOAD = 54;

/** The RTP packets of one stream of the recorded call, by the address and port of its sender and its SSRC. */
export async function recordedPackets(
  address: string,
  port: number,
  ssrc: number,
  capture: Uint8Array = readFileSync(CAPTURE),
): Promise<AudioPacket[]> {
  const packets: AudioPacket[] = [];
  await readCapture(bytesSource(capture), (bytes, start, end, { time }) => {
    const frame = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
    if (frame.byteLength < PAYLOAD || frame.getUint16(12) !== 0x0800 || frame.getUint8(IP + 9) !== 17) return;
    const source = [12, 13, 14, 15].map((i) => frame.getUint8(IP + i)).join(".");
    if (source !== address || frame.getUint16(UDP) !== port || frame.getUint32(RTP + 8) !== ssrc) return;
    packets.push({
      time,
      sequence: frame.getUint16(RTP + 2),
      timestamp: frame.getUint32(RTP + 4),
      payloadType: frame.getUint8(RTP + 1) & 127,
      marker: frame.getUint8(RTP + 1) > 127,
      payload: bytes.slice(start + PAYLOAD, end),
    });
  });
  return packets;
}
