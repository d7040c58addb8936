import { lineEnd, nextLine } from "../../sip/lines.js";

const DOT = 46;
const LF = 10;
const CR = 13;
const BLANK = 32;
const TAB = 9;

/** Verbs (RFC 3435 §3.2.1.1), and what they stand for. */
export const VERBS: Readonly<Record<string, string>> = {
  EPCF: "EndpointConfiguration",
  CRCX: "CreateConnection",
  MDCX: "ModifyConnection",
  DLCX: "DeleteConnection",
  RQNT: "NotificationRequest",
  NTFY: "Notify",
  AUEP: "AuditEndpoint",
  AUCX: "AuditConnection",
  RSIP: "RestartInProgress",
  MESG: "Message",
};

const EXPERIMENTAL = /^X[A-Za-z]{3}$/;

/** A range of bytes, and the text in it. */
export interface Part {
  text: string;
  start: number;
  end: number;
}

/** A message in `bytes[start, end)`: its first line, its parameters, and what comes behind an empty line. */
export interface MgcpMessage {
  start: number;
  end: number;
  kind: "request" | "response" | undefined;
  /** Blank-separated parts of the first line: verb or code, transaction, endpoint or text, version. */
  words: Part[];
  transaction: number;
  /** Of a response. */
  code: number;
  parametersStart: number;
  parametersEnd: number;
  /** `end` where there is no session description. */
  descriptionStart: number;
}

const utf8 = new TextDecoder();

/** What stands at `start`: a verb or a return code, as far as Wireshark asks for them. */
export function messageKind(bytes: Uint8Array, start: number, end: number): MgcpMessage["kind"] {
  const word = utf8.decode(bytes.subarray(start, Math.min(end, start + 4)));
  if (end - start >= 5 && (word.toUpperCase() in VERBS || EXPERIMENTAL.test(word))) {
    return isBlank(bytes[start + 4]) ? "request" : undefined;
  }
  return end - start >= 4 && /^\d{3}[ \t]$/.test(word) ? "response" : undefined;
}

/** The messages of a datagram; a line with a dot alone stands between them (RFC 3435 §3.5.5). */
export function messagesIn(bytes: Uint8Array, start: number, end: number): MgcpMessage[] {
  const messages: MgcpMessage[] = [];
  for (let at = start; at < end; ) {
    const dot = dotLine(bytes, at, start, end);
    if (dot === at) break;
    messages.push(readMessage(bytes, at, dot));
    if (dot === end) break;
    at = nextLine(bytes, dot + 1, end);
  }
  return messages;
}

function dotLine(bytes: Uint8Array, from: number, start: number, end: number): number {
  for (let dot = bytes.indexOf(DOT, from); dot !== -1 && dot < end; dot = bytes.indexOf(DOT, dot + 1)) {
    const begins = dot === start || isBreak(bytes[dot - 1]);
    if (begins && (dot + 1 === end || isBreak(bytes[dot + 1]))) return dot;
  }
  return end;
}

function readMessage(bytes: Uint8Array, start: number, end: number): MgcpMessage {
  const firstEnd = lineEnd(bytes, start, end);
  const parametersStart = nextLine(bytes, firstEnd, end);
  let parametersEnd = parametersStart;
  while (parametersEnd < end && !isBreak(bytes[parametersEnd])) {
    parametersEnd = nextLine(bytes, lineEnd(bytes, parametersEnd, end), end);
  }
  const words = wordsOf(bytes, start, firstEnd);
  // Wireshark reads no further where more than a verb or a code begins the line
  const readable = words.length > 0 && words[0]!.end - words[0]!.start <= 4;
  const kind = readable ? messageKind(bytes, start, firstEnd) : undefined;
  return {
    start,
    end,
    kind,
    words,
    transaction: Number.parseInt(words[1]?.text ?? "", 10) >>> 0,
    code: kind === "response" ? Number(words[0]!.text) : 0,
    parametersStart,
    parametersEnd,
    descriptionStart: nextLine(bytes, parametersEnd, end),
  };
}

/** Of a line, three words and the rest. */
function wordsOf(bytes: Uint8Array, start: number, end: number): Part[] {
  const words: Part[] = [];
  for (let at = start; at < end; ) {
    const response = words.length === 2 && /^\d{3}$/.test(words[0]!.text);
    const blank = response || words.length === 3 ? -1 : bytes.indexOf(BLANK, at);
    const stop = blank === -1 || blank > end ? end : blank;
    words.push({ text: utf8.decode(bytes.subarray(at, stop)), start: at, end: stop });
    if (words.length === 4 || response) break;
    at = stop;
    while (at < end && isBlank(bytes[at])) at++;
  }
  return words;
}

function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === TAB;
}

function isBreak(byte: number | undefined): boolean {
  return byte === CR || byte === LF;
}
