import { hexNumber } from "../bytes.js";
import { FieldList, named } from "../fields.js";
import { pushShortened } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Field, Protocol } from "../protocol.js";
import { Wanted } from "../wanted.js";
import { http } from "./http.js";
import { isClientHello, learnFromRecords } from "./tls-learn.js";
import { ContentType, HANDSHAKES, VERSIONS } from "./tls-names.js";
import {
  handshakesIn,
  type RecordLayout,
  recordAt,
  recordsOf,
  recordText,
  TLS,
  type TlsRecord,
} from "./tls-records.js";

const LONGEST_RECORD = 2 ** 14 + 2048;

export const CONTENT_TYPES: Readonly<Record<number, string>> = {
  20: "Change Cipher Spec",
  21: "Alert",
  22: "Handshake",
  23: "Application Data",
  24: "Heartbeat",
};

/** Transport Layer Security (RFC 8446 §5.1) over TCP: what its records are, not what they hide. */
export const tls: Protocol = {
  name: "tls",
  title: "Transport Layer Security",
  label: (packet, layer) => recordsLabel(packet, layer, TLS),
  appends: true,
  on: { tcp: [443, 465, 636, 853, 989, 990, 992, 993, 995, 5061] },
  heuristic: ["tcp"],

  looksLike: ({ bytes }, start, end) => isRecord(recordAt(bytes, start, end, TLS)),

  parse(packet, start, end) {
    const records = recordsOf(packet.bytes, start, end, TLS);
    packet.push(tls, start, end);
    if (packet.learning) learnFromRecords(packet, records, TLS);
    if ((records.at(-1)?.end ?? start) < end) pushShortened(packet, end);
  },

  stream(packet, start, end) {
    let stop = start;
    while (stop < end) {
      const record = recordAt(packet.bytes, stop, end, TLS);
      if (record && !isRecord(record)) {
        // something else, or the middle of a record: that is not waited for
        if (stop === start) {
          if (isText(packet.bytes, start, end)) return readText(packet, start, end);
          continuation.parse(packet, start, end);
          return end;
        }
        stop = end;
      } else if (!record || record.end > end) {
        packet.wanted = record ? record.end - record.at : Wanted.any;
        break;
      } else stop = record.end;
    }
    if (stop === start) waiting.parse(packet, start, start);
    else {
      packet.push(tls, start, stop);
      if (packet.learning) learnFromRecords(packet, recordsOf(packet.bytes, start, stop, TLS), TLS);
    }
    return stop;
  },

  info: (packet, layer) => recordsInfo(packet, layer, TLS),
  fields: (packet, layer) => recordsFields(packet, layer, TLS, "tls"),
};

/** Whether bytes begin as text does: then TLS has not begun, or somebody mistook the port. */
function isText(bytes: Uint8Array, start: number, end: number): boolean {
  const head = bytes.subarray(start, Math.min(end, start + 4));
  return head.every((byte) => byte >= 0x20 && byte < 0x7f);
}

/** HTTP on TLS's port is HTTP from there on. */
function readText(packet: Packet, start: number, end: number): number {
  if (!http.looksLike!(packet, start, end)) return end;
  packet.conversations.tcp.takeovers.learn(packet, http);
  return http.stream!(packet, start, end);
}

/**
 * Lets TLS take the connection over where the bytes are its Client Hello, as after STARTTLS (RFC 3207 §4); where it
 * stopped reading, or undefined where it is not.
 */
export function takeOverByTls(packet: Packet, start: number, end: number): number | undefined {
  const { bytes } = packet;
  if (bytes[start] !== ContentType.handshake || bytes[start + 1] !== 3 || bytes[start + 5] !== 1)
    return undefined;
  packet.conversations.tcp.takeovers.learn(packet, tls);
  return tls.stream!(packet, start, end);
}

/** What stands where a record should begin, and is none. */
const continuation: Protocol = {
  name: "tls",
  title: "Transport Layer Security",
  label: (packet) => settledLabel(packet) ?? "SSL",
  appends: true,
  parse(packet, start, end) {
    packet.push(continuation, start, end);
  },
  info: (packet) => (settledLabel(packet) === undefined ? "Continuation Data" : "Ignored Unknown Record"),
};

