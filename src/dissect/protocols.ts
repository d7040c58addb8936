import { dhcp } from "./application/dhcp.js";
import { dns, dnsOverTcp, llmnr, mdns } from "./application/dns.js";
import { http, ssdp } from "./application/http.js";
import { nbds } from "./application/nbds.js";
import { nbns } from "./application/nbns.js";
import { ntp } from "./application/ntp.js";
import { sip } from "./application/sip.js";
import { snmp } from "./application/snmp.js";
import { ethernet } from "./link/ethernet.js";
import { cooked, cooked2 } from "./link/linux-cooked.js";
import { loopback } from "./link/loopback.js";
import { ppp } from "./link/ppp.js";
import { pppoeDiscovery, pppoeSession } from "./link/pppoe.js";
import { rawIp } from "./link/raw-ip.js";
import { vlan } from "./link/vlan.js";
import { classicStun } from "./media/classic-stun.js";
import { rtcp } from "./media/rtcp.js";
import { rtp } from "./media/rtp.js";
import { rtpEvent } from "./media/rtp-event.js";
import { stun } from "./media/stun.js";
import { t38 } from "./media/t38.js";
import { zrtp } from "./media/zrtp.js";
import { arp } from "./network/arp.js";
import { icmp } from "./network/icmp.js";
import { ip } from "./network/ip.js";
import { ipv4 } from "./network/ipv4.js";
import type { Protocol } from "./protocol.js";
import { tcp } from "./transport/tcp/tcp.js";
import { udp } from "./transport/udp.js";

/** Every protocol that is dissected: a new one is a file and a line here. */
export const protocols: readonly Protocol[] = [
  ethernet,
  cooked,
  cooked2,
  loopback,
  rawIp,
  ppp,
  vlan,
  pppoeDiscovery,
  pppoeSession,
  arp,
  ip,
  ipv4,
  icmp,
  udp,
  tcp,
  stun,
  classicStun,
  rtcp,
  t38,
  zrtp,
  sip,
  dns,
  dnsOverTcp,
  mdns,
  llmnr,
  nbns,
  nbds,
  dhcp,
  ntp,
  snmp,
  ssdp,
  http,
  rtpEvent,
  rtp,
];
