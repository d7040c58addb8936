import { decodeG711, encodeG711, type G711Law } from "../../audio/g711.js";

/** Format tags of RIFF/WAVE (RFC 2361 appendix A). */
const formats = { PCM: 1, PCMA: 6, PCMU: 7 } as const;

/**
 * Sounds in HTML at half their size where that loses nothing: what was G.711 on the wire has 256 levels a sample, and
 * browsers play WAV of either law.
 */
export function smallerSounds(html: string): string {
  return html.replace(/(?<="data:audio\/wav;base64,)[\w+/=]+(?=")/g, (base64) => {
    const smaller = asG711(Buffer.from(base64, "base64"));
    return smaller ? smaller.toString("base64") : base64;
  });
}

/** A WAV of 16-bit samples as one of G.711 codes that decode to the same samples; undefined if there is none. */
export function asG711(wav: Buffer): Buffer | undefined {
  const format = chunk(wav, "fmt ");
  const data = chunk(wav, "data");
  if (!format || !data || format.length < 16 || format.readUInt16LE(0) !== formats.PCM) return undefined;
  if (format.readUInt16LE(14) !== 16 || data.length === 0) return undefined;
  const samples = new Int16Array(data.length >> 1).map((_, index) => data.readInt16LE(2 * index));
  const decoded = new Int16Array(samples.length);
  for (const law of ["PCMU", "PCMA"] as const) {
    const codes = encodeG711(law, samples);
    decodeG711(law, codes, decoded);
    if (samples.every((sample, index) => sample === decoded[index]))
      return write(law, format.readUInt16LE(2), format.readUInt32LE(4), codes);
  }
  return undefined;
}

/** The content of a chunk, as much of it as there is. */
function chunk(wav: Buffer, name: string): Buffer | undefined {
  if (wav.toString("latin1", 0, 4) !== "RIFF" || wav.toString("latin1", 8, 12) !== "WAVE") return undefined;
  for (let at = 12; at + 8 <= wav.length; ) {
    const size = wav.readUInt32LE(at + 4);
    if (wav.toString("latin1", at, at + 4) === name) return wav.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size & 1);
  }
  return undefined;
}

function write(law: G711Law, channels: number, rate: number, codes: Uint8Array): Buffer {
  const padding = codes.length & 1;
  const wav = Buffer.alloc(58 + codes.length + padding);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(18, 16);
  wav.writeUInt16LE(formats[law], 20);
  wav.writeUInt16LE(channels, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * channels, 28);
  wav.writeUInt16LE(channels, 32);
  wav.writeUInt16LE(8, 34);
  // A format other than PCM says how many bytes of its own follow (none), and how long it is.
  wav.write("fact", 38);
  wav.writeUInt32LE(4, 42);
  wav.writeUInt32LE(codes.length / channels, 46);
  wav.write("data", 50);
  wav.writeUInt32LE(codes.length, 54);
  wav.set(codes, 58);
  return wav;
}
