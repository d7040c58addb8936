import fc from "fast-check";
import { expect, it } from "vitest";
import { subscribedTopic } from "../../../src/kernel/wire/subscription.js";

const event = (kind: number, topic: string | Uint8Array) =>
  Buffer.concat([Buffer.of(kind), typeof topic === "string" ? Buffer.from(topic) : topic]);

it("a subscription tells its topic, also the empty one for all", () => {
  expect(subscribedTopic(event(1, ""))).toBe("");
  expect(subscribedTopic(event(1, "kernel.é"))).toBe("kernel.é");
});

it.each([
  ["the end of one", event(0, "stream")],
  ["a message to the publisher", event(2, "x")],
  ["nothing", Buffer.of()],
  ["a topic that is no UTF-8", event(1, Buffer.of(0xff))],
  ["a topic as long as a book", event(1, "x".repeat(256))],
])("%s is none", (_, bytes) => {
  expect(subscribedTopic(bytes)).toBeUndefined();
});

it("whatever comes is a topic as it was written, or none", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const topic = subscribedTopic(bytes);
      expect(topic === undefined || event(1, topic).equals(bytes)).toBe(true);
    }),
  );
});
