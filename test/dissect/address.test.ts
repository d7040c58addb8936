import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAddress, parseAddress } from "../../src/dissect/address.js";

describe("an address in text form", () => {
  it("is read as it was written", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(bytes, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it.each(["0.0.0.0", "255.255.255.255", "001.02.3.099"])("may be %s", (text) => {
    expect(parseAddress(text)).toEqual(Uint8Array.from(text.split(".").map(Number)));
  });

  it.each([
    "",
    ".",
    "1",
    "1.2.3",
    "1.2.3.",
    ".1.2.3",
    "1..2.3",
    "1.2.3.4.",
    "1.2.3.4.5",
    "256.1.1.1",
    "1.1.1.999",
  ])("is not %j", (text) => expect(parseAddress(text)).toBeUndefined());

  it.each([
    "0001.2.3.4",
    "1.2.3.4 ",
    " 1.2.3.4",
    "+1.2.3.4",
    "1.2.3.x",
    "１.2.3.4",
    "host",
    "1".repeat(100_000),
  ])("nor anything else, as %.20s", (text) => expect(parseAddress(text)).toBeUndefined());
});
