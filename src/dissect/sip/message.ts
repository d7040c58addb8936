import { type Defect, findDefects } from "./defects.js";
import { MessageFields } from "./message-fields.js";
import { readStartLine } from "./start-line.js";

/**
 * The SIP message in `bytes[start, end)`, or undefined where its first line is not SIP's (see `looksLikeSip`).
 * Only the first line and the headers' places are read at once; the bytes must not change while the message is
 * in use. All its offsets count from `start`.
 */
export function parseSip(bytes: Uint8Array, start = 0, end = bytes.length): SipMessage | undefined {
  const startLine = readStartLine(bytes, start, end);
  return startLine && new SipMessage(bytes.subarray(start, end), startLine);
}

/** A SIP request or response, with what is wrong in it. Made by `parseSip`. */
export class SipMessage extends MessageFields {
  private found?: Defect[];

  /** Where the message is not as the RFC wants it; it was read as far as it makes sense. */
  get defects(): readonly Defect[] {
    this.found ??= findDefects(this);
    return this.found;
  }
}
