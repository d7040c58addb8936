import { describe, expect, it } from "vitest";
import { canonicalName } from "../../../src/dissect/sip/index.js";
import { message, withHeaders } from "./wire.js";

describe("headers", () => {
  it("know their bytes", () => {
    const options = withHeaders(
      "OPTIONS sip:a@b SIP/2.0",
      "Via: SIP/2.0/UDP c;branch=z9hG4bK1",
      "CSeq:  7 OPTIONS",
    );
    const [via, cseq] = options.headers;
    expect(options.textOf(via!)).toBe("Via: SIP/2.0/UDP c;branch=z9hG4bK1");
    expect(options.textOf(cseq!)).toBe("CSeq:  7 OPTIONS");
    expect(cseq).toMatchObject({ start: 61, end: 77, valueStart: 68, name: "CSeq", value: "7 OPTIONS" });
    expect(options.body).toEqual({ start: 81, end: 81 });
  });

  it("unfold: a line break and the blanks after it are one space (RFC 3261 §7.3.1)", () => {
    const folded = withHeaders(
      "OPTIONS sip:a@b SIP/2.0",
      "Subject: I know you're there,",
      "         pick up",
      "\tnow",
    );
    expect(folded.headers).toHaveLength(1);
    expect(folded.header("Subject")).toBe("I know you're there, pick up now");
    expect(folded.textOf(folded.headers[0]!)).toBe(
      "Subject: I know you're there,\r\n         pick up\r\n\tnow",
    );
  });

  it("are found under any spelling of their name", () => {
    const compact = withHeaders("OPTIONS sip:a@b SIP/2.0", "i: 1@2", "CALL-ID : 3@4", "X-Odd:  a ");
    expect(compact.headersOf("Call-ID").map(({ name, value }) => [name, value])).toEqual([
      ["i", "1@2"],
      ["CALL-ID", "3@4"],
    ]);
    expect(compact.header("call-id")).toBe("1@2");
    expect(compact.header("x-oDD")).toBe("a");
    expect(compact.header("To")).toBeUndefined();
    expect(compact.header("__proto__")).toBeUndefined();
  });

  it.each([
    ["i", "Call-ID"],
    ["m", "Contact"],
    ["e", "Content-Encoding"],
    ["l", "Content-Length"],
    ["c", "Content-Type"],
    ["f", "From"],
    ["s", "Subject"],
    ["k", "Supported"],
    ["t", "To"],
    ["v", "Via"], // RFC 3261 §7.3.3
    ["u", "Allow-Events"],
    ["o", "Event"], // RFC 6665
    ["r", "Refer-To"], // RFC 3515
    ["b", "Referred-By"], // RFC 3892
    ["x", "Session-Expires"], // RFC 4028
    ["a", "Accept-Contact"],
    ["j", "Reject-Contact"],
    ["d", "Request-Disposition"], // RFC 3841
    ["y", "Identity"], // RFC 8224
    ["cseq", "CSeq"],
    ["www-authenticate", "WWW-Authenticate"],
    ["X-Mine", "X-Mine"],
  ])("%s is %s", (name, canonical) => {
    expect(canonicalName(name)).toBe(canonical);
    expect(canonicalName(name.toUpperCase()) === canonical || canonical === "X-Mine").toBe(true);
  });
});

describe("values", () => {
  it("may end in any letter, also one whose last byte is A0", () => {
    const options = withHeaders("OPTIONS sip:a@b SIP/2.0", "Subject:  voilà ", 'To: "là" <sip:a@b>;x=là ');
    expect(options.header("Subject")).toBe("voilà");
    expect(options.to).toMatchObject({ displayName: "là", wellFormed: true, parameters: [{ value: "là" }] });
  });

  it("of lists are split at commas outside quotes and brackets, over all headers of the name", () => {
    const values = withHeaders(
      "OPTIONS sip:a@b SIP/2.0",
      'Route: "Doe, John" <sip:a,b@c;x=","> , <sip:d@e>',
      "Route: <sip:f@g>",
    ).valuesOf("Route");
    expect(values.map(({ raw }) => raw)).toEqual(['"Doe, John" <sip:a,b@c;x=",">', "<sip:d@e>", "<sip:f@g>"]);
  });

  it("know their bytes", () => {
    const options = withHeaders("OPTIONS sip:a@b SIP/2.0", "Allow: INVITE,", " ACK ,BYE", "k: 100rel");
    expect(options.valuesOf("Allow").map((range) => options.textOf(range))).toEqual(["INVITE", "ACK", "BYE"]);
    expect(options.valuesOf("Supported").map((range) => options.textOf(range))).toEqual(["100rel"]);
  });

  it("of other headers may hold commas", () => {
    const options = withHeaders(
      "OPTIONS sip:a@b SIP/2.0",
      "Date: Sat, 13 Nov 2010 23:29:00 GMT",
      'WWW-Authenticate: Digest realm="a", nonce="b"',
      "Subject: one, two",
    );
    for (const name of ["Date", "WWW-Authenticate", "Subject"])
      expect(options.valuesOf(name)).toHaveLength(1);
  });
});

describe("the text of a message", () => {
  it("is its UTF-8, with U+FFFD for what is not", () => {
    const text = message("MESSAGE sip:a@b SIP/2.0\nSubject: Réunion <hex>FF</hex>\nl: 4\n\nété!");
    expect(text.text).toBe("MESSAGE sip:a@b SIP/2.0\r\nSubject: Réunion \ufffd\r\nl: 4\r\n\r\nét\ufffd");
    expect(text.header("Subject")).toBe("Réunion \ufffd");
  });

  it("is given in first lines", () => {
    const text = message("MESSAGE sip:a@b SIP/2.0\nSubject: hi\n\nbody\n");
    expect(text.firstLines(2)).toBe("MESSAGE sip:a@b SIP/2.0\nSubject: hi");
    expect(text.firstLines(0)).toBe("");
    expect(text.firstLines(99)).toBe("MESSAGE sip:a@b SIP/2.0\nSubject: hi\n\nbody");
  });
});
