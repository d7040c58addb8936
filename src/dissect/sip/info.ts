import { countBindings } from "./bindings.js";
import type { BodyPart } from "./body.js";
import { type ByteString, bytesOf, decode } from "./byte-string.js";
import { isDigit, isLetter, isSpace, parseNumber } from "./characters.js";
import { formatText } from "./format-text.js";
import type { Header } from "./header.js";
import { dissectorOf } from "./media-types.js";
import { parseSip, type SipMessage } from "./message.js";
import { quotedEnd } from "./scan.js";

/** Wireshark's Info for what follows a message in a TCP stream and is none. */
export const CONTINUATION = "Continuation";

const KNOWN_METHODS = new Set(
  `ACK BYE CANCEL DO INFO INVITE MESSAGE NOTIFY OPTIONS PRACK QAUTH REFER REGISTER SPRACK SUBSCRIBE UPDATE
  PUBLISH`.split(/\s+/),
);
const DIALOG_METHODS = new Set(["INVITE", "SUBSCRIBE", "REFER"]);
const LONGEST_METHOD = 16;
const CUT = "[Packet size limited during capture]";
const MALFORMED = "[Malformed Packet]";
const LONGEST_INFO = 4095;
const MAX_DEPTH = 8;

/** The packet list's two columns for one message. */
interface Columns {
  label: string;
  info: string;
}

/**
 * The packet list's Info column as Wireshark 4.0 has it: `Request: REGISTER sip:192.168.187.12  (1 binding) | `.
 * Of several messages in one frame, the column is their texts one after the other.
 *
 * @param cut whether the capture kept only the first part of the message
 */
export function sipInfo(message: SipMessage, cut = false): string {
  return cut ? `${firstLine(message)}${CUT}` : shownColumns(message).info.slice(0, LONGEST_INFO);
}

/**
 * The packet list's Protocol column as Wireshark 4.0 has it: `SIP`, and what the body was taken for, `SIP/SDP`,
 * `SIP/sipfrag`, `SIP/XML`. Of several messages in one frame, the column is that of the last.
 *
 * @param cut whether the capture kept only the first part of the message
 */
export function sipLabel(message: SipMessage, cut = false): string {
  return cut ? "SIP" : shownColumns(message).label;
}

/** Whether Wireshark reads the headers to their end: only then do its statistics count the message. */
export function isReadToEnd(message: SipMessage): boolean {
  return summary(message).endsWith(" | ");
}

/** The columns of the message that was shown last: a row asks for both, one after the other. */
let shown: { message: SipMessage; columns: Columns } | undefined;

function shownColumns(message: SipMessage): Columns {
  if (shown?.message !== message) shown = { message, columns: columnsOf(message, 0) };
  return shown.columns;
}

function columnsOf(message: SipMessage, depth: number): Columns {
  const columns = { label: "SIP", info: summary(message) };
  if (columns.info.endsWith(" | ") && hasBody(message)) addBody(columns, message, message.content, depth);
  return columns;
}

function firstLine({ method, firstLine: { text } }: SipMessage): string {
  if (method === undefined) return `Status: ${formatText(text.slice("SIP/2.0 ".length))}`;
  const kind = KNOWN_METHODS.has(method) ? "Request" : "Unknown request";
  return `${kind}: ${formatText(text.slice(0, -" SIP/2.0".length))}`;
}

/** The first line and what the headers add to it; ends with ` | ` where they could be read to the end. */
function summary(message: SipMessage): string {
  const { method, status, raw } = message;
  let info = firstLine(message);
  let cseqMethod = "";
  for (const header of message.headers) {
    if (!isPlain(raw, header)) continue;
    if (header.canonicalName === "To" && method !== undefined && DIALOG_METHODS.has(method)) {
      if (saysTag(header)) info += ", in-dialog";
    } else if (header.canonicalName === "CSeq") {
      const name = methodOf(header);
      if (name === "" || name.length > LONGEST_METHOD) return info; // Wireshark reads no further
      cseqMethod = name.slice(0, LONGEST_METHOD - 1);
    }
  }
  if (message.headers.at(-1)?.end === raw.length) return info + MALFORMED;
  if (status === 200) info += ` (${formatText(decode(cseqMethod))})`;
  const registered = status !== undefined && status >= 200 && status <= 299 && cseqMethod === "REGISTER";
  if (method === "REGISTER" || registered) info += bindings(message);
  return `${info} | `;
}

