import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs and checks the four JSON parts of a message. */
export interface Signer {
  sign(parts: readonly Uint8Array[]): string;
  verify(signature: Uint8Array, parts: readonly Uint8Array[]): boolean;
  /** Whether a good signature comes for the first time: whoever listens could send a message again. */
  first(signature: Uint8Array): boolean;
}

/** Signatures that are remembered: as many as Jupyter's own kernel does. */
const remembered = 2 ** 16;

/** @param scheme `hmac-` and a digest's name, from the connection file */
export function createSigner(scheme: string, key: string): Signer {
  const digest = scheme.replace(/^hmac-/, "");
  const sign = (parts: readonly Uint8Array[]) => {
    if (key === "") return "";
    const hmac = createHmac(digest, key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  };
  const known = new Set<string>();
  return {
    sign,
    verify(signature, parts) {
      const expected = Buffer.from(sign(parts));
      return expected.length === signature.length && timingSafeEqual(expected, signature);
    },
    first(signature) {
      if (key === "") return true;
      const digits = Buffer.from(signature).toString("latin1");
      if (known.has(digits)) return false;
      known.add(digits);
      if (known.size > remembered) known.delete(known.values().next().value as string);
      return true;
    },
  };
}
