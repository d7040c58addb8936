import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteString, bytesOf, decode } from "../../../src/dissect/sip/byte-string.js";

describe("a byte string", () => {
  it("has one character a byte, and says what the bytes say in UTF-8", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 100 }).map((text) => new TextEncoder().encode(text)),
      fc.array(fc.constantFrom(0x41, 0x80, 0xff), { maxLength: 30 }).map((codes) => Uint8Array.from(codes)),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        const text = byteString(some);
        expect(Array.from(text, (character) => character.charCodeAt(0))).toEqual([...some]);
        expect(bytesOf(text)).toEqual(some);
        expect(decode(text)).toBe(new TextDecoder("utf-8", { ignoreBOM: true }).decode(some));
      }),
    );
  });

  it("may be longer than a call's arguments", () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
    expect(bytesOf(byteString(bytes))).toEqual(bytes);
    expect(byteString(bytes, 250, 253)).toBe("\xfa\0\x01");
  });
});
