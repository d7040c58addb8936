import { dhcpv6 } from "./application/dhcpv6.js";
import { ftp, ftpData } from "./application/ftp.js";
import { gquic } from "./application/gquic.js";
import { imap } from "./application/imap.js";
import { ipsecInUdp, isakmp } from "./application/isakmp.js";
import { lanServices } from "./application/lan-services.js";
import { cldap, ldap } from "./application/ldap.js";
import { quic } from "./application/quic.js";
import { routerProtocols } from "./application/routers.js";
import { netbiosSession } from "./application/smb.js";
import { smtp } from "./application/smtp.js";
import { ssh } from "./application/ssh.js";
import { tcpServices } from "./application/tcp-services.js";
import { textProtocols } from "./application/text-protocols.js";
import { tftp } from "./application/tftp.js";
import { tunnels } from "./application/tunnels.js";
import { wireGuard } from "./application/wireguard.js";
import { loop } from "./link/cisco.js";
import { eapol } from "./link/eapol.js";
import { etherRows } from "./link/ether-rows.js";
import { mpls } from "./link/mpls.js";
import { slowProtocols } from "./link/slow-protocols.js";
import { wakeOnLan } from "./link/wake-on-lan.js";
import { eigrp, igrp, ipcomp, ospf, pim, rsvp, vrrp } from "./network/routing.js";
import type { Protocol } from "./protocol.js";

/** What else a LAN carries, known by its rows: each is asked after those that calls are made of. */
export const otherTraffic: readonly Protocol[] = [
  ldap,
  cldap,
  dhcpv6,
  mpls,
  loop,
  eapol,
  slowProtocols,
  ...etherRows,
  ospf,
  eigrp,
  vrrp,
  pim,
  rsvp,
  ipcomp,
  igrp,
  ...routerProtocols,
  wakeOnLan,
  ftp,
  ftpData,
  smtp,
  imap,
  quic,
  gquic,
  ssh,
  ...textProtocols,
  ...tcpServices,
  netbiosSession,
  tftp,
  isakmp,
  ipsecInUdp,
  wireGuard,
  ...lanServices,
  ...tunnels,
];
