import { type Authentication, readAuthentication } from "./authentication.js";
import { type BodyPart, partsOfType, readBody } from "./body.js";
import { type ByteString, decode } from "./byte-string.js";
import { parseNumber } from "./characters.js";
import { type CSeq, readCSeq } from "./cseq.js";
import { type Header, type HeaderBlock, scanHeaders } from "./header.js";
import { headerKey } from "./header-names.js";
import { type HeaderValue, valuesIn } from "./header-values.js";
import { lineBreak } from "./lines.js";
import { type MediaType, readMediaType } from "./media-type.js";
import { type NameAddress, readNameAddress } from "./name-address.js";
import type { ByteRange } from "./range.js";
import type { StartLine } from "./start-line.js";
import { readUri, type SipUri } from "./uri.js";
import { readVia, type Via } from "./via.js";

/** Two line breaks one after the other, of any kind: headers end at the first. */
const EMPTY_LINE = /\r\n[\r\n]|\n[\r\n]|\r\r/;

/** How nearly every message ends its headers that describes a session: nothing else need be read to find it. */
const SESSION = /\r\nContent-Type:[ \t]*application\/sdp\r\nContent-Length:[ \t]*(\d+)\r\n\r\n$/i;

/** What a SIP message says (RFC 3261 §7); all but the first line is read when asked. */
export class MessageFields {
  private cachedHead?: HeaderBlock;
  private index?: Map<string, Header[]>;
  private cachedCSeq?: CSeq | undefined;
  private cachedVias?: Via[];
  private cachedContacts?: NameAddress[];
  private cachedBody?: BodyPart;

  constructor(
    /** The message's bytes. */
    readonly raw: ByteString,
    private readonly startLine: StartLine,
  ) {}

  /** In the order of the wire. */
  get headers(): readonly Header[] {
    return this.head.headers;
  }

  /** Whether an empty line ended the headers. */
  get terminated(): boolean {
    return this.head.terminated;
  }

  /** What follows the headers, as far as Content-Length says and the bytes go. */
  get body(): ByteRange {
    const { bodyStart } = this.head;
    return { start: bodyStart, end: this.bodyEnd(bodyStart, this.contentLength) };
  }

  get kind(): "request" | "response" {
    return this.startLine.kind;
  }

  /** A request's; a response names its request's method in `cseq`. */
  get method(): string | undefined {
    return this.startLine.method;
  }

  /** A request's Request-URI, as written. */
  get requestUri(): string | undefined {
    const uri = this.startLine.requestUri;
    return uri === undefined ? undefined : decode(uri);
  }

  get uri(): SipUri | undefined {
    const { requestUri, line } = this.startLine;
    return requestUri === undefined ? undefined : readUri(requestUri, line.indexOf(" ") + 1);
  }

  /** A response's, 100 to 699. */
  get status(): number | undefined {
    return this.startLine.status;
  }

  get reason(): string | undefined {
    return this.startLine.reason;
  }

  /** `SIP/2.0`: other versions are not recognised. */
  get version(): string {
    return "SIP/2.0";
  }

  /** The Request-Line or Status-Line, without its line break. */
  get firstLine(): ByteRange & { text: string } {
    const { line } = this.startLine;
    return { start: 0, end: line.length, text: decode(line) };
  }

  /** The value of the first header of that name, in any spelling: `Call-ID`, `call-id`, `i`. */
  header(name: string): string | undefined {
    return this.headersOf(name)[0]?.value;
  }

  /** All headers of that name, in any spelling, in the order of the wire. */
  headersOf(name: string): readonly Header[] {
    this.index ??= indexHeaders(this.headers);
    return this.index.get(headerKey(name)) ?? [];
  }

  /** The values of all headers of that name, those of lists one by one, empty ones left out. */
  valuesOf(name: string): HeaderValue[] {
    const values: HeaderValue[] = [];
    for (const header of this.headersOf(name)) {
      for (const value of valuesIn(header)) if (value.raw !== "") values.push(value);
    }
    return values;
  }

  get callId(): string | undefined {
    return this.header("Call-ID");
  }

  get cseq(): CSeq | undefined {
    if (this.cachedCSeq === undefined) {
      const value = this.valuesOf("CSeq")[0];
      this.cachedCSeq = value && readCSeq(value.raw);
    }
    return this.cachedCSeq;
  }

  get from(): NameAddress | undefined {
    return this.addresses("From")[0];
  }

  get to(): NameAddress | undefined {
    return this.addresses("To")[0];
  }

