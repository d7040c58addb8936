import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs and checks the four JSON parts of a message. */
export interface Signer {
  sign(parts: readonly Uint8Array[]): string;
  verify(signature: Uint8Array, parts: readonly Uint8Array[]): boolean;
}

/** @param scheme `hmac-` and a digest's name, from the connection file */
export function createSigner(scheme: string, key: string): Signer {
  const digest = scheme.replace(/^hmac-/, "");
  const sign = (parts: readonly Uint8Array[]) => {
    if (key === "") return "";
    const hmac = createHmac(digest, key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  };
  return {
    sign,
    verify(signature, parts) {
      const expected = Buffer.from(sign(parts));
      return expected.length === signature.length && timingSafeEqual(expected, signature);
    },
  };
}
