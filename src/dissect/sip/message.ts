import { byteString } from "./byte-string.js";
import { type Defect, findDefects } from "./defects.js";
import { MessageFields } from "./message-fields.js";
import { readStartLine, startLineEnd } from "./start-line.js";

/**
 * The SIP message in `bytes[start, end)`, or undefined where its first line is not SIP's (see `looksLikeSip`).
 * Only the first line is read at once. All its offsets count from `start`.
 */
export function parseSip(bytes: Uint8Array, start = 0, end = bytes.length): SipMessage | undefined {
  const lineEnd = startLineEnd(bytes, start, end);
  if (lineEnd === -1) return undefined;
  const text = byteString(bytes, start, end);
  return new SipMessage(text, readStartLine(text.slice(0, lineEnd - start)));
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