function bindings(message: SipMessage): string {
  const { star, expired, contacts, removed } = countBindings(message);
  const request = message.kind === "request";
  const others = contacts - removed;
  if (request && star && expired) return "  (remove all bindings)";
  if (removed > 0) {
    const rest = request ? `add ${plural(others)}` : `${plural(others)} kept`;
    return `  (${request ? "remove" : "removed"} ${plural(removed)})${others > 0 ? ` (${rest})` : ""}`;
  }
  return request && contacts === 0 ? "  (fetch bindings)" : `  (${plural(contacts)})`;
}

function plural(count: number): string {
  return `${count} binding${count === 1 ? "" : "s"}`;
}

/** Whether Wireshark knows the header: one with blanks around its name it does not. */
function isPlain(raw: ByteString, header: Header): boolean {
  return !isSpace(raw.charCodeAt(header.start)) && raw[header.start + header.name.length] === ":";
}

/** Wireshark takes a Content-Length that is not digits alone for 0. */
function hasBody({ raw, headers }: SipMessage): boolean {
  const length = headers.findLast((header) => header.canonicalName === "Content-Length");
  if (length === undefined || !isPlain(raw, length)) return true;
  return parseNumber(raw.slice(length.valueStart, length.end)) !== undefined;
}

/** Wireshark looks for `tag=` anywhere after the address. */
function saysTag(header: Header): boolean {
  const text = header.raw;
  const quoted = text.startsWith('"');
  const from = quoted ? quotedEnd(text, 0, text.length) : 0;
  const open = from === -1 ? -1 : text.indexOf("<", from);
  const colon = quoted ? -1 : text.indexOf(":");
  if (open !== -1 && (colon === -1 || open < colon))
    return text.includes("tag=", text.indexOf(">", open) + 1);
  const bare = from !== -1 && text.startsWith("sip");
  const stop = bare ? text.search(/[,;]/) : 0;
  return stop !== -1 && text.includes("tag=", stop);
}

function methodOf(header: Header): string {
  const text = header.raw;
  let at = 0;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  while (at < text.length && !isLetter(text.charCodeAt(at))) at++;
  return text.slice(at);
}

function addBody(columns: Columns, message: SipMessage, part: BodyPart, depth: number): void {
  const { contentType, start, end } = part;
  for (const inner of part.parts) {
    if (inner.closed) addBody(columns, message, inner, depth);
  }
  if (contentType === undefined || end <= start || depth === MAX_DEPTH) return;
  const inPart = part !== message.content;
  switch (dissectorOf(contentType)) {
    case "sdp":
      columns.label += "/SDP";
      break;
    case "xml":
      columns.label += "/XML";
      break;
    case "presence":
      columns.label += "/PRESENCE";
      break;
    case "json":
      columns.label += "/JSON";
      columns.info += `, JavaScript Object Notation (${contentType})`;
      break;
    case "sipfrag":
      columns.label += "/sipfrag";
      columns.info += `, with Sipfrag(${fragment(message.raw.slice(start, end))})`;
      break;
    case "sip":
      addMessage(columns, parseSip(bytesOf(message.raw.slice(start, end))), depth);
      break;
    case "text":
      if (isXml(message.raw.slice(start, end))) columns.label += "/XML";
      else columns.info += ` (${contentType})`;
      break;
    default:
      if (inPart && part.parts.length === 0 && contentType !== "application/octet-stream") {
        columns.info += ` (${contentType})`;
      }
  }
}

/** A message in a message takes the label over and goes on with the text. */
function addMessage(columns: Columns, inner: SipMessage | undefined, depth: number): void {
  if (inner === undefined) return;
  const { label, info } = columnsOf(inner, depth + 1);
  columns.label = label;
  columns.info += info;
}

/** The first line of a message/sipfrag body (a quoted string may hold line breaks), and `...` for the others. */
function fragment(text: ByteString): string {
  let at = 0;
  while (at < text.length && text[at] !== "\r" && text[at] !== "\n") {
    const close = text[at] === '"' ? text.indexOf('"', at + 1) : at;
    at = close === -1 ? text.length : close + 1;
  }
  const more = at < text.length && !/^(?:\r\n|\r|\n)$/.test(text.slice(at));
  return `${text.slice(0, at).replace(/[\x80-\xff]/g, "\ufffd")}${more ? "..." : ""}`;
}

function isXml(text: ByteString): boolean {
  return text.length > 38 && text.slice(0, 5).toLowerCase() === "<?xml";
}
