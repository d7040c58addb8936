import { Announcements } from "./announcements.js";
import { FtpTransfers } from "./application/ftp-transfers.js";
import { H245Endpoints } from "./application/h323/h245-endpoints.js";
import { Iax2Calls } from "./application/iax2/calls.js";
import { MgcpTransactions } from "./application/mgcp/transactions.js";
import { RadiusTransactions } from "./application/radius/transactions.js";
import type { SshSession } from "./application/ssh-session.js";
import { TftpClients } from "./application/tftp-clients.js";
import { TlsSessions } from "./application/tls-sessions.js";
import { WebSocketFragments } from "./application/websocket-fragments.js";
import { Directions } from "./directions.js";
import { Flows } from "./flows.js";
import { IceFlows } from "./ice.js";
import { T38Sessions } from "./media/t38/sessions.js";
import { ArpOwners } from "./network/arp-owners.js";
import { Echoes } from "./network/echoes.js";
import { Fragments } from "./network/fragments.js";
import { Connections } from "./transport/tcp/connections.js";
import { States } from "./transport/tcp/states.js";

/** What earlier frames taught about later ones. Only the first, ordered pass over a capture adds to it. */
export class Conversations {
  constructor(
    /** Whether what looks like RTP is RTP, also where nobody announced it. */
    readonly heuristicRtp: boolean,
  ) {}

  readonly announcements = new Announcements();
  readonly flows = new Flows(this.announcements);
  readonly arpOwners = new ArpOwners();
  readonly echoes = new Echoes();
  readonly fragments = new Fragments();
  readonly h245 = new H245Endpoints();
  readonly iax2 = new Iax2Calls();
  readonly mgcp = new MgcpTransactions();
  /** Connections on which a message of HTTP was read. */
  readonly http = new States<boolean>();
  readonly ftp = new FtpTransfers();
  /** Whether a client of SMTP sends a message. */
  readonly mail = new States<boolean>();
  /** The identifier that a packet's source goes by in QUIC, in hexadecimal. */
  readonly quic = new Directions<string>();
  /** The version of Google's QUIC. */
  readonly gquic = new Directions<number>();
  /** The first sequence number of data in SCTP, from which Wireshark counts. */
  readonly sctpStarts = new Directions<number>();
  readonly ssh = new States<SshSession>();
  readonly tftp = new TftpClients();
  readonly radius = new RadiusTransactions();
  readonly ice = new IceFlows();
  readonly t38 = new T38Sessions();
  readonly tcp = new Connections();
  readonly tls = new TlsSessions();
  readonly webSockets = new WebSocketFragments();
}