/** The beginning of a record: a row of TCP's, with nothing but that in its Info. */
const waiting: Protocol = {
  name: "tls",
  title: "Transport Layer Security",
  label: "TCP",
  parse(packet, start, end) {
    packet.push(waiting, start, end);
  },
  info: () => "[TCP segment of a reassembled PDU]",
};

function isRecord(record: TlsRecord | undefined): boolean {
  if (!record || record.type < ContentType.changeCipherSpec || record.type > ContentType.heartbeat)
    return false;
  const length = record.end - record.start;
  return record.version >= 0x0300 && record.version <= 0x0304 && length > 0 && length <= LONGEST_RECORD;
}

/** What the handshake settled by then; until it has, what the last record says of itself. */
export function recordsLabel(packet: Packet, layer: number, layout: RecordLayout): string {
  const settled = settledLabel(packet);
  if (settled !== undefined) return settled;
  const bytes = packet.buffers[layer]!;
  const last = recordsOf(bytes, packet.starts[layer]!, packet.ends[layer]!, layout).at(-1);
  if (layout !== TLS) return "DTLS";
  return (last && VERSIONS[last.version]) ?? "SSL";
}

function settledLabel(packet: Packet): string | undefined {
  const settled = packet.conversations.tls.versionOf(packet);
  if (settled === undefined) return undefined;
  return VERSIONS[settled] ?? (isDraft13(settled) ? "TLSv1.3" : "TLS");
}

/** TLS 1.3 before it was finished: the IETF's drafts, and Facebook's. */
function isDraft13(version: number): boolean {
  return version >> 8 === 0x7f || version >> 8 === 0xfb;
}

export function recordsInfo(packet: Packet, layer: number, layout: RecordLayout): string {
  const bytes = packet.buffers[layer]!;
  const records = recordsOf(bytes, packet.starts[layer]!, packet.ends[layer]!, layout);
  if (records.length === 0) return "Ignored Unknown Record";
  let encrypted = layout === TLS && packet.conversations.tls.encrypts(packet);
  return records
    .map((record) => {
      if (
        record.type === ContentType.handshake &&
        isClientHello(bytes, handshakesIn(bytes, record, layout)[0], layout)
      ) {
        encrypted = false;
      }
      const text = recordText(bytes, record, layout, encrypted);
      if (record.type === ContentType.changeCipherSpec) encrypted = layout === TLS;
      return text;
    })
    .join(", ");
}

export function recordsFields(packet: Packet, layer: number, layout: RecordLayout, name: string): Field[] {
  const bytes = packet.buffers[layer]!;
  const fields = new FieldList(bytes, packet.ends[layer]!);
  for (const record of recordsOf(bytes, packet.starts[layer]!, packet.ends[layer]!, layout)) {
    const label = `${VERSIONS[record.version] ?? hexNumber(record.version, 4)} Record Layer`;
    const kind = CONTENT_TYPES[record.type] ?? "Unknown";
    fields.group(`${name}.record`, label, kind, record.at, record.end - record.at, (list) => {
      list.number(`${name}.record.content_type`, "Content Type", record.at, 1, named(CONTENT_TYPES));
      list.number(`${name}.record.version`, "Version", record.at + 1, 2, (version) => {
        return `${VERSIONS[version] ?? "Unknown"} (${hexNumber(version, 4)})`;
      });
      list.number(`${name}.record.length`, "Length", record.start - 2, 2);
      const plain = record.type === ContentType.handshake && record.epoch === 0;
      for (const message of plain ? handshakesIn(bytes, record, layout) : []) {
        list.add(
          `${name}.handshake.type`,
          "Handshake Type",
          `${HANDSHAKES[message.type] ?? "Encrypted"} (${message.type})`,
          message.at,
          1,
        );
      }
      if (record.type === ContentType.application) {
        list.raw(`${name}.app_data`, "Encrypted Application Data", record.start, record.end - record.start);
      }
    });
  }
  return fields.list;
}
