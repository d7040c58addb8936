import { describe, expect, it } from "vitest";
import { parseSip, sipMessageEnd, skipKeepAlive } from "../../../src/dissect/sip/index.js";
import { wire } from "./wire.js";

const BYE = "BYE sip:a@b SIP/2.0\nCall-ID: 1\nContent-Length: 0\n\n";
const MESSAGE = "MESSAGE sip:a@b SIP/2.0\nl: 5\n\nhello";

describe("sipMessageEnd (RFC 3261 §18.3)", () => {
  it("finds the messages of a stream one after the other", () => {
    const stream = wire(BYE + MESSAGE + BYE);
    const methods: string[] = [];
    for (let at = 0; at < stream.length; ) {
      const end = sipMessageEnd(stream, at, stream.length);
      methods.push(parseSip(stream, at, end)!.method!);
      at = end;
    }
    expect(methods).toEqual(["BYE", "MESSAGE", "BYE"]);
  });

  it("waits for the headers, at whatever byte they are cut, and knows then what the body lacks", () => {
    const stream = wire(MESSAGE);
    const headers = stream.length - "hello".length;
    for (let end = 0; end < headers; end++) expect(sipMessageEnd(stream, 0, end)).toBe(-1);
    for (let end = headers; end <= stream.length; end++) {
      expect(sipMessageEnd(stream, 0, end)).toBe(stream.length);
    }
  });

  it("takes all there is where no Content-Length tells, or none to believe", () => {
    for (const header of ["", "l: -1\n", "l: many\n", "l: 99999999999\n"]) {
      const stream = wire(`MESSAGE sip:a@b SIP/2.0\n${header}\nhello`);
      expect(sipMessageEnd(stream, 0, stream.length)).toBe(stream.length);
    }
  });

  it.each([2048, 8192, 32768])("finds the end of headers of about %d bytes", (size) => {
    for (let length = size - 4; length <= size + 4; length++) {
      const rest = "MESSAGE sip:a@b SIP/2.0\r\nl: 5\r\nSubject: \r\n\r\n".length;
      const message = MESSAGE.replace("l: 5\n", `l: 5\nSubject: ${"x".repeat(length - rest)}\n`);
      const stream = wire(BYE + message + BYE);
      const start = wire(BYE).length;
      expect(sipMessageEnd(stream, start, stream.length)).toBe(start + length + "hello".length);
    }
  });

  it("does not wait without end for headers to end", () => {
    const endless = new Uint8Array(2 << 20).fill(0x61);
    expect(sipMessageEnd(endless, 0, endless.length)).toBe(endless.length);
  });
});

describe("skipKeepAlive (RFC 5626 §3.5.1)", () => {
  it("passes line breaks between messages", () => {
    const stream = wire(`\n\n${BYE}`);
    expect(skipKeepAlive(stream, 0, stream.length)).toBe(2);
    expect(skipKeepAlive(stream, 2, stream.length)).toBe(2);
    expect(skipKeepAlive(wire("<hex>0D0A0D0A</hex>"), 0, 4)).toBe(4);
  });
});
