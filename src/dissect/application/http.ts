import type { Packet } from "../packet.js";
import type { Field, Protocol } from "../protocol.js";
import { formatText } from "../sip/format-text.js";

const decoder = new TextDecoder();
const LONGEST_LINE = 8192;

const REQUEST = /^[A-Z][A-Z-]{1,19} \S.* HTTP\/1\.[01]$/;
const RESPONSE = /^HTTP\/1\.[01] \d{3}\b/;

/** Hypertext Transfer Protocol (RFC 9112): the first line of a message and its header, body left aside. */
export const http = protocol("http", "Hypertext Transfer Protocol", "HTTP", { tcp: [80, 8080, 3128, 5985] });

/** Simple Service Discovery Protocol: HTTP's messages in datagrams (UPnP Device Architecture §1). */
export const ssdp = protocol("ssdp", "Simple Service Discovery Protocol", "SSDP", { udp: [1900] });

function protocol(name: string, title: string, label: string, on: NonNullable<Protocol["on"]>): Protocol {
  const self: Protocol = {
    name,
    title,
    label: (packet, layer) => label + bodyLabel(packet, layer),
    on,

    parse(packet, start, end) {
      packet.push(self, start, end);
    },

    info(packet, layer) {
      const line = linesOf(packet, layer)[0];
      return line && isFirstLine(line.text) ? `${formatText(line.text)} ` : "Continuation";
    },

    fields(packet, layer) {
      const lines = linesOf(packet, layer);
      if (lines.length === 0 || !isFirstLine(lines[0]!.text)) return [];
      return lines.map(({ text, start, end }, index): Field => {
        if (index === 0) {
          const response = RESPONSE.test(text);
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
  return self;
}

function isFirstLine(line: string): boolean {
  return REQUEST.test(line) || RESPONSE.test(line);
}

interface Line {
  text: string;
  start: number;
  end: number;
}

/** The lines that are ended, up to the empty one after the header. */
function linesOf(packet: Packet, layer: number): Line[] {
  const bytes = packet.buffers[layer]!;
  const end = packet.ends[layer]!;
  const lines: Line[] = [];
  for (let at = packet.starts[layer]!; at < end; ) {
    const feed = bytes.indexOf(10, at);
    if (feed === -1 || feed >= end || feed - at > LONGEST_LINE) break;
    const stop = feed > at && bytes[feed - 1] === 13 ? feed - 1 : feed;
    if (stop === at) break;
    lines.push({ text: decoder.decode(bytes.subarray(at, stop)), start: at, end: stop });
    at = feed + 1;
  }
  return lines;
}

/** `/XML`, `/JSON`: what Wireshark reads in a body. */
function bodyLabel(packet: Packet, layer: number): string {
  const lines = linesOf(packet, layer);
  const last = lines.at(-1);
  const type =
    lines
      .find(({ text }) => /^content-type:/i.test(text))
      ?.text.slice(13)
      .trim()
      .toLowerCase() ?? "";
  const empty = last === undefined || packet.ends[layer]! - last.end <= 4;
  if (empty || !isFirstLine(lines[0]!.text)) return "";
  if (/^(?:text|application)\/(?:\S+\+)?xml\b/.test(type)) return "/XML";
  return /^application\/json\b/.test(type) ? "/JSON" : "";
}
