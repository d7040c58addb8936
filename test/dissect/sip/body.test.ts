import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSip } from "../../../src/dissect/sip/index.js";
import { message } from "./wire.js";

const part = (type: string, content: string) => `--b1\nContent-Type: ${type}\n\n${content}\n`;
const withBody = (type: string, body: string) =>
  message(`MESSAGE sip:a@b SIP/2.0\nContent-Type: ${type}\n\n${body}`);

describe("a body", () => {
  it("goes as far as Content-Length says", () => {
    const short = message("MESSAGE sip:a@b SIP/2.0\nl: 2\nc: text/plain\n\nhi there");
    expect(short.textOf(short.body)).toBe("hi");
    expect(short.length).toBe(short.body.end);
  });

  it("goes as far as the bytes where Content-Length says more, nothing, or no number", () => {
    for (const length of ["l: 999\n", "", "l: -2\n", "l: many\n"]) {
      const long = message(`MESSAGE sip:a@b SIP/2.0\n${length}c: text/plain\n\nhi there`);
      expect(long.textOf(long.body)).toBe("hi there");
    }
  });

  it("is its only part where it is no multipart", () => {
    const plain = withBody("text/plain", "hi");
    expect(plain.content).toMatchObject({ contentType: "text/plain", parts: [], closed: true });
    expect(plain.sdp).toEqual([]);
  });
});

describe("a multipart body (RFC 2046 §5.1)", () => {
  it("is split at its boundary, the line break before it not being content", () => {
    const mixed = withBody(
      'multipart/mixed; boundary="b1"',
      `a preamble\n${part("application/sdp", "v=0\ns=-\n")}${part("Text/Plain; charset=x", "hi")}--b1--\nepilogue`,
    );
    expect(mixed.content.parts.map(({ contentType }) => contentType)).toEqual([
      "application/sdp",
      "text/plain",
    ]);
    expect(mixed.content.parts.map((range) => mixed.textOf(range))).toEqual(["v=0\r\ns=-\r\n", "hi"]);
    expect(mixed.content.parts[0]!.headers[0]).toMatchObject({ name: "Content-Type" });
    expect(mixed.sdp.map((range) => mixed.textOf(range))).toEqual(["v=0\r\ns=-\r\n"]);
  });

  it("may hold another", () => {
    const inner = "--c2\nc: application/sdp\n\nv=0\n--c2--\n";
    const nested = withBody(
      "multipart/mixed;boundary=b1",
      `${part("multipart/alternative;boundary=c2", inner)}--b1--\n`,
    );
    expect(nested.content.parts[0]!.parts).toHaveLength(1);
    expect(nested.sdp.map((range) => nested.textOf(range))).toEqual(["v=0"]);
  });

  it("may lack its end", () => {
    const cut = withBody("multipart/mixed;boundary=b1", part("application/sdp", "v=0"));
    expect(cut.content.parts).toMatchObject([{ contentType: "application/sdp", closed: false }]);
    expect(cut.sdp).toHaveLength(1);
  });

  it("takes a line for a boundary only where it is the whole of it", () => {
    const likely = withBody(
      "multipart/mixed;boundary=b1",
      `${part("text/plain", "--b\n--b1x\n -- b1\n--b1")}--b1--\n`,
    );
    expect(likely.content.parts.map((range) => likely.textOf(range))).toEqual(["--b\r\n--b1x\r\n -- b1", ""]);
  });

  it("without a boundary is one part", () => {
    expect(withBody("multipart/mixed", part("application/sdp", "v=0")).content.parts).toEqual([]);
  });

  it("is not followed into endless nesting", () => {
    const deep = withBody("multipart/mixed;boundary=b1", part("multipart/mixed;boundary=b1", "x").repeat(50));
    expect(deep.content.parts.length).toBe(50);
  });
});

describe("the session descriptions of a message", () => {
  /** Header lines with their breaks, as they end a message that describes a session, and nearly so. */
  const END = ["Content-Type: application/sdp\r\nContent-Length: 8\r\n\r\n"];
  const LINES = [
    ...["Content-Type: application/sdp\r\n", "content-type:Application/SDP\r\n", "c: application/sdp\r\n"],
    ...[
      "Content-Type: text/plain\r\n",
      "Content-Type: application/sdp;x=1\r\n",
      "Content-Type: application/\r\n sdp\r\n",
    ],
    ...[
      "Content-Length: 8\r\n",
      "Content-Length:\t3 \r\n",
      "Content-Length: 0\r\n",
      "Content-Length: 99999999999999999999\r\n",
    ],
    ...[
      "l: 2\r\n",
      "Subject: a\r\n",
      " folded\r\n",
      "Subject: a\n",
      "Subject: a\r",
      "\r\n",
      "\n",
      "\r",
      "v=0\r\ns=-\r\n",
    ],
  ];
  const endings = fc
    .array(fc.constantFrom(...END, ...END, ...LINES), { maxLength: 8 })
    .map((lines) => `MESSAGE sip:a@b SIP/2.0\r\n${lines.join("")}`);

  it("lie where reading all headers finds them", () => {
    let found = 0;
    fc.assert(
      fc.property(endings, (text) => {
        const sip = parseSip(new TextEncoder().encode(text))!;
        const { content, sdp } = sip;
        const isSession = content.contentType === "application/sdp" && content.end > content.start;
        const ranges = sdp.map(({ start, end }) => ({ start, end }));
        expect(ranges).toEqual(isSession ? [{ start: content.start, end: content.end }] : []);
        found += ranges.length;
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
