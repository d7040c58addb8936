import { sip } from "./application/sip.js";
import { ethernet } from "./link/ethernet.js";
import { classicStun } from "./media/classic-stun.js";
import { rtcp } from "./media/rtcp.js";
import { rtp } from "./media/rtp.js";
import { rtpEvent } from "./media/rtp-event.js";
import { stun } from "./media/stun.js";
import { t38 } from "./media/t38.js";
import { zrtp } from "./media/zrtp.js";
import { ipv4 } from "./network/ipv4.js";
import type { Protocol } from "./protocol.js";
import { udp } from "./transport/udp.js";

/** Every protocol that is dissected: a new one is a file and a line here. */
export const protocols: readonly Protocol[] = [
  ethernet,
  ipv4,
  udp,
  stun,
  classicStun,
  rtp,
  rtpEvent,
  rtcp,
  t38,
  zrtp,
  sip,
];
