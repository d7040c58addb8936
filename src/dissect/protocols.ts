import { dhcp } from "./application/dhcp.js";
import { dns, dnsOverTcp, llmnr, mdns } from "./application/dns.js";
import { dtls } from "./application/dtls.js";
import { echo } from "./application/echo.js";
import { ras } from "./application/h323/h225.js";
import { tpkt } from "./application/h323/tpkt.js";
import { http, ssdp } from "./application/http.js";
import { iax2 } from "./application/iax2/iax2.js";
import { lldp } from "./application/lldp.js";
import { h248, megaco } from "./application/megaco/megaco.js";
import { mgcp } from "./application/mgcp/mgcp.js";
import { nbds } from "./application/nbds.js";
import { nbns } from "./application/nbns.js";
import { ntp } from "./application/ntp.js";
import { radius } from "./application/radius/radius.js";
import { rtsp } from "./application/rtsp/rtsp.js";
import { sip } from "./application/sip.js";
import { skinny } from "./application/skinny/skinny.js";
import { snmp } from "./application/snmp.js";
import { tls } from "./application/tls.js";
import { ethernet } from "./link/ethernet.js";
import { cooked, cooked2 } from "./link/linux-cooked.js";
import { loopback } from "./link/loopback.js";
import { ppp } from "./link/ppp.js";
import { pppoeDiscovery, pppoeSession } from "./link/pppoe.js";
import { rawIp } from "./link/raw-ip.js";
import { providerVlan, vlan } from "./link/vlan.js";
import { radiotap, wlan } from "./link/wlan.js";
import { classicStun } from "./media/classic-stun.js";
import { rtcp } from "./media/rtcp.js";
import { rtp } from "./media/rtp.js";
import { rtpEvent } from "./media/rtp-event.js";
import { stun } from "./media/stun.js";
import { t38 } from "./media/t38/t38.js";
import { zrtp } from "./media/zrtp.js";
import { arp } from "./network/arp.js";
import { gre } from "./network/gre.js";
import { icmp } from "./network/icmp.js";
import { icmpv6 } from "./network/icmpv6.js";
import { igmp } from "./network/igmp.js";
import { ip } from "./network/ip.js";
import { ah, esp } from "./network/ipsec.js";
import { ipv4 } from "./network/ipv4.js";
import { ipv6, ipv6Link } from "./network/ipv6.js";
import { destinationOptions, hopByHop, routing } from "./network/ipv6-extensions.js";
import { ipv6Fragment } from "./network/ipv6-fragment.js";
import { otherTraffic } from "./other-traffic.js";
import type { Protocol } from "./protocol.js";
import { sctp } from "./transport/sctp.js";
import { tcp } from "./transport/tcp/tcp.js";
import { udp } from "./transport/udp.js";

/** Every protocol that is dissected: a new one is a file and a line here. */
export const protocols: readonly Protocol[] = [
  ethernet,
  cooked,
  cooked2,
  loopback,
  rawIp,
  wlan,
  radiotap,
  ppp,
  vlan,
  providerVlan,
  pppoeDiscovery,
  pppoeSession,
  arp,
  ip,
  ipv4,
  ipv6,
  ipv6Link,
  hopByHop,
  routing,
  ipv6Fragment,
  destinationOptions,
  ah,
  esp,
  gre,
  icmp,
  icmpv6,
  igmp,
  udp,
  tcp,
  sctp,
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
  lldp,
  nbns,
  nbds,
  dhcp,
  ntp,
  echo,
  snmp,
  iax2,
  mgcp,
  megaco,
  h248,
  rtsp,
  ras,
  tpkt,
  skinny,
  radius,
  ssdp,
  http,
  tls,
  dtls,
  rtpEvent,
  rtp,
  ...otherTraffic,
];
