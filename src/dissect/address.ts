const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Six bytes as `02:00:c0:a8:bb:0a`. */
export function formatMac(bytes: Uint8Array, at: number): string {
  let text = HEX[bytes[at]!]!;
  for (let i = 1; i < 6; i++) text += `:${HEX[bytes[at + i]!]}`;
  return text;
}

/** Four bytes as `192.168.187.10`. */
export function formatIpv4(bytes: Uint8Array, at: number): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
}

/** Sixteen bytes in the canonical text form (RFC 5952 §4). */
export function formatIpv6(bytes: Uint8Array, at: number): string {
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) groups.push((bytes[at + i]! << 8) | bytes[at + i + 1]!);
  let longest = 1; // one group of zeros alone is not shortened
  let from = -1;
  for (let i = 0; i < 8; i++) {
    let j = i;
    while (j < 8 && groups[j] === 0) j++;
    if (j - i > longest) {
      longest = j - i;
      from = i;
    }
    i = Math.max(i, j - 1);
  }
  const hex = (part: number[]) => part.map((group) => group.toString(16)).join(":");
  if (from === 0 && (longest === 6 || (longest === 5 && groups[5] === 0xffff))) {
    return `${longest === 6 ? "::" : "::ffff:"}${formatIpv4(bytes, at + 12)}`;
  }
  return from === -1 ? hex(groups) : `${hex(groups.slice(0, from))}::${hex(groups.slice(from + longest))}`;
}

/** An IPv4 (4 bytes) or IPv6 (16 bytes) address as text. */
export function formatAddress(bytes: Uint8Array): string {
  return bytes.length === 16 ? formatIpv6(bytes, 0) : formatIpv4(bytes, 0);
}

const ZERO = "0".charCodeAt(0);

/** The 4 or 16 bytes of an address in text form, or undefined where it is none (a host name, say). */
export function parseAddress(text: string): Uint8Array | undefined {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Uint8Array | undefined {
  const address = new Uint8Array(4);
  let quad = 0;
  let digits = 0;
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      if (++digits > 3 || number > 255) return undefined;
    } else {
      if (text[i] !== "." || digits === 0 || quad === 3) return undefined;
      address[quad++] = number;
      number = digits = 0;
    }
  }
  address[quad] = number;
  return quad === 3 && digits > 0 ? address : undefined;
}

function parseIpv6(text: string): Uint8Array | undefined {
  const halves = text.split("::");
  if (halves.length > 2 || text.length > 45) return undefined;
  const [head, tail] = halves.map(groupsOf);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...(tail ?? [])];
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 255]));
}

function groupsOf(half: string): number[] | undefined {
  if (half === "") return [];
  const groups: number[] = [];
  const parts = half.split(":");
  for (const [i, part] of parts.entries()) {
    const quads = i === parts.length - 1 && part.includes(".") ? parseAddress(part) : undefined;
    if (quads) groups.push((quads[0]! << 8) | quads[1]!, (quads[2]! << 8) | quads[3]!);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
