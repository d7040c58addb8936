import type { Party } from "./context.js";

/** What the columns of the packet list say. */
export const english = {
  caption: (frame: number) => `frame ${frame}, column by column`,
  column: "Column",
  value: "Value",
  means: "What it says",
  number: "No.",
  numberMeans: "the frame’s rank in the capture, from 1",
  time: "Time",
  timeMeans: "seconds since the first frame of the capture",
  source: "Source",
  sourceMeans: (party: Party) => `who sends it: ${named(party, "the server")}`,
  destination: "Destination",
  destinationMeans: (party: Party) => `to whom: ${named(party, "the server")}`,
  protocol: "Protocol",
  protocolMeans: "the most precise protocol that was recognised in it",
  protocols: {
    SIP: "Session Initiation Protocol: signalling (/SDP: with a session description)",
    RTP: "Real-time Transport Protocol: a piece of voice",
    RTCP: "RTP Control Protocol: a report on the voice",
    ICMP: "Internet Control Message Protocol: a ping, or an error of the network",
    ARP: "Address Resolution Protocol: which card has which IP address",
    UDP: "User Datagram Protocol: the transport; nothing else was recognised in it",
    STUN: "Session Traversal Utilities for NAT: under which address one is seen",
    "CLASSIC-STUN": "STUN as it was at first (RFC 3489): under which address one is seen",
    TCP: "Transmission Control Protocol: the transport; nothing else was recognised in it",
  } as Readonly<Record<string, string>>,
  length: "Length",
  lengthMeans: "bytes of the whole frame, headers included",
  info: "Info",
  infoMeans: "the message in short, as its protocol has it",
};

export const french: typeof english = {
  caption: (frame) => `trame ${frame}, colonne par colonne`,
  column: "Colonne",
  value: "Valeur",
  means: "Ce qu’elle dit",
  number: "N°",
  numberMeans: "le rang de la trame dans la capture, à partir de 1",
  time: "Temps",
  timeMeans: "l’horodatage : secondes depuis la première trame de la capture",
  source: "Source",
  sourceMeans: (party) => `qui l’envoie : ${named(party, "le serveur")}`,
  destination: "Destination",
  destinationMeans: (party) => `à qui : ${named(party, "le serveur")}`,
  protocol: "Protocole",
  protocolMeans: "le protocole le plus précis qui y a été reconnu",
  protocols: {
    SIP: "Session Initiation Protocol : la signalisation (/SDP : avec une description de session)",
    RTP: "Real-time Transport Protocol : un morceau de voix",
    RTCP: "RTP Control Protocol : un rapport sur la voix",
    ICMP: "Internet Control Message Protocol : un ping, ou une erreur du réseau",
    ARP: "Address Resolution Protocol : quelle carte a quelle adresse IP",
    UDP: "User Datagram Protocol : le transport ; rien d’autre n’y a été reconnu",
    STUN: "Session Traversal Utilities for NAT : sous quelle adresse on est vu",
    "CLASSIC-STUN": "STUN dans sa première version (RFC 3489) : sous quelle adresse on est vu",
    TCP: "Transmission Control Protocol : le transport ; rien d’autre n’y a été reconnu",
  },
  length: "Longueur",
  lengthMeans: "octets de toute la trame, en-têtes compris",
  info: "Info",
  infoMeans: "le message en bref, à la manière de son protocole",
};

function named({ role, name, address }: Party, server: string): string {
  if (role === "server") return server;
  return name === address ? address : `${name} (${address})`;
}
