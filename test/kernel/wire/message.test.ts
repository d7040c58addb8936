import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadMessage, decode, encode } from "../../../src/kernel/wire/message.js";
import { createSigner } from "../../../src/kernel/wire/signature.js";
import { hmac, messageParts, readFrames } from "../wire.js";

const key = "Jefe";
const signer = createSigner("hmac-sha256", key);

describe("the signature", () => {
  it("is the one of RFC 4231, test case 2", () => {
    const data = Buffer.from("what do ya want for nothing?");
    const digest = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    expect(signer.sign([data])).toBe(digest);
    expect(signer.verify(Buffer.from(digest), [data.subarray(0, 4), data.subarray(4)])).toBe(true);
    expect(signer.verify(Buffer.from(digest.slice(1)), [data])).toBe(false);
  });

  it("is empty without a key", () => {
    expect(createSigner("hmac-sha256", "").sign([Buffer.from("x")])).toBe("");
  });
});

describe("a message", () => {
  it("is read with its way back, its header as it came, and its content", () => {
    const { id, parts } = messageParts("execute_request", { code: "1" }, { msg_id: "p" });
    const frames = [Buffer.from("client"), Buffer.from("<IDS|MSG>"), Buffer.from(hmac(key, parts)), ...parts];
    const message = decode(frames, signer);
    expect(message.identities.map(String)).toEqual(["client"]);
    expect(message.header).toMatchObject({ msg_id: id, msg_type: "execute_request" });
    expect(message.headerBytes).toBe(parts[0]);
    expect(message.parent.msg_id).toBe("p");
    expect(message.content).toEqual({ code: "1" });
  });

  it("is written as a client reads it", () => {
    const parent = messageParts("execute_request", {});
    const content = { name: "stdout", text: "é☎\n" };
    const { id, frames } = encode(
      { identities: ["stream"], type: "stream", parent: parent.parts[0], content },
      signer,
    );
    const read = readFrames(
      frames.map((frame) => Buffer.from(frame)),
      key,
    );
    expect(read).toEqual({ type: "stream", id, parent: parent.id, content });
  });

  it("is refused when it is longer than any cell, or came before; both after nothing of it was parsed", () => {
    const { parts } = messageParts("execute_request", { code: "1" });
    const frames = (signature: string, ...more: Buffer[]) => [
      Buffer.from("<IDS|MSG>"),
      Buffer.from(signature),
      ...parts,
      ...more,
    ];
    const good = hmac(key, parts);
    expect(() => decode(frames(good, Buffer.alloc(2 ** 25)), signer)).toThrow(/^\d+ bytes, at most 33554432/);
    expect(decode(frames(good), signer).content).toEqual({ code: "1" });
    expect(() => decode(frames(good), signer)).toThrow("came before");
    const broken = [Buffer.from("{not json"), ...parts.slice(1)];
    expect(() => decode([Buffer.from("<IDS|MSG>"), Buffer.from(good), ...broken], signer)).toThrow(
      "wrong signature",
    );
  });

  it("is refused, and never anything worse, whatever the frames are", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uint8Array(), fc.constant(Buffer.from("<IDS|MSG>")))), (frames) => {
        expect(() => decode(frames, signer)).toThrow(BadMessage);
      }),
    );
  });

  it("is refused, and never anything worse, whatever a good signature stands over", () => {
    const part = fc.oneof(
      fc.uint8Array(),
      fc.json().map((json) => new TextEncoder().encode(json)),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 6 }), (parts) => {
        const signed = parts.slice(0, 4).map((one) => Buffer.from(one));
        const frames = [Buffer.from("<IDS|MSG>"), Buffer.from(hmac(key, signed)), ...parts];
        expect(() => decode(frames, signer)).toThrow(BadMessage);
      }),
    );
  });
});
