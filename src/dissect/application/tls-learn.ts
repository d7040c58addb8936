import { UNNAMED_EVENTS } from "../announcements.js";
import type { Packet } from "../packet.js";
import { ContentType, HandshakeType, VERSIONS } from "./tls-names.js";
import {
  DTLS,
  type Handshake,
  handshakesIn,
  type RecordLayout,
  readServerHello,
  type TlsRecord,
} from "./tls-records.js";

/** Notes what records settle for those to come: version, encryption, and for DTLS whether SRTP follows. */
export function learnFromRecords(packet: Packet, records: readonly TlsRecord[], layout: RecordLayout): void {
  const { tls } = packet.conversations;
  for (const record of records) {
    const messages = record.type === ContentType.handshake ? handshakesIn(packet.bytes, record, layout) : [];
    const first = record.epoch === 0 ? messages[0] : undefined;
    if (isClientHello(packet.bytes, first, layout)) {
      // a connection of the same ports begins anew
      if (tls.encrypts(packet) || !tls.knows(packet)) tls.learnEncryption(packet, false);
      continue;
    }
    if (record.type === ContentType.changeCipherSpec && layout !== DTLS) tls.learnEncryption(packet, true);
    if (tls.versionOf(packet) === undefined && record.version in VERSIONS)
      tls.learnVersion(packet, record.version);
    const hello = first ? readServerHello(packet.bytes, first, layout) : undefined;
    if (!hello || (layout !== DTLS && tls.encrypts(packet))) continue;
    tls.learnVersion(packet, hello.version);
    if (layout === DTLS && hello.srtp) announceSrtp(packet);
  }
}

/** Over TCP, where nothing says whether a message is encrypted, its body must begin with a version. */
export function isClientHello(
  bytes: Uint8Array,
  message: Handshake | undefined,
  layout: RecordLayout,
): boolean {
  if (message?.type !== HandshakeType.clientHello) return false;
  return layout === DTLS || (message.start + 2 <= message.end && bytes[message.start] === 3);
}

/** DTLS-SRTP (RFC 5764) on ports that no session description told of. */
function announceSrtp(packet: Packet): void {
  const { announcements } = packet.conversations;
  if (announcements.find(packet)) return;
  announcements.addEnds(packet, {
    frame: packet.number,
    method: "DTLS-SRTP",
    use: "rtp",
    media: "",
    encrypted: true,
    rtcpMux: true,
    formats: new Map(),
    events: UNNAMED_EVENTS,
  });
}
