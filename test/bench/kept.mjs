// node --expose-gc kept.mjs CAPTURE: prints the bytes that an open capture keeps for each frame.
import { openCapture } from "../../dist/index.js";

/** Bytes of values, and of the arrays that lie outside of the heap. */
function held() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const before = held();
const capture = await openCapture(process.argv[2]);
const after = held();
console.log((after - before) / capture.frames.length);
