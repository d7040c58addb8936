import { parseNumber } from "./characters.js";
import type { Header } from "./header.js";
import { isWellFormed } from "./header-syntax.js";
import type { MessageFields } from "./message-fields.js";
import { type DefectKind, defectText } from "./messages.js";
import { parameterOf } from "./parameters.js";
import type { ByteRange } from "./range.js";

/** One place where a message is not as RFC 3261 wants it. */
export class Defect implements ByteRange {
  /**
   * @param header the registered name of the header concerned, or `Request-URI`, `Status-Code`
   * @param found what stands there
   * @param expected what should, where that is one thing; of a range, the largest value
   */
  constructor(
    readonly kind: DefectKind,
    readonly header: string,
    readonly start: number,
    readonly end: number,
    readonly found = "",
    readonly expected = "",
  ) {}

  /** One sentence in the reader's language. */
  get text(): string {
    return defectText(this);
  }
}

const MANDATORY = ["Via", "From", "To", "Call-ID", "CSeq"]; // RFC 3261 §8.1.1, §8.2.6.2
const SINGLE = [
  "From",
  "To",
  "Call-ID",
  "CSeq",
  "Max-Forwards",
  "Content-Length",
  "Content-Type",
  "Expires",
  "Date",
];
const SECONDS = 2 ** 32 - 1; // delta-seconds
const LARGEST: [header: string, largest: number][] = [
  ["CSeq", 2 ** 31 - 1], // RFC 3261 §8.1.1.5
  ["Max-Forwards", 255], // RFC 3261 §20.22
  ["Expires", SECONDS],
  ["Min-Expires", SECONDS],
  ["Retry-After", SECONDS],
];

/** All that is wrong in a message; empty where all is well. */
export function findDefects(message: MessageFields): Defect[] {
  return [
    ...inFirstLine(message),
    ...inPresence(message),
    ...message.headers.filter((header) => !isWellFormed(header)).map((header) => at(header, "malformed")),
    ...inNumbers(message),
    ...inBody(message),
  ];
}

function inFirstLine({ uri, status, firstLine: { start, end } }: MessageFields): Defect[] {
  if (uri && (!uri.wellFormed || uri.headers.length > 0)) {
    return [new Defect("malformed", "Request-URI", uri.start, uri.end, uri.text)];
  }
  const outside = status !== undefined && (status < 100 || status > 699);
  return outside ? [new Defect("range", "Status-Code", start, end, `${status}`, "699")] : [];
}

function inPresence(message: MessageFields): Defect[] {
  const { kind, body, firstLine } = message;
  const missing = (kind === "request" ? [...MANDATORY, "Max-Forwards"] : MANDATORY)
    .filter((name) => message.headersOf(name).length === 0)
    .map((name) => new Defect("missing", name, firstLine.start, firstLine.end));
  if (body.end > body.start && message.headersOf("Content-Type").length === 0) {
    missing.push(new Defect("missing", "Content-Type", body.start, body.end)); // §20.15
  }
  const repeated = SINGLE.flatMap((name) => message.headersOf(name).slice(1));
  return [...missing, ...repeated.map((header) => at(header, "repeated"))];
}

function inNumbers(message: MessageFields): Defect[] {
  const defects: Defect[] = [];
  for (const [name, largest] of LARGEST) {
    for (const header of message.headersOf(name)) {
      const digits = /^\d+/.exec(header.value)?.[0];
      if (digits && Number(digits) > largest) defects.push(at(header, "range", digits, `${largest}`));
    }
  }
  for (const { parameters, start, end } of message.contacts) {
    const expires = parameterOf(parameters, "expires");
    if (expires && (parseNumber(expires) ?? 0) > SECONDS) {
      defects.push(new Defect("range", "Contact", start, end, expires, `${SECONDS}`));
    }
  }
  const { cseq, method } = message;
  if (method !== undefined && cseq?.wellFormed && cseq.method !== method) {
    defects.push(at(message.headersOf("CSeq")[0]!, "method", cseq.method, method));
  }
  return defects;
}

function inBody(message: MessageFields): Defect[] {
  const { terminated, raw, body, length, contentLength } = message;
  if (!terminated) return [new Defect("unterminated", "", raw.length, raw.length)];
  const there = body.end - body.start;
  if (contentLength !== undefined && contentLength > there) {
    return [at(message.headersOf("Content-Length")[0]!, "content-length", `${contentLength}`, `${there}`)];
  }
  return length < raw.length
    ? [new Defect("trailing", "", length, raw.length, `${raw.length - length}`)]
    : [];
}

function at(header: Header, kind: DefectKind, found = header.value, expected = ""): Defect {
  return new Defect(kind, header.canonicalName, header.start, header.end, found, expected);
}
