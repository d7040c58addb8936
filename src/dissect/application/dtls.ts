import { pushShortened } from "../malformed.js";
import type { Protocol } from "../protocol.js";
import { recordsFields, recordsInfo, recordsLabel } from "./tls.js";
import { learnFromRecords } from "./tls-learn.js";
import { ContentType, VERSIONS } from "./tls-names.js";
import { DTLS, recordAt, recordsOf } from "./tls-records.js";

/** Datagram TLS (RFC 6347 §4.1): with it WebRTC agrees on the keys of SRTP (RFC 5764). */
export const dtls: Protocol = {
  name: "dtls",
  title: "Datagram Transport Layer Security",
  label: (packet, layer) => recordsLabel(packet, layer, DTLS),

  looksLike({ bytes }, start, end) {
    const record = recordAt(bytes, start, end, DTLS);
    if (!record || record.type < ContentType.changeCipherSpec || record.type > ContentType.heartbeat)
      return false;
    return (
      record.version in VERSIONS &&
      record.version !== 0x0300 &&
      !(record.version >= 0x0301 && record.version <= 0x0304)
    );
  },

  parse(packet, start, end) {
    const records = recordsOf(packet.bytes, start, end, DTLS);
    packet.push(dtls, start, end);
    if (packet.learning) learnFromRecords(packet, records, DTLS);
    if ((records.at(-1)?.end ?? start) < end) pushShortened(packet, end);
  },

  info: (packet, layer) => recordsInfo(packet, layer, DTLS),
  fields: (packet, layer) => recordsFields(packet, layer, DTLS, "dtls"),
};
