import { text } from "../packets/bytes.js";

/** A SIP message: lines ended by CR LF, then Content-Length, in a column so wide, and the body. */
export function message(head: string, body = "", width = 1): Uint8Array {
  const length = String(body.length).padStart(width);
  return text(`${lines(head)}Content-Length: ${length}\r\n\r\n${body}`);
}

export const lines = (block: string): string => `${block.trim()}\n`.replaceAll("\n", "\r\n");
