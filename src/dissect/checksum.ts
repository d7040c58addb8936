/** The Internet checksum (RFC 1071) of `bytes[start, end)`, the two bytes at `skip` counted as zeros. */
export function checksumOf(bytes: Uint8Array, start: number, end: number, skip: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 2) {
    if (at === skip) continue;
    sum += (bytes[at]! << 8) | (at + 1 < end ? bytes[at + 1]! : 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
