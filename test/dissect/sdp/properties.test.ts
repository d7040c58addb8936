import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { negotiate, parseSdp, readAnnounced } from "../../../src/dissect/sdp/index.js";

const FRAGMENTS = [
  "v=0",
  "o=- 1 1 IN IP4 h",
  "c=IN IP4 192.0.2.1",
  "m=audio 4000 RTP/AVP 0 8 101",
  "m=image 0 udptl t38",
  "a=rtpmap:101 telephone-event/8000",
  "a=rtpmap:",
  "a=fmtp:101 0-16",
  "a=candidate:1 1 UDP 1 h 1 typ host",
  "a=imageattr:97 send [x=800] recv *",
  "a=simulcast:send 1,2;~3",
  "a=crypto:1 x inline:y",
  "a=rtcp:1 IN IP4 h",
  "a=__proto__:1",
  "=",
  "",
];
const descriptions = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string()), { maxLength: 30 })
    .map((lines) => new TextEncoder().encode(lines.join("\r\n"))),
);

describe("any bytes as a session description", () => {
  it("are read without harm, ranges within them, in order", () => {
    fc.assert(
      fc.property(descriptions, (bytes) => {
        const session = parseSdp(bytes);
        let at = 0;
        for (const { start, end } of session.lines) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(bytes.length);
        for (const { start, end, port, portCount } of session.media) {
          expect(end <= bytes.length && start < end).toBe(true);
          expect(port >= 0 && port <= 0xffff && portCount >= 0).toBe(true);
        }
      }),
    );
  });

  it("negotiate with any others, one row a line of the offer", () => {
    fc.assert(
      fc.property(descriptions, descriptions, (offer, answer) => {
        const offered = parseSdp(offer);
        expect(negotiate(offered, parseSdp(answer))).toHaveLength(offered.media.length);
      }),
    );
  });

  it.each([
    ["one endless line", "a=".padEnd(1 << 20, "x")],
    ["a million line breaks", "\n".repeat(1 << 20)],
    ["many attributes", "m=audio 1 RTP/AVP 0\n".concat("a=rtpmap:0 x/1\n".repeat(50_000))],
    ["many media", "m=audio 1 RTP/AVP 0\n".repeat(50_000)],
    ["one line of formats", `m=audio 1 RTP/AVP${" 0".repeat(500_000)}`],
    ["brackets", `a=imageattr:1 send ${"[x] ".repeat(250_000)}`],
  ])("do not hang on %s", { timeout: 30_000 }, (_, text) => {
    const { lines, media } = parseSdp(text);
    expect(readAnnounced(text)).toHaveLength(media.length);
    expect(lines.length).toBeLessThanOrEqual(2000);
    for (const { formatNames } of media) expect(formatNames.length).toBeLessThan(4096);
  });
});
