/**
 * Nanoseconds as seconds with that many decimals (0 to 9), cut, not rounded, as Wireshark's columns are.
 *
 * @param rest what is to be added where 53 bits do not hold the time
 */
export function formatSeconds(time: number, decimals: number, rest = 0): string {
  if (Math.abs(time) > Number.MAX_SAFE_INTEGER) return formatLong(BigInt(time) + BigInt(rest), decimals);
  const size = Math.abs(time);
  const whole = Math.floor(size / 1e9);
  const fraction = size - whole * 1e9;
  const sign = time < 0 ? "-" : "";
  if (decimals === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(1e9 + fraction).slice(1, 1 + decimals)}`;
}

function formatLong(time: bigint, decimals: number): string {
  const digits = String(time < 0n ? -time : time).padStart(10, "0");
  const sign = time < 0n ? "-" : "";
  const whole = sign + digits.slice(0, -9);
  return decimals === 0 ? whole : `${whole}.${digits.slice(-9).slice(0, decimals)}`;
}

/** Nanoseconds as `00:01:06`, cut to the second, as Wireshark's VoIP Calls does. */
export function formatDuration(time: number): string {
  const seconds = Math.floor(time / 1e9);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
