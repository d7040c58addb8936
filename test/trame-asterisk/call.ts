import { digestResponse } from "../../src/dissect/sip/digest/index.js";
import { ABILITIES, challenge, response, SESSION_ID, sdp, VERSION, VIDEO } from "./asterisk.js";
import { message } from "./message.js";
import { AGENT, ANSWER, CONTACT, EXTENSIONS, METHODS, OFFER } from "./phone.js";

// The dialog of user1's telephone (PJSIP) with Asterisk (chan_sip). The report shows frame 15 header by header; the
// other messages are as such software writes them, and of the lengths that the packet list gives.

const DIALED = "sip:300@192.168.187.12;transport=udp";
const USER1 = "<sip:user1@192.168.187.12>;tag=crgzkgskpxthaqqwbaib4xzmaal5p5pg";
const EXTENSION = "<sip:300@192.168.187.12>";
const ANSWERED = `${EXTENSION};tag=as6f1a03c9`;
const CALL_ID = "Call-ID: Oe-iIK3F4mEHcoaCL.wGALwxRD7U9CtF";
/** PJSIP's Content-Length: two columns without a body, five with one. */
const WIDTHS = { none: 2, some: 5 };

const BRANCHES = {
  "1776 INVITE": "z9hG4bKPjm-tjm8yHvrnK1b0rDETwushKJ8bIHMX6",
  "1777 INVITE": "z9hG4bKPjT0RvYc3Oq2sUe.bXk1nWz7Ml-9hGdJ4F",
  "1777 ACK": "z9hG4bKPjEw5uLr8Ip.6tAy1oSd3fGh-7jKzXc2Vb",
  "1778 BYE": "z9hG4bKPj9nMqWe4Rt-yUi1oPa6sDf.8gHjKl3ZxC",
};
type Transaction = keyof typeof BRANCHES;

/** A request of user1's. The ACK of a refusal belongs to the INVITE's transaction (RFC 3261 §17.1.1.3). */
function request(uri: string, cseq: string, to: string, own: string, body = "", of = cseq): Uint8Array {
  const [method] = cseq.split(" ").slice(1);
  const contact = method === "INVITE" ? `${CONTACT}\n` : "";
  const head = `
${method} ${uri} SIP/2.0
Via: SIP/2.0/UDP 192.168.187.10:5060;rport;branch=${BRANCHES[of as Transaction]}
Max-Forwards: 70
From: ${USER1}
To: ${to}
${contact}${CALL_ID}
CSeq: ${cseq}
${own}`;
  return message(head, body, body ? WIDTHS.some : WIDTHS.none);
}

/** What Asterisk copies from a request of user1's into its response (RFC 3261 §8.2.6.2). */
const copied = (cseq: Transaction, to: string) => `
Via: SIP/2.0/UDP 192.168.187.10:5060;branch=${BRANCHES[cseq]};received=192.168.187.10;rport=5060
From: ${USER1}
To: ${to}
${CALL_ID}
CSeq: ${cseq}`;

const NONCE = "1d8a46f3";
const { response: digest } = digestResponse({
  ...{ username: "user1", realm: "asterisk", secret: "1234" },
  ...{ method: "INVITE", uri: DIALED, nonce: NONCE },
})!;
const CREDENTIALS = `Authorization: Digest username="user1", realm="asterisk", nonce="${NONCE}", \
uri="${DIALED}", response="${digest}", algorithm=MD5\n`;

const invite = (cseq: Transaction, credentials: string) =>
  request(
    DIALED,
    cseq,
    EXTENSION,
    `
${METHODS}
${EXTENSIONS}
Session-Expires: 1800
Min-SE: 90
${AGENT}
${credentials}Content-Type: application/sdp`.trim(),
    OFFER,
  );

const PROGRESS = `
Session-Expires: 1800;refresher=uas
Contact: <sip:300@192.168.187.12:5060>`.trim();

/** A request of Asterisk's in the dialog, and user1's answer. */
const again = (method: string, branch: string, own: string, body?: string) =>
  message(
    `
${method} sip:user1@192.168.187.10:5060;ob SIP/2.0
Via: SIP/2.0/UDP 192.168.187.12:5060;branch=${branch};rport
Max-Forwards: 70
From: ${ANSWERED}
To: ${USER1}
Contact: <sip:300@192.168.187.12:5060>
${CALL_ID}
CSeq: 102 ${method}
User-Agent: ${VERSION}
${own}`,
    body,
  );
const SECOND = "z9hG4bK5b90e2d7";

/** The messages by the report's frame numbers; it does not show which frames answer and confirm the second INVITE. */
export const CALL = {
  15: invite("1776 INVITE", ""),
  16: challenge(copied("1776 INVITE", ANSWERED), NONCE),
  17: request(DIALED, "1776 ACK", ANSWERED, "", "", "1776 INVITE"),
  18: invite("1777 INVITE", CREDENTIALS),
  19: response("100 Trying", copied("1777 INVITE", EXTENSION), PROGRESS),
  20: response("180 Ringing", copied("1777 INVITE", ANSWERED), PROGRESS),
  34: response(
    "200 OK",
    copied("1777 INVITE", ANSWERED),
    `${PROGRESS}\nContent-Type: application/sdp\nRequire: timer`,
    sdp(SESSION_ID, VIDEO),
  ),
  35: request("sip:300@192.168.187.12:5060;transport=UDP", "1777 ACK", ANSWERED, ""),
  40: again(
    "INVITE",
    SECOND,
    `Session-Expires: 1800;refresher=uac\nMin-SE: 1800\n${ABILITIES}\nContent-Type: application/sdp`,
    sdp(SESSION_ID + 1, "m=video 0 RTP/AVP 97"),
  ),
  answer: message(
    `
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.168.187.12:5060;rport=5060;received=192.168.187.12;branch=${SECOND}
${CALL_ID}
From: ${ANSWERED}
To: ${USER1}
CSeq: 102 INVITE
${CONTACT}
${METHODS}
${EXTENSIONS}
Session-Expires: 1800;refresher=uac
Require: timer
Content-Type: application/sdp`,
    ANSWER,
    WIDTHS.some,
  ),
  confirmation: again("ACK", "z9hG4bK0e6d31fa", ""),
  6531: request("sip:300@192.168.187.12:5060", "1778 BYE", ANSWERED, AGENT),
  6536: response("200 OK", copied("1778 BYE", ANSWERED)),
};
