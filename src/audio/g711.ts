/** G.711's two companding laws, by their names in SDP (RFC 3551 §4.5.14). */
export type G711Law = "PCMU" | "PCMA";

/** The law of a static RTP payload type (RFC 3551 §6), if it is G.711. */
export function g711Law(payloadType: number): G711Law | undefined {
  if (payloadType === 0) return "PCMU";
  if (payloadType === 8) return "PCMA";
  return undefined;
}

// A code is a sign, a segment of 3 bits and an interval of 4 bits; segments double in width as they go up. What is
// sent is inverted: all bits for µ-law, every other bit for A-law. A sign bit of 1, as sent, is positive.

const SIGN = 0x80;

/** Added to a µ-law magnitude so that every segment begins at a power of two, on the 16-bit scale. */
const MU_BIAS = 132;

/** 16-bit linear samples for the 256 codes of each law (ITU-T G.711 tables 1 and 2, scaled to 16 bits). */
export const G711_TABLES: Readonly<Record<G711Law, Int16Array>> = {
  PCMU: Int16Array.from({ length: 256 }, (_, code) => decodeMuLaw(code)),
  PCMA: Int16Array.from({ length: 256 }, (_, code) => decodeALaw(code)),
};

/** Bytes of a payload that earn back what two views of arrays cost: a packet's do not, a whole recording's do. */
const LONG = 4096;

/** Decodes one sample a byte into `target`, from index `at` on. */
export function decodeG711(law: G711Law, payload: Uint8Array, target: Int16Array, at = 0): void {
  const table = G711_TABLES[law];
  const { length } = payload;
  let i = length < LONG ? 0 : decodeFours(table, payload, target, at);
  // eight in a turn: of such short turns one alone is half its own counting
  for (; i + 7 < length; i += 8) {
    const to = at + i;
    target[to] = table[payload[i]];
    target[to + 1] = table[payload[i + 1]];
    target[to + 2] = table[payload[i + 2]];
    target[to + 3] = table[payload[i + 3]];
    target[to + 4] = table[payload[i + 4]];
    target[to + 5] = table[payload[i + 5]];
    target[to + 6] = table[payload[i + 6]];
    target[to + 7] = table[payload[i + 7]];
  }
  for (; i < length; i++) target[at + i] = table[payload[i]];
}

/** Decodes four samples at a time, which are one number to read and two to write; how many it decoded. */
function decodeFours(table: Int16Array, payload: Uint8Array, target: Int16Array, at: number): number {
  const fours = Math.max(0, Math.min(payload.length, target.length - at)) & ~3;
  if (fours === 0) return 0;
  const codes = new DataView(payload.buffer, payload.byteOffset, fours);
  const samples = new DataView(target.buffer, target.byteOffset + 2 * at, 2 * fours);
  for (let i = 0; i < fours; i += 4) {
    const four = codes.getInt32(i, true);
    samples.setInt32(2 * i, (table[four & 255] & 0xffff) | (table[(four >> 8) & 255] << 16), true);
    samples.setInt32(2 * i + 4, (table[(four >> 16) & 255] & 0xffff) | (table[four >>> 24] << 16), true);
  }
  return fours;
}

/** Encodes 16-bit linear samples, one byte each. */
export function encodeG711(law: G711Law, samples: Int16Array): Uint8Array {
  const encode = law === "PCMU" ? encodeMuLaw : encodeALaw;
  const codes = new Uint8Array(samples.length);
  for (let i = 0; i < samples.length; i++) codes[i] = encode(samples[i]);
  return codes;
}

function decodeMuLaw(code: number): number {
  const inverted = ~code;
  const segment = (inverted >> 4) & 7;
  const magnitude = ((((inverted & 15) << 3) + MU_BIAS) << segment) - MU_BIAS;
  return code & SIGN ? magnitude : -magnitude;
}

function decodeALaw(code: number): number {
  const inverted = code ^ 0x55;
  const segment = (inverted >> 4) & 7;
  const middle = ((inverted & 15) << 4) + 8;
  const magnitude = segment === 0 ? middle : (middle + 256) << (segment - 1);
  return code & SIGN ? magnitude : -magnitude;
}

function encodeMuLaw(sample: number): number {
  const magnitude = Math.min((magnitudeOf(sample) >> 2) + (MU_BIAS >> 2), 0x1fff);
  const segment = bitLength(magnitude) - 6;
  const code = (segment << 4) | ((magnitude >> (segment + 1)) & 15);
  return code ^ (sample < 0 ? 0x7f : 0xff);
}

function encodeALaw(sample: number): number {
  const magnitude = magnitudeOf(sample) >> 4;
  const segment = Math.max(bitLength(magnitude) - 4, 0);
  const code = (segment << 4) | ((magnitude >> Math.max(segment - 1, 0)) & 15);
  return code ^ (sample < 0 ? 0x55 : 0xd5);
}

/** Negative intervals mirror the positive ones: −1 is to the first negative interval what 0 is to the first positive. */
function magnitudeOf(sample: number): number {
  return sample < 0 ? ~sample : sample;
}

function bitLength(value: number): number {
  return 32 - Math.clz32(value);
}
