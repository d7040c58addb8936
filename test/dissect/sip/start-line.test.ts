import { describe, expect, it } from "vitest";
import { looksLikeSip, parseSip } from "../../../src/dissect/sip/index.js";
import { message, wire } from "./wire.js";

// Every decision below was taken from TShark 4.0.17 reading the same bytes as a UDP payload on port 5060.
const SIP = [
  "INVITE sip:a@b SIP/2.0\n",
  "INVITE sip:a@b SIP/2.0",
  "INVITE a:b SIP/2.0\n\n",
  "INVITE tel:+33123 SIP/2.0\n\n",
  "OPTIONS http://a SIP/2.0\n\n",
  "FOO sip:c@d SIP/2.0\n\n",
  "INVITE <sip:user@example.com> SIP/2.0\n\n",
  "INVITE sip:é@b SIP/2.0\n\n",
  "SIP/2.0 200 OK\n\n",
  "SIP/2.0 200 ",
  "SIP/2.0 999 OK\n\n",
];
const OTHER = [
  "",
  "\n\n",
  "jaK",
  "   ",
  "hello world, this is nothing at all\nmore\n",
  "GET http://a.b/ HTTP/1.1\n\n",
  "INVITE sip:a@b sip/2.0\n\n",
  "INVITE sip:a@b SIP/3.0\n\n",
  "INVITE sip:a@b SIP/2.00\n\n",
  "INVITE sip:a@b \n\n",
  "INVITE sip:a@b SIP/2.0 \n\n",
  "INVITE  sip:a@b SIP/2.0\n\n",
  "INVITE sip:a@b  SIP/2.0\n\n",
  "INVITE sip:a@b; lr SIP/2.0\n\n",
  " INVITE sip:a@b SIP/2.0\n\n",
  "<hex>0D0A</hex>INVITE sip:a@b SIP/2.0\n\n",
  "INVITE abcde SIP/2.0\nTo: x\n\n",
  "INVITE :a SIP/2.0\n\n",
  "INVITE :ab SIP/2.0\n\n",
  "OPTIONS * SIP/2.0\n\n",
  "INVITE\nsip:a@b SIP/2.0 x\n\n",
  "INVITE sip:a@b\nTo: x SIP/2.0\n\n",
  "INVITE sip:a<hex>00</hex>@b SIP/2.0\n\n",
  "SIP/2.0 200\n\n",
  "SIP/2.0 20 OK\n\n",
  "SIP/2.0 2000 OK\n\n",
  "SIP/2.0 2x0 OK\n\n",
  "SIP/2.0  200 OK\n\n",
  "sip/2.0 200 OK\n\n",
  "SIP/3.0 200 OK\n\n",
  "<hex>00000000</hex>",
  "<hex>000100002112a442000102030405060708090a0b</hex>", // STUN
  "<hex>8000000100000000123456780000</hex>", // RTP
];

describe("looksLikeSip", () => {
  it.each(SIP)("takes %j", (text) => {
    const bytes = wire(text);
    expect(looksLikeSip(bytes, 0, bytes.length)).toBe(true);
    expect(parseSip(bytes)).toBeDefined();
  });

  it.each(OTHER)("leaves %j", (text) => {
    const bytes = wire(text);
    expect(looksLikeSip(bytes, 0, bytes.length)).toBe(false);
    expect(parseSip(bytes)).toBeUndefined();
  });

  it("looks at the given range alone", () => {
    const bytes = wire("xxSIP/2.0 200 OK\n\nyy");
    expect(looksLikeSip(bytes, 0, bytes.length)).toBe(false);
    expect(looksLikeSip(bytes, 2, bytes.length - 2)).toBe(true);
    expect(looksLikeSip(bytes, 2, 13)).toBe(false);
  });
});

describe("the first line", () => {
  it("of a request has method and Request-URI", () => {
    const request = message("INVITE sip:bob@biloxi.com;transport=udp SIP/2.0\n\n");
    expect(request).toMatchObject({
      kind: "request",
      method: "INVITE",
      requestUri: "sip:bob@biloxi.com;transport=udp",
      status: undefined,
      reason: undefined,
      version: "SIP/2.0",
    });
    expect(request.uri).toMatchObject({ user: "bob", host: "biloxi.com", start: 7, end: 39 });
    expect(request.firstLine).toEqual({
      start: 0,
      end: 47,
      text: "INVITE sip:bob@biloxi.com;transport=udp SIP/2.0",
    });
  });

  it("of a response has status and reason", () => {
    const response = message("SIP/2.0 486 Occupé ailleurs\n\n");
    expect(response).toMatchObject({ kind: "response", status: 486, reason: "Occupé ailleurs" });
    expect(response).toMatchObject({ method: undefined, requestUri: undefined, uri: undefined });
  });

  it.each(["\r\n", "\n", "\r"])("may end in %j, as may all lines", (lineBreak) => {
    const lines = ["SIP/2.0 200 OK", "To: <sip:a@b>;tag=1", "l: 2", "", "hi"];
    const response = parseSip(new TextEncoder().encode(lines.join(lineBreak)))!;
    expect(response.reason).toBe("OK");
    expect(response.to?.tag).toBe("1");
    expect(response.textOf(response.body)).toBe("hi");
  });
});
