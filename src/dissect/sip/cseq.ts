import { type ByteString, decode } from "./byte-string.js";
import { isDigit, isToken } from "./characters.js";
import { trimmedText } from "./scan.js";

/** `20 REGISTER` (RFC 3261 §20.16). */
export interface CSeq {
  /** NaN where there is no number. */
  number: number;
  method: string;
  wellFormed: boolean;
}

export function readCSeq(text: ByteString): CSeq {
  let digits = 0;
  while (digits < text.length && isDigit(text.charCodeAt(digits))) digits++;
  const method = trimmedText(text, digits, text.length);
  return {
    number: digits === 0 ? Number.NaN : Number(text.slice(0, digits)),
    method: decode(method),
    wellFormed: digits > 0 && isToken(method) && digits + method.length < text.length,
  };
}
