type Named = readonly [filter: string, label: string];

/** Parameter lines (RFC 3435 §3.2.2), by their names in upper case, as Wireshark names them. */
export const PARAMETERS: Readonly<Record<string, Named>> = {
  A: ["capabilities", "Capabilities (A)"],
  B: ["bearerinfo", "BearerInformation (B)"],
  C: ["callid", "CallId (C)"],
  D: ["digitmap", "DigitMap (D)"],
  "DQ-RI": ["resourceid", "ResourceIdentifier (DQ-RI)"],
  E: ["reasoncode", "ReasonCode (E)"],
  ES: ["eventstates", "EventStates (ES)"],
  F: ["reqinfo", "RequestedInfo (F)"],
  I: ["connectionid", "ConnectionIdentifier (I)"],
  I2: ["secondconnectionid", "SecondConnectionID (I2)"],
  K: ["rspack", "ResponseAck (K)"],
  L: ["localconnectionoptions", "LocalConnectionOptions (L)"],
  M: ["connectionmode", "ConnectionMode (M)"],
  MD: ["maxmgcpdatagram", "MaxMGCPDatagram (MD)"],
  N: ["notifiedentity", "NotifiedEntity (N)"],
  O: ["observedevents", "ObservedEvents (O)"],
  P: ["connectionparam", "ConnectionParameters (P)"],
  PL: ["packagelist", "PackageList (PL)"],
  Q: ["quarantinehandling", "QuarantineHandling (Q)"],
  R: ["reqevents", "RequestedEvents (R)"],
  RD: ["restartdelay", "RestartDelay (RD)"],
  RM: ["restartmethod", "RestartMethod (RM)"],
  S: ["signalreq", "SignalRequests (S)"],
  T: ["detectedevents", "DetectedEvents (T)"],
  X: ["requestid", "RequestIdentifier (X)"],
  Z: ["specificendpointid", "SpecificEndpointID (Z)"],
  Z2: ["secondendpointid", "SecondEndpointID (Z2)"],
};

/** What a connection sent, received and lost. */
export const CONNECTION_PARAMETERS: Readonly<Record<string, Named>> = {
  PS: ["ps", "Packets sent (PS)"],
  OS: ["os", "Octets sent (OS)"],
  PR: ["pr", "Packets received (PR)"],
  OR: ["or", "Octets received (OR)"],
  PL: ["pl", "Packets lost (PL)"],
  JI: ["ji", "Jitter (JI)"],
  LA: ["la", "Latency (LA)"],
};
