import { sip } from "./application/sip.js";
import { ethernet } from "./link/ethernet.js";
import { rtcp } from "./media/rtcp.js";
import { rtpEvent } from "./media/rtp-event.js";
import { rtp } from "./media/rtp.js";
import { stun } from "./media/stun.js";
import { ipv4 } from "./network/ipv4.js";
import type { Protocol } from "./protocol.js";
import { udp } from "./transport/udp.js";

/** Every protocol that is dissected: a new one is a file and a line here. */
export const protocols: readonly Protocol[] = [
  ethernet,
  ipv4,
  udp,
  stun,
  rtp,
  rtpEvent,
  rtcp,
  sip,
];
