/** Nanoseconds as seconds with that many decimals (0 to 9), cut, not rounded, as Wireshark's columns are. */
export function formatSeconds(time: number, decimals: number): string {
  const size = Math.abs(time);
  const whole = Math.floor(size / 1e9);
  const fraction = size - whole * 1e9;
  const sign = time < 0 ? "-" : "";
  if (decimals === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(1e9 + fraction).slice(1, 1 + decimals)}`;
}

/** Nanoseconds as `00:01:06`, cut to the second, as Wireshark's VoIP Calls does. */
export function formatDuration(time: number): string {
  const seconds = Math.floor(time / 1e9);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
