import type { Packet } from "../packet.js";
import type { Field, Protocol } from "../protocol.js";
import { formatText } from "../sip/format-text.js";
import { dissectorOf } from "../sip/media-types.js";
import { Wanted } from "../wanted.js";
import {
  bodyEnd,
  bodyEndsWithConnection,
  type HttpHeader,
  headerValue,
  isFirstLine,
  isResponse,
  readHeader,
} from "./http-message.js";
import { http2 } from "./http2.js";
import { webSocketOf } from "./websocket.js";

/** Hypertext Transfer Protocol (RFC 9112): the header of a message; the body is left aside. */
export const http: Protocol = {
  ...protocol("http", "Hypertext Transfer Protocol", "HTTP", {
    tcp: [80, 2710, 2869, 3128, 3132, 5985, 8080, 8088, 11371],
  }),
  heuristic: ["tcp"],

  looksLike({ bytes }, start, end) {
    const first = readHeader(bytes, start, end).lines[0];
    return first !== undefined && isFirstLine(first.text);
  },

  parse: (packet, start, end) => {
    packet.push(http, start, end);
  },

  stream: readHttpStream,
};

/** Simple Service Discovery Protocol: HTTP's messages in datagrams (UPnP Device Architecture §1). */
export const ssdp: Protocol = {
  ...protocol("ssdp", "Simple Service Discovery Protocol", "SSDP", { udp: [1900] }),
  parse: (packet, start, end) => {
    packet.push(ssdp, start, end);
  },
};

/**
 * A message that is not there whole: as Wireshark shows it, TCP's row with the message's first line; HTTP's where
 * another message ends in the same frame.
 */
const waiting: Protocol = {
  ...http,
  label: (packet, layer) => (packet.protocols[layer - 1] === http ? "HTTP" : "TCP"),
  parse: (packet, start, end) => {
    packet.push(waiting, start, end);
  },
  info: (packet, layer) => {
    const lines = http.info!(packet, layer);
    return packet.protocols[layer - 1] === http ? lines : `${lines} [TCP segment of a reassembled PDU]`;
  },
};

function readHttpStream(packet: Packet, start: number, end: number): number {
  const { bytes } = packet;
  if (http2.looksLike!(packet, start, end)) return http2.stream!(packet, start, end);
  let at = start;
  while (at < end) {
    const header = readHeader(bytes, at, end);
    const first = header.lines[0];
    if (first && !isFirstLine(first.text)) {
      const known = at > start || packet.conversations.http.before(packet) === true;
      if (known || /HTTP\/1\.[01]$/.test(first.text)) http.parse(packet, at, end);
      return end;
    }
    if (header.bodyStart === -1) {
      if (first) waiting.parse(packet, at, end);
      packet.wanted = Wanted.emptyLine;
      return at;
    }
    // an empty line where a message should begin
    if (!first) {
      at = header.bodyStart;
      continue;
    }
    const untilClose = bodyEndsWithConnection(header);
    const stop = untilClose && !packet.streamEnds ? -1 : bodyEnd(bytes, header, end);
    if (stop === -1) {
      waiting.parse(packet, at, header.bodyStart);
      const length = Number(headerValue(header, "content-length"));
      packet.wanted = length > 0 ? header.bodyStart + length - at : untilClose ? Wanted.close : Wanted.any;
      return at;
    }
    http.parse(packet, at, stop);
    if (packet.learning) packet.conversations.http.learn(packet, true);
    at = stop;
    const next = isResponse(first.text) ? upgradeOf(header) : undefined;
    if (next?.stream) {
      packet.conversations.tcp.takeovers.learn(packet, next);
      return at < end ? next.stream(packet, at, end) : at;
    }
  }
  return at;
}

/** What the connection goes on with after `101 Switching Protocols` (RFC 9110 §15.2.2), as far as it is known. */
function upgradeOf(header: HttpHeader): Protocol | undefined {
  if (!/^HTTP\/1\.[01] 101\b/.test(header.lines[0]!.text)) return undefined;
  if (headerValue(header, "upgrade")?.toLowerCase() !== "websocket") return undefined;
  return webSocketOf(headerValue(header, "sec-websocket-protocol"));
}

function protocol(
  name: string,
  title: string,
  label: string,
  on: NonNullable<Protocol["on"]>,
): Pick<Protocol, "name" | "title" | "label" | "on" | "info" | "fields"> {
  return {
    name,
    title,
    label: (packet, layer) => label + bodyText(packet, layer).label,
    on,

    info(packet, layer) {
      let text = "";
      // of several messages in one frame the column is their texts one after the other
      for (let at = 0; at <= layer; at++) {
        if (packet.protocols[at]!.name === name) text += lineText(packet, at) + bodyText(packet, at).info;
      }
      return text;
    },

    fields(packet, layer) {
      const { lines } = headerOf(packet, layer);
      if (!lines[0] || !isFirstLine(lines[0].text)) return [];
      return lines.map(({ text, start, end }, index): Field => {
        if (index === 0) {
          const response = isResponse(text);
          const field = response ? "http.response.line" : "http.request.line";
          return { name: field, label: response ? "Status-Line" : "Request-Line", value: text, start, end };
        }
        const colon = text.indexOf(":");
        const header = colon === -1 ? text : text.slice(0, colon);
        const value = colon === -1 ? "" : text.slice(colon + 1).trim();
        return { name: `http.${header.toLowerCase()}`, label: header, value, start, end };
      });
    },
  };
}

function headerOf(packet: Packet, layer: number): HttpHeader {
  return readHeader(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!);
}

function lineText(packet: Packet, layer: number): string {
  const line = headerOf(packet, layer).lines[0]?.text;
  return line !== undefined && isFirstLine(line) ? `${formatText(line)} ` : "Continuation";
}

/** What Wireshark reads in a body shows in both columns. */
function bodyText(packet: Packet, layer: number): { label: string; info: string } {
  const header = headerOf(packet, layer);
  const none = { label: "", info: "" };
  if (!header.lines[0] || !isFirstLine(header.lines[0].text)) return none;
  const empty = header.bodyStart === -1 || header.bodyStart >= packet.ends[layer]!;
  const type = (headerValue(header, "content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase();
  if (empty || type === "") return none;
  switch (dissectorOf(type)) {
    case "xml":
      return { label: "/XML", info: "" };
    case "json":
      return { label: "/JSON", info: `, JavaScript Object Notation (${type})` };
    case "text":
      return { label: "", info: ` (${type})` };
    default:
      return none;
  }
}
