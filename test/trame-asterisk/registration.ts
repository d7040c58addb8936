import { challenge } from "./asterisk.js";
import { message } from "./message.js";

const DIALOG = `
From: "user3" <sip:user3@192.168.187.12>;tag=Qz1xN~v0k
To: "user3" <sip:user3@192.168.187.12>`.trim();
const CALL = "Call-ID: t6KcYp~3Rd\nCSeq: 20 REGISTER";

/** What Linphone asks, four times the same, and never with credentials. */
export const REGISTER = message(`
REGISTER sip:192.168.187.12 SIP/2.0
Via: SIP/2.0/UDP 192.168.187.51;branch=z9hG4bK.W4nVJ7e-q;rport
${DIALOG}
${CALL}
Max-Forwards: 70
Supported: replaces, outbound, gruu, path, record-aware, 100rel, timer
Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, MESSAGE, SUBSCRIBE, INFO, PRACK, UPDATE
Accept: application/sdp
Accept: text/plain
Accept: application/vnd.gsma.rcs-ft-http+xml
Contact: <sip:user3@192.168.187.51;transport=udp>;message-expires=604800\
;+sip.instance="<urn:uuid:5f1d0c3e-9b27-4a86-8e43-c2d7f06b1a95>"\
;+org.linphone.specs="conference/2.0,ephemeral/1.1,groupchat/1.1,lime"
Expires: 3600
User-Agent: LinphoneDesktop/4.4.10 (DESKTOP-4K7Q2VN) windows/10 Qt/5.15.2 LinphoneSDK/5.1.68 LinphoneCore/5.1.68`);

/** What Asterisk answers; the same each time, as to a request that it has seen already. */
export const UNAUTHORIZED = challenge(
  `
Via: SIP/2.0/UDP 192.168.187.51;branch=z9hG4bK.W4nVJ7e-q;received=192.168.187.51;rport=5060
${DIALOG};tag=as2c4f81d6
${CALL}`,
  "5e0c27b1",
);