  /** Of Contact headers; `*` is none. */
  get contacts(): NameAddress[] {
    this.cachedContacts ??= this.addresses("Contact").filter(({ uri }) => uri.text !== "*");
    return this.cachedContacts;
  }

  get routes(): NameAddress[] {
    return this.addresses("Route");
  }

  get recordRoutes(): NameAddress[] {
    return this.addresses("Record-Route");
  }

  /** From the nearest hop to the one that sent the request. */
  get vias(): Via[] {
    this.cachedVias ??= this.valuesOf("Via").map(({ raw, start }) => readVia(raw, start));
    return this.cachedVias;
  }

  get maxForwards(): number | undefined {
    return this.number("Max-Forwards");
  }

  /** Seconds. */
  get expires(): number | undefined {
    return this.number("Expires");
  }

  get userAgent(): string | undefined {
    return this.header("User-Agent");
  }

  get server(): string | undefined {
    return this.header("Server");
  }

  /** As the last such header says, in bytes; `body` is what is there. */
  get contentLength(): number | undefined {
    return parseNumber(this.last("Content-Length")?.value ?? "");
  }

  /** As the last such header says, in lower case, without parameters: `application/sdp`. */
  get contentType(): string | undefined {
    return this.mediaType?.type;
  }

  /** WWW-Authenticate and Proxy-Authenticate. */
  get challenges(): Authentication[] {
    return [...this.headersOf("WWW-Authenticate"), ...this.headersOf("Proxy-Authenticate")].map(
      readAuthentication,
    );
  }

  /** Authorization and Proxy-Authorization. */
  get credentials(): Authentication[] {
    return [...this.headersOf("Authorization"), ...this.headersOf("Proxy-Authorization")].map(
      readAuthentication,
    );
  }

  /** The body with its type, and its parts where it is a multipart. */
  get content(): BodyPart {
    this.cachedBody ??= readBody(this.raw, this.body, this.mediaType);
    return this.cachedBody;
  }

  /** Where the session descriptions lie: the whole body, or parts of it. */
  get sdp(): ByteRange[] {
    const { raw } = this;
    const start = (EMPTY_LINE.exec(raw)?.index ?? raw.length) + 4;
    const session = SESSION.exec(raw.slice(0, start));
    if (session === null) {
      return this.head.bodyStart < raw.length ? partsOfType(this.content, "application/sdp") : [];
    }
    const end = this.bodyEnd(start, parseNumber(session[1]!));
    return end > start ? [{ start, end }] : [];
  }

  /** Bytes of the message with its body; what follows in the same datagram is not part of it. */
  get length(): number {
    return this.body.end;
  }

  /** The whole message, decoded as UTF-8 with U+FFFD for what is not. */
  get text(): string {
    return this.textOf({ start: 0, end: this.length });
  }

  /** Part of the message, decoded as `text` is. */
  textOf({ start, end }: ByteRange): string {
    return decode(this.raw.slice(start, end));
  }

  /** The first lines, joined by line feeds, without the last one's break. */
  firstLines(count: number): string {
    const lines: string[] = [];
    for (let at = 0; at < this.length && lines.length < count; ) {
      const { start, end } = lineBreak(this.raw, at, this.length);
      lines.push(this.textOf({ start: at, end: start }));
      at = end;
    }
    return lines.join("\n");
  }

  private get head(): HeaderBlock {
    if (this.cachedHead === undefined) {
      const { raw, startLine } = this;
      const { end } = lineBreak(raw, startLine.line.length, raw.length);
      this.cachedHead = scanHeaders(raw, end, raw.length);
    }
    return this.cachedHead;
  }

  private bodyEnd(start: number, length = this.raw.length): number {
    return Math.min(start + length, this.raw.length);
  }

  private get mediaType(): MediaType | undefined {
    const header = this.last("Content-Type");
    return header && readMediaType(header.raw, header.valueStart);
  }

  private last(name: string): Header | undefined {
    return this.headers.findLast(({ canonicalName }) => canonicalName === name);
  }

  private addresses(name: string): NameAddress[] {
    return this.valuesOf(name).map(({ raw, start }) => readNameAddress(raw, start));
  }

  private number(name: string): number | undefined {
    return parseNumber(this.header(name) ?? "");
  }
}

function indexHeaders(headers: readonly Header[]): Map<string, Header[]> {
  const index = new Map<string, Header[]>();
  for (const header of headers) {
    const key = headerKey(header.name);
    const same = index.get(key);
    if (same) same.push(header);
    else index.set(key, [header]);
  }
  return index;
}
