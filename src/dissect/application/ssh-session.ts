import { textOf, u32 } from "../bytes.js";

/** What one side offers (RFC 4253 §7.1): names in its order. */
export interface SshOffer {
  exchange: readonly string[];
  /** From the client, and from the server. */
  ciphers: readonly (readonly string[])[];
}

/** What is known of a connection; a new one is made for each change. */
export interface SshSession {
  /** The client said which version it speaks. */
  versioned: boolean;
  client?: SshOffer;
  server?: SshOffer;
  /** Who went over to the keys agreed on. */
  clientKeys: boolean;
  serverKeys: boolean;
}

export const UNKNOWN_SESSION: SshSession = { versioned: false, clientKeys: false, serverKeys: false };

const COOKIE = 16;
const LISTS = 4;

/** Reads the lists of an offer that begins at `at`, behind the message's number. */
export function readOffer(bytes: Uint8Array, at: number, end: number): SshOffer {
  const lists: string[][] = [];
  let from = at + COOKIE;
  while (lists.length < LISTS && from + 4 <= end) {
    const stop = Math.min(end, from + 4 + u32(bytes, from));
    lists.push(textOf(bytes, from + 4, stop).split(","));
    from = stop;
  }
  return { exchange: lists[0] ?? [], ciphers: [lists[2] ?? [], lists[3] ?? []] };
}

/** The first of the client's names that the server has too. */
function agreed(client: readonly string[] = [], server: readonly string[] = []): string {
  return client.find((name) => server.includes(name)) ?? "";
}

/** Whether packets hide their length: with these ciphers it is encrypted, or authenticated with the rest. */
export function hidesLength({ client, server }: SshSession, fromClient: boolean): boolean {
  const side = fromClient ? 0 : 1;
  return /^(?:chacha20|aes\d+-gcm)/.test(agreed(client?.ciphers[side], server?.ciphers[side]));
}

const NAMES: Readonly<Record<number, string>> = {
  1: "Disconnect",
  2: "Ignore",
  3: "Unimplemented",
  4: "Debug",
  20: "Key Exchange Init",
  21: "New Keys",
};

const GROUPS: Readonly<Record<number, string>> = {
  30: "Request (Old)",
  31: "Group",
  32: "Init",
  33: "Reply",
  34: "Request",
};

/** The name of a message; those of the key exchange depend on its method. */
export function messageName(number: number, { client, server }: SshSession): string {
  if (number < 30) return NAMES[number] ?? "";
  const method = agreed(client?.exchange, server?.exchange);
  if (method.includes("group-exchange")) return `Diffie-Hellman Group Exchange ${GROUPS[number] ?? ""}`;
  const curve = /^(?:ecdh|curve)/.test(method) ? "Elliptic Curve " : "";
  return `${curve}Diffie-Hellman Key Exchange ${number === 30 ? "Init" : "Reply"}`;
}
