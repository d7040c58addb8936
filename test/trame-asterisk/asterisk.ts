import { lines, message } from "./message.js";

const METHODS = "INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, SUBSCRIBE, NOTIFY, INFO, PUBLISH, MESSAGE";
export const VERSION = "Asterisk PBX 16.28.0~dfsg-0+deb11u1";

/** What Asterisk says of itself and of what it can do. */
export const ABILITIES = `Allow: ${METHODS}\nSupported: replaces, timer`;

/** A response of Asterisk's: status and reason, the headers it takes from the request, and those of its own. */
export function response(status: string, copied: string, own = "", body?: string): Uint8Array {
  const head = `SIP/2.0 ${status}\n${copied.trim()}\nServer: ${VERSION}\n${ABILITIES}\n${own.trim()}`;
  return message(head, body);
}

/** 401 with what the credentials are to be computed from. */
export function challenge(copied: string, nonce: string): Uint8Array {
  const header = `WWW-Authenticate: Digest algorithm=MD5, realm="asterisk", nonce="${nonce}"`;
  return response("401 Unauthorized", copied, header);
}

export const SESSION_ID = 41_870_326;
export const AUDIO_PORT = 18_672;
export const VIDEO_PORT = 14_850;

export const VIDEO = `
m=video ${VIDEO_PORT} RTP/AVP 97
a=rtpmap:97 H264/90000
a=sendrecv`.trim();

/** Asterisk's session description: G.711, keys as events, and what becomes of the phone's video. */
export function sdp(version: number, video: string): string {
  return lines(`
v=0
o=root ${SESSION_ID} ${version} IN IP4 192.168.187.12
s=${VERSION}
c=IN IP4 192.168.187.12
t=0 0
m=audio ${AUDIO_PORT} RTP/AVP 0 101
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-16
a=sendrecv
${video}`);
}
