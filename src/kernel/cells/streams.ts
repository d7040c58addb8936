import { Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { StreamName } from "../pipe/protocol.js";
import { sendText } from "./channel.js";

/** Puts streams in the place of `process.stdout` and `process.stderr`, and so beneath `console`. */
export function captureStreams(): void {
  for (const name of ["stdout", "stderr"] as const) {
    Object.defineProperty(process, name, { value: textStream(name), configurable: true, enumerable: true });
  }
}

function textStream(name: StreamName): Writable {
  const decoder = new StringDecoder("utf8"); // a character may come in several writes
  return new Writable({
    decodeStrings: false,
    write(chunk: Buffer | string, _encoding, written) {
      sendText(name, typeof chunk === "string" ? chunk : decoder.write(chunk));
      written();
    },
  });
}
