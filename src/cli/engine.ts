import { setFlagsFromString } from "node:v8";

/** Prepares V8 for one pass over a capture, which is a program of a second or less. */
export function tuneEngine(): void {
  // Of all functions only those of media packets run long enough to earn back what it costs to optimize them; those of
  // SIP would be optimized for a few thousand messages. Code is considered after four times as many steps as usual.
  setFlagsFromString("--interrupt-budget=400000");
  // What a frame leaves behind is gone with the next: a young generation that fits in the processor's cache is enough.
  setFlagsFromString("--max-semi-space-size=1");
  setFlagsFromString("--semi-space-growth-factor=1");
}
