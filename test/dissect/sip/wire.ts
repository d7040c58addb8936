import { parseSip, type SipMessage } from "../../../src/dissect/sip/index.js";

/**
 * A message as it is on the wire: text in UTF-8, lines ended by CR LF, `<hex>…</hex>` for bytes that do not print
 * (the notation of RFC 4475 §2.1). A line feed at the very start is left out.
 */
export function wire(text: string): Uint8Array {
  const parts = text.replace(/^\n/, "").split(/<hex>([0-9A-Fa-f\s]*)<\/hex>/);
  const encoder = new TextEncoder();
  const bytes = parts.flatMap((part, i) =>
    i % 2 === 0
      ? [...encoder.encode(part.replaceAll("\n", "\r\n"))]
      : (part.match(/[0-9A-Fa-f]{2}/g) ?? []).map((digits) => Number.parseInt(digits, 16)),
  );
  return Uint8Array.from(bytes);
}

/** The message that a text is on the wire. */
export function message(text: string): SipMessage {
  const parsed = parseSip(wire(text));
  if (parsed === undefined) throw new Error(`not SIP: ${text.slice(0, 80)}`);
  return parsed;
}

/** A message of a first line and headers, without a body. */
export function withHeaders(firstLine: string, ...headers: string[]): SipMessage {
  return message(`${[firstLine, ...headers].join("\n")}\n\n`);
}
