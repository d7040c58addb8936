/**
 * The discrete Fourier transform of a complex signal, in place (Cooley–Tukey, radix 2).
 *
 * @throws RangeError where the two parts are not of the same length, a power of two
 */
export function fft(real: Float64Array, imaginary: Float64Array): void {
  const { length } = real;
  if (length !== imaginary.length || length === 0 || (length & (length - 1)) !== 0) {
    throw new RangeError(`fft: ${length} and ${imaginary.length} values, expected the same power of two`);
  }
  reorder(real, imaginary);
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const angle = (-2 * Math.PI * k) / size;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      for (let even = k; even < length; even += size) {
        const odd = even + half;
        const re = real[odd]! * cosine - imaginary[odd]! * sine;
        const im = real[odd]! * sine + imaginary[odd]! * cosine;
        real[odd] = real[even]! - re;
        imaginary[odd] = imaginary[even]! - im;
        real[even] = real[even]! + re;
        imaginary[even] = imaginary[even]! + im;
      }
    }
  }
}

/** Puts each value at its index read backwards in binary. */
function reorder(real: Float64Array, imaginary: Float64Array): void {
  const { length } = real;
  for (let i = 1, j = 0; i < length; i++) {
    let bit = length >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [real[i], real[j]] = [real[j]!, real[i]!];
    [imaginary[i], imaginary[j]] = [imaginary[j]!, imaginary[i]!];
  }
}
