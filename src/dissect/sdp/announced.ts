import { parse } from "sdp-transform";
import { byteString, decode } from "../sip/byte-string.js";
import { type PayloadFormat, readFormats } from "./formats.js";
import { LONGEST_LINE, MOST_LINES } from "./lines.js";
import { type Attributes, type Receiver, readReceiver, withoutTtl } from "./media.js";

/** What an `m=` section announces. */
export interface Announced {
  receiver: Receiver;
  /** The payload types of RTP, where `a=rtpmap` names any of them; what `a=fmtp` says was not read. */
  named: Omit<PayloadFormat, "fmtp">[];
}

/** The lines of an `m=` section that matter here. */
interface Section {
  /** What follows `m=`. */
  media: string;
  address: string | undefined;
  attributes: string[];
}

const CONNECTION = /^c=IN IP\d (\S*)/;
const ATTRIBUTE = /^a=(?:rtpmap:|rtcp:|rtcp-mux|candidate:)/;
const NONE: Attributes = { rtp: [], fmtp: [] };

/**
 * What a session description announces, as `parseSdp` has it, and nothing else: most captures end before V8 has
 * optimized what reads their signalling.
 */
export function readAnnounced(source: string | Uint8Array): Announced[] {
  const sections = sectionsOf(typeof source === "string" ? source : decode(byteString(source)));
  return sections.map(readSection);
}

function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let sessionAddress: string | undefined;
  let section: Section | undefined;
  let left = MOST_LINES;
  for (const line of text.match(/[^\r\n]+/g) ?? []) {
    if (left-- === 0) break;
    if (line.startsWith("m=")) {
      section = { media: line.slice(2), address: sessionAddress, attributes: [] };
      sections.push(section);
      continue;
    }
    if (line.length > LONGEST_LINE + 2) continue;
    const connection = line.startsWith("c=") ? CONNECTION.exec(line) : null;
    if (connection) {
      const address = withoutTtl(connection[1]!);
      if (section === undefined) sessionAddress = address;
      else section.address = address;
    } else if (section !== undefined && ATTRIBUTE.test(line)) section.attributes.push(line);
  }
  return sections;
}

function readSection({ media, address, attributes }: Section): Announced {
  const found = attributes.length === 0 ? NONE : parse(["m=", ...attributes].join("\n")).media[0]!;
  const receiver = readReceiver(media, found, address);
  const named = receiver.rtcp !== undefined && found.rtp.length > 0;
  return { receiver, named: named ? readFormats(receiver.formatNames, found) : [] };
}
