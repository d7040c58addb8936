import * as wavefile from "wavefile";
import { tooLongText } from "./messages.js";
import { type Sound, sampleCount } from "./sound.js";

const HEADER = 44;
/** Where the header says how many bytes follow: after itself, and of samples. */
const RIFF_SIZE = 4;
const DATA_SIZE = 40;
/** RIFF keeps sizes in 32 bits. */
const MOST_BYTES = 0xffffffff - HEADER;

// Node sees the package's CommonJS entry (its class behind `default`), bundlers its ES module.
const entry: { WaveFile?: typeof wavefile.WaveFile; default?: typeof wavefile } = wavefile;
const WaveFile = entry.WaveFile ?? (entry.default as typeof wavefile).WaveFile;

/**
 * A sound as a WAV file: RIFF, 16-bit PCM, a 44-byte header. Throws a RangeError above 4 GiB, which RIFF cannot hold
 * (74 hours of stereo).
 */
export function wavBytes(sound: Sound): Uint8Array {
  const [header, samples] = wavPieces(sound);
  const bytes = new Uint8Array(header.length + samples.length);
  bytes.set(header);
  bytes.set(samples, header.length);
  return bytes;
}

/** The same in two pieces, to be written one after the other: the samples of one voice lie where they were decoded. */
export function wavPieces(sound: Sound): [header: Uint8Array, samples: Uint8Array] {
  const size = 2 * sound.channels.length * sampleCount(sound);
  if (size > MOST_BYTES) throw new RangeError(tooLongText(size));
  const file = new WaveFile();
  file.fromScratch(sound.channels.length, sound.rate, "16", [0, 0]);
  // Its header only, the sizes in it set afterwards: the package packs samples one by one, which takes 80 times as long,
  // and copies ready bytes one by one too.
  const header = file.toBuffer().slice(0, HEADER);
  const view = new DataView(header.buffer);
  view.setUint32(RIFF_SIZE, HEADER - 8 + size, true);
  view.setUint32(DATA_SIZE, size, true);
  return [header, interleave(sound.channels)];
}

/** The samples as bytes, left and right in turns. WAV is little-endian, as is every machine that runs JavaScript. */
function interleave([left, right]: readonly Int16Array[]): Uint8Array {
  if (right === undefined) return new Uint8Array(left.buffer, left.byteOffset, left.byteLength);
  const pairs = new Int32Array(left.length);
  for (let i = 0; i < pairs.length; i++) pairs[i] = (left[i] & 0xffff) | (right[i] << 16);
  return new Uint8Array(pairs.buffer);
}
