import { lines } from "./message.js";

/** What user1's telephone says of itself and of what it can do. */
export const AGENT = "User-Agent: UniFi VoIP Phone 5.0.14.660";
export const METHODS =
  "Allow: PRACK, INVITE, ACK, BYE, CANCEL, UPDATE, INFO, SUBSCRIBE, NOTIFY, REFER, MESSAGE, OPTIONS";
export const EXTENSIONS = "Supported: replaces, 100rel, timer, norefersub";
export const CONTACT = "Contact: <sip:user1@192.168.187.10:5060;ob>";

export const AUDIO_PORT = 16_396;
export const VIDEO_PORT = 16_398;

/** Its clock in seconds since 1900, as PJSIP numbers its session descriptions. */
const SESSION_ID = 3_881_520_003;

/** A session description of PJSIP's: a line of audio, one of video, each with its formats. */
function sdp(version: number, audio: string, video?: string): string {
  const media = (kind: string, port: number, bitRate: number, formats: string) => `
m=${kind} ${port} RTP/AVP ${Array.from(formats.matchAll(/rtpmap:(\d+)/g), ([, type]) => type).join(" ")}
c=IN IP4 192.168.187.10
b=TIAS:${bitRate}
a=rtcp:${port + 1} IN IP4 192.168.187.10
a=sendrecv
${formats.trim()}`;
  return lines(`
v=0
o=- ${SESSION_ID} ${version} IN IP4 192.168.187.10
s=pjmedia
b=AS:352
t=0 0
a=X-nat:0${media("audio", AUDIO_PORT, 64_000, audio)}${video ? media("video", VIDEO_PORT, 256_000, video) : "\nm=video 0 RTP/AVP 97"}`);
}

const EVENTS = `
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-16`;
/** All that it can do, in the order of its liking. */
export const OFFER = sdp(
  SESSION_ID,
  `
a=rtpmap:9 G722/8000
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000${EVENTS}`,
  `
a=rtpmap:97 H264/90000
a=fmtp:97 profile-level-id=42e01e; packetization-mode=1
a=rtpmap:98 H264/90000
a=fmtp:98 profile-level-id=42e01e`,
);

/** What is left of it when Asterisk takes the video back. */
export const ANSWER = sdp(SESSION_ID + 2, `\na=rtpmap:0 PCMU/8000${EVENTS}`);
