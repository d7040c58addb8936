import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeFrame, FrameReader } from "../../../src/kernel/pipe/frames.js";

it("frames come out as they went in, however the pipe cuts them", () => {
  const frame = fc.record({
    head: fc.record({ type: fc.string() }),
    body: fc.uint8Array({ maxLength: 200 }),
  });
  fc.assert(
    fc.property(
      fc.array(frame),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
      (frames, cuts) => {
        const bytes = Buffer.concat(frames.map(({ head, body }) => encodeFrame(head, body)));
        const reader = new FrameReader<{ type: string }>();
        const read = [];
        for (let at = 0, cut = 0; at < bytes.length; cut++) {
          const length = cuts[cut % cuts.length] as number;
          read.push(...reader.push(bytes.subarray(at, at + length)));
          at += length;
        }
        expect(read.map(({ head, body }) => ({ head, body: Uint8Array.from(body) }))).toEqual(frames);
      },
    ),
  );
});

it("a text's length is counted in bytes", () => {
  const [frame] = new FrameReader().push(encodeFrame({}, "é☎🎉"));
  expect(frame?.body.toString()).toBe("é☎🎉");
});
