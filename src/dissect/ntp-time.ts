/** Seconds from 1900, NTP's beginning, to 1970 (RFC 5905 §6). */
const NTP_TO_UNIX = 2_208_988_800;
const ERA = 2 ** 32;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * An NTP timestamp as Wireshark shows it: `Nov 22, 2026 20:57:48.545538635 UTC`. Seconds with their top bit clear
 * are of the era that begins in 2036 (RFC 4330 §3).
 */
export function ntpTime(seconds: number, fraction: number): string {
  if (seconds === 0 && fraction === 0) return "NULL";
  const date = new Date(((seconds < ERA / 2 ? seconds + ERA : seconds) - NTP_TO_UNIX) * 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)}, ${date.getUTCFullYear()}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
  const nanoseconds = Math.floor((fraction / ERA) * 1e9);
  return `${day} ${time}.${String(nanoseconds).padStart(9, "0")} UTC`;
}
