/** Left rotations of each step, four a round (RFC 1321 §3.4). */
const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
/** floor(2^32 × |sin(i)|), i = 1 … 64. */
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0);

/** `00` to `ff`. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The MD5 digest of bytes, as 32 lower-case hexadecimal digits (RFC 1321). */
export function md5(bytes: Uint8Array): string {
  const padded = pad(bytes);
  const words = new DataView(padded.buffer);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < padded.length; block += 64) addBlock(state, words, block);
  let hex = "";
  for (const word of state) {
    hex += HEX[word & 255]! + HEX[(word >> 8) & 255]! + HEX[(word >> 16) & 255]! + HEX[word >>> 24]!;
  }
  return hex;
}

/** A one bit, zeros to eight bytes before a multiple of 64, and the length in bits (§3.1, §3.2). */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const length = new DataView(padded.buffer, padded.length - 8);
  length.setUint32(0, bytes.length << 3, true);
  length.setUint32(4, bytes.length >>> 29, true);
  return padded;
}

function addBlock(state: Int32Array, words: DataView, block: number): void {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const word = words.getInt32(block + 4 * wordOf(round, step), true);
    const sum = (a + mix(round, b, c, d) + word + SINES[step]!) | 0;
    const shift = SHIFTS[4 * round + (step & 3)]!;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
}

function wordOf(round: number, step: number): number {
  if (round === 0) return step;
  if (round === 1) return (5 * step + 1) & 15;
  return (round === 2 ? 3 * step + 5 : 7 * step) & 15;
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (b & d) | (c & ~d);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}
