import { describe, expect, it } from "vitest";
import { KeyPresses } from "../../src/voip/keys.js";

describe("keys", () => {
  const keys = (...events: [time: number, timestamp: number, event: number][]) => {
    const presses = new KeyPresses();
    for (const [i, [time, timestamp, event]] of events.entries())
      presses.observe(time, i + 1, timestamp, event);
    return presses.list;
  };

  it("are told once, though several packets tell of each (RFC 4733 §2.5.1.2)", () => {
    const pressed = keys([1, 800, 4], [2, 800, 4], [3, 800, 4], [9, 8000, 4], [10, 8000, 4]);
    expect(pressed).toEqual([
      { key: "4", time: 1, frame: 1 },
      { key: "4", time: 9, frame: 4 },
    ]);
  });

  it("are those of a telephone, not other events such as tones (RFC 4733 §3.2)", () => {
    const pressed = keys(...Array.from({ length: 20 }, (_, i): [number, number, number] => [i, i, i]));
    expect(pressed.map(({ key }) => key).join("")).toBe("0123456789*#ABCD");
  });
});
