const decoder = new TextDecoder();
const LONGEST_LINE = 8192;
/** A body in more pieces is not put together. */
const MOST_CHUNKS = 4096;
const LF = 10;
const CR = 13;

const METHODS = new Set(
  `GET HEAD POST PUT DELETE OPTIONS TRACE CONNECT PATCH PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK REPORT SEARCH
  NOTIFY SUBSCRIBE UNSUBSCRIBE M-SEARCH`.split(/\s+/),
);
const RESPONSE = /^HTTP\/1\.[01] \d{3}\b/;

export interface HttpLine {
  text: string;
  start: number;
  end: number;
}

/** The header of a message (RFC 9112 §2.1): its lines, and where the body begins, or -1 where no empty line ends it. */
export interface HttpHeader {
  lines: HttpLine[];
  bodyStart: number;
}

export function readHeader(bytes: Uint8Array, start: number, end: number): HttpHeader {
  const lines: HttpLine[] = [];
  for (let at = start; at < end; ) {
    const feed = bytes.indexOf(LF, at);
    if (feed === -1 || feed >= end || feed - at > LONGEST_LINE) break;
    const stop = feed > at && bytes[feed - 1] === CR ? feed - 1 : feed;
    if (stop === at) return { lines, bodyStart: feed + 1 };
    lines.push({ text: decoder.decode(bytes.subarray(at, stop)), start: at, end: stop });
    at = feed + 1;
  }
  return { lines, bodyStart: -1 };
}

export function isResponse(line: string): boolean {
  return RESPONSE.test(line);
}

/** Whether a line begins a message: a request with a method that is known, or a response. */
export function isFirstLine(line: string): boolean {
  if (isResponse(line)) return true;
  const [method = "", target, version] = line.split(" ");
  return (
    target !== undefined && METHODS.has(method) && (version === undefined || /^HTTP\/1\.[01]$/.test(version))
  );
}

/** The value of a header field, its name in lower case. */
export function headerValue(header: HttpHeader, name: string): string | undefined {
  for (const { text } of header.lines.slice(1)) {
    const colon = text.indexOf(":");
    if (colon !== -1 && text.slice(0, colon).trim().toLowerCase() === name)
      return text.slice(colon + 1).trim();
  }
  return undefined;
}

const WITHOUT_BODY = /^HTTP\/1\.[01] (?:1\d\d|204|304)\b/;

function isChunked(header: HttpHeader): boolean {
  return /\bchunked$/i.test(headerValue(header, "transfer-encoding") ?? "");
}

/** Whether only the end of the connection tells where a response ends. */
export function bodyEndsWithConnection(header: HttpHeader): boolean {
  const first = header.lines[0]!.text;
  if (!isResponse(first) || WITHOUT_BODY.test(first) || isChunked(header)) return false;
  return !/^\d{1,15}$/.test(headerValue(header, "content-length") ?? "");
}

/**
 * Where the body ends (RFC 9112 §6.3): after its Content-Length or its last chunk. -1 where it goes on after `end`;
 * `end` where only the end of the connection would tell.
 */
export function bodyEnd(bytes: Uint8Array, header: HttpHeader, end: number): number {
  const { bodyStart } = header;
  const first = header.lines[0]!.text;
  if (WITHOUT_BODY.test(first)) return bodyStart;
  if (isChunked(header)) return chunksEnd(bytes, bodyStart, end);
  const length = headerValue(header, "content-length");
  if (length === undefined || !/^\d{1,15}$/.test(length)) return isResponse(first) ? end : bodyStart;
  // what answers a HEAD has a length and no body: the next message shows it
  const next = readHeader(bytes, bodyStart, Math.min(end, bodyStart + 64)).lines[0];
  if (next && isResponse(next.text)) return bodyStart;
  return bodyStart + Number(length) <= end ? bodyStart + Number(length) : -1;
}

/** Chunks of a length in hexadecimal, CR LF, as many bytes, CR LF; the last has none (RFC 9112 §7.1). */
function chunksEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (let count = 0; at < end && count < MOST_CHUNKS; count++) {
    const feed = bytes.indexOf(LF, at);
    if (feed === -1 || feed >= end) return -1;
    const size = /^[0-9a-f]{1,8}/i.exec(decoder.decode(bytes.subarray(at, Math.min(feed, at + 16))));
    if (!size) return end;
    const length = Number.parseInt(size[0], 16);
    if (length === 0) return trailerEnd(bytes, feed + 1, end);
    at = feed + 1 + length + 2;
  }
  return at < end ? end : -1;
}

function trailerEnd(bytes: Uint8Array, start: number, end: number): number {
  return readHeader(bytes, start, end).bodyStart;
}
