import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteStream } from "../../../../src/dissect/transport/tcp/byte-stream.js";
import { Wanted } from "../../../../src/dissect/wanted.js";

const ascii = (text: string) => new TextEncoder().encode(text);

describe("a byte stream", () => {
  it("puts segments in order, across the end of sequence numbers, whatever repeats or overtakes", () => {
    const cut = fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 30 }), fc.nat(0xffff_ffff), (cuts, first) => {
        const sent = Uint8Array.from({ length: 100 }, (_, i) => i);
        const stream = new ByteStream(first);
        const seen = new Set<number>();
        for (const [start, length] of cuts) {
          const end = Math.min(100, start + length);
          for (let i = start; i < end; i++) seen.add(i);
          stream.add((first + start) >>> 0, 1, sent.slice(start, end));
          let ready = 0;
          while (seen.has(ready)) ready++;
          expect(stream.ready.bytes).toEqual(sent.subarray(0, ready));
        }
      }),
    );
  });

  it("says which frames brought what is ready", () => {
    const stream = new ByteStream(100);
    stream.add(104, 2, ascii("efgh"));
    stream.add(100, 3, ascii("abcdef"));
    expect(stream.ready.pieces).toEqual([
      { frame: 3, length: 6 },
      { frame: 2, length: 2 },
    ]);
    expect(new TextDecoder().decode(stream.ready.bytes)).toBe("abcdefgh");
  });

  it("goes on behind what was read, and waits for what the reader lacks", () => {
    const stream = new ByteStream(0);
    stream.add(0, 1, ascii("readrest"));
    stream.advance(4, 10);
    expect([stream.position, stream.satisfied]).toEqual([4, false]);
    stream.add(8, 2, ascii("12345"));
    expect(stream.satisfied).toBe(false);
    stream.add(13, 3, ascii("6"));
    expect(stream.satisfied).toBe(true);
  });

  it.each(["a\n\nb", "a\r\n\r\nb", "a\n\r\nb"])(
    "finds the end of headers in %j, at whatever byte it is cut",
    (text) => {
      const bytes = ascii(text);
      const end = bytes.length - 1;
      for (let cut = 1; cut < end; cut++) {
        const stream = new ByteStream(0);
        stream.advance(0, Wanted.emptyLine);
        stream.add(0, 1, bytes.slice(0, cut));
        expect(stream.satisfied).toBe(false);
        stream.add(cut, 2, bytes.slice(cut));
        expect(stream.satisfied).toBe(true);
      }
    },
  );

  it("remembers what it passed over, once", () => {
    const stream = new ByteStream(0);
    stream.skipTo(100);
    expect(stream.position).toBe(100);
    expect(stream.fillGap(20, 30)).toEqual({ from: 0, to: 30 });
    expect(stream.fillGap(20, 30)).toBeUndefined();
    expect(stream.fillGap(40, 80)).toEqual({ from: 10, to: 60 });
    expect(stream.fillGap(0, 200)).toEqual({ from: 0, to: 20 });
    expect(stream.fillGap(0, 200)).toBeUndefined();
  });
});
