/** How the value of an information element is written. */
export type ElementKind =
  | "text"
  | "hex"
  | "decimal"
  | "bytes"
  | "address"
  | "codec"
  | "codecs"
  | "cause"
  | "data";

export interface ElementType {
  /** As it ends Wireshark's filter name, `iax2.iax.called_number`. */
  key: string;
  label: string;
  kind: ElementKind;
  /** Octets, where it can only have that many. */
  size?: number;
  /** What Wireshark calls the element itself, where that is not its label. */
  element?: string;
}

/** Information elements (RFC 5456 §8.6, and Asterisk's own from 52 on). */
export const ELEMENTS: Readonly<Record<number, ElementType>> = {
  1: { key: "called_number", label: "Number/extension being called", kind: "text" },
  2: { key: "calling_number", label: "Calling number", kind: "text" },
  3: { key: "calling_ani", label: "Calling number ANI for billing", kind: "text" },
  4: { key: "calling_name", label: "Name of caller", kind: "text" },
  5: { key: "called_context", label: "Context for number", kind: "text" },
  6: { key: "username", label: "Username (peer or user) for authentication", kind: "text" },
  7: { key: "password", label: "Password for authentication", kind: "text" },
  8: { key: "capability", label: "Actual codec capability", kind: "codecs", size: 4 },
  9: { key: "format", label: "Desired codec format", kind: "codec", size: 4 },
  10: { key: "language", label: "Desired language", kind: "text" },
  11: { key: "version", label: "Protocol version", kind: "hex", size: 2 },
  12: { key: "cpe_adsi", label: "CPE ADSI capability", kind: "hex", size: 2 },
  13: { key: "dnid", label: "Originally dialed DNID", kind: "text" },
  14: { key: "auth.methods", label: "Authentication method(s)", kind: "hex", size: 2 },
  15: { key: "auth.challenge", label: "Challenge data for MD5/RSA", kind: "text" },
  16: { key: "auth.md5", label: "MD5 challenge result", kind: "text" },
  17: { key: "auth.rsa", label: "RSA challenge result", kind: "text" },
  18: { key: "app_addr", label: "Apparent address of peer", kind: "address" },
  19: { key: "refresh", label: "When to refresh registration", kind: "decimal", size: 2 },
  20: { key: "dialplan_status", label: "Dialplan status", kind: "hex", size: 2 },
  21: { key: "call_no", label: "Call number of peer", kind: "decimal", size: 2 },
  22: { key: "cause", label: "Cause", kind: "text" },
  23: { key: "iax_unknown", label: "Unknown IAX command", kind: "bytes" },
  24: { key: "msg_count", label: "How many messages waiting", kind: "decimal", size: 2 },
  25: { key: "autoanswer", label: "Request auto-answering", kind: "bytes" },
  26: { key: "moh", label: "Request musiconhold with QUELCH", kind: "bytes" },
  27: { key: "transferid", label: "Transfer Request Identifier", kind: "hex", size: 4 },
  28: { key: "rdnis", label: "Referring DNIS", kind: "text" },
  29: { key: "provisioning", label: "Provisioning info", kind: "text" },
  30: { key: "aesprovisioning", label: "AES Provisioning info", kind: "text" },
  31: { key: "datetime.raw", label: "Date/Time", kind: "decimal", size: 4 },
  32: { key: "devicetype", label: "Device type", kind: "text" },
  33: { key: "serviceident", label: "Service identifier", kind: "text", element: "Service Identifier" },
  34: { key: "firmwarever", label: "Firmware version", kind: "hex", size: 2, element: "Firmware revision" },
  35: { key: "fwblockdesc", label: "Firmware block description", kind: "hex", size: 4 },
  36: { key: "fwblockdata", label: "Firmware block of data", kind: "text" },
  37: { key: "provver", label: "Provisioning version", kind: "hex", size: 4 },
  38: { key: "callingpres", label: "Calling presentation", kind: "hex", size: 1 },
  39: { key: "callington", label: "Calling type of number", kind: "hex", size: 1 },
  40: { key: "callingtns", label: "Calling transit network select", kind: "hex", size: 2 },
  41: { key: "samplingrate", label: "Supported sampling rates", kind: "hex", size: 2 },
  42: { key: "causecode", label: "Hangup cause", kind: "cause", size: 1 },
  43: { key: "encryption", label: "Encryption format", kind: "hex", size: 2 },
  44: { key: "enckey", label: "Encryption key", kind: "text", element: "Raw encryption key" },
  45: { key: "codecprefs", label: "Codec negotiation", kind: "text", element: "Codec preferences" },
  46: {
    key: "rrjitter",
    label: "Received jitter (as in RFC1889)",
    kind: "hex",
    size: 4,
    element: "Received jitter",
  },
  47: {
    key: "rrloss",
    label: "Received loss (high byte loss pct, low 24 bits loss count, as in rfc1889)",
    kind: "hex",
    size: 4,
    element: "Received loss",
  },
  48: { key: "rrpkts", label: "Total frames received", kind: "hex", size: 4, element: "Received frames" },
  49: { key: "rrdelay", label: "Max playout delay in ms for received frames", kind: "hex", size: 2 },
  50: {
    key: "rrdropped",
    label: "Dropped frames (presumably by jitterbuffer)",
    kind: "hex",
    size: 4,
    element: "Dropped frames",
  },
  51: {
    key: "rrooo",
    label: "Frame received out of order",
    kind: "hex",
    size: 4,
    element: "Frames received out of order",
  },
  55: { key: "capability2", label: "64-bit codec capability", kind: "codecs", size: 8 },
  56: { key: "format2", label: "64-bit codec format", kind: "codec", size: 8 },
  255: { key: "dataformat", label: "Data call format", kind: "data", size: 4 },
};

/** Elements that Wireshark names and does not read. */
export const UNREAD_ELEMENTS: Readonly<Record<number, string>> = {
  52: "IAX2 variable",
  53: "OSP Token",
  54: "Call Token",
};

/** An element in `bytes[start, end)`; it begins two octets before `start`. */
export interface Element {
  id: number;
  start: number;
  end: number;
}

/**
 * The elements in `bytes[start, end)`, each a type, a length, and as many octets (RFC 5456 §8.6), up to the first
 * that does not fit; `whole` is false where there is one.
 */
export function readElements(
  bytes: Uint8Array,
  start: number,
  end: number,
): { elements: Element[]; whole: boolean } {
  const elements: Element[] = [];
  let at = start;
  while (at + 2 <= end) {
    const element = { id: bytes[at]!, start: at + 2, end: at + 2 + bytes[at + 1]! };
    if (element.end > end) break;
    elements.push(element);
    at = element.end;
  }
  return { elements, whole: at === end };
}
