import { plainSrtp } from "../announcements.js";
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
    if (layout === DTLS && hello.srtp)
      packet.conversations.announcements.addBetween(packet, plainSrtp(packet.number, "DTLS-SRTP"));
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
