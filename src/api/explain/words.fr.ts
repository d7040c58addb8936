import { number } from "../../display/index.js";
import type { Party } from "./context.js";
import { french as row } from "./row-words.js";
import type { Words } from "./words.en.js";

const who = ({ role, name }: Party) => (role === "server" ? "le serveur" : name);
const Who = (party: Party) => (party.role === "server" ? "Le serveur" : party.name);
const toWhom = (party: Party) => (party.role === "server" ? "au serveur" : `à ${party.name}`);
const titled = (party: Party) =>
  party.role === "server"
    ? `serveur (${party.address})`
    : party.name === party.address
      ? party.name
      : `${party.name} (${party.address})`;
const count = (value: number, one: string) => `${number(value)} ${one}${Math.abs(value) < 2 ? "" : "s"}`;

export const french: Words = {
  title: (frame, time, from, to, what) =>
    `trame ${frame}${time === "" ? "" : ` · ${time} s`} · ${titled(from)} → ${titled(to)} · ${what}`,
  others: (protocol, info) =>
    `voiplab explique SIP, RTP, RTCP, STUN, ICMP et ARP ; de cette trame${protocol === "" ? "" : ` ${protocol}`} il sait ce qu’en dit la liste des paquets : « ${info} ».`,
  row,
  noInfo: "rien",

  register: (from, to, aor, contact, lapse) =>
    `${Who(from)} dit ${toWhom(to)} : « qui cherche ${aor} le trouvera à ${contact}${lapse === undefined ? "" : `, pendant ${lapse}`} ».`,
  unregister: (from, to, aor) =>
    `${Who(from)} retire ${toWhom(to)} l’enregistrement de ${aor} : une durée de zéro seconde.`,
  query: (from, to, aor) =>
    `${Who(from)} demande ${toWhom(to)} où ${aor} est enregistré : sans Contact, rien ne change.`,
  invite: (from, to, target) =>
    `${Who(from)} demande ${toWhom(to)} un appel vers ${target} : cette trame déclenche l’appel.`,
  inviteAgain: (from, to, first) =>
    `${Who(from)} redemande l’appel ${toWhom(to)}, après l’essai de la trame ${first}.`,
  reinvite: (from, to, first) =>
    `${Who(from)} veut modifier la session de l’appel commencé à la trame ${first} (un re-INVITE : l’en-tête To a déjà son tag) et le demande ${toWhom(to)}.`,
  relayed: (frame) =>
    `Le serveur se tient entre les deux téléphones (B2BUA) : il fait ici, dans un dialogue à lui, ce que la trame ${frame} lui a demandé.`,
  hold: "Le sens qu’il demande met l’autre côté en attente.",
  ack: (from, to, frame, status) =>
    frame === undefined
      ? `${Who(from)} accuse réception ${toWhom(to)} d’une réponse absente de cette capture.`
      : status < 300
        ? `${Who(from)} accuse réception ${toWhom(to)} du ${status} de la trame ${frame} : INVITE, ${status}, ACK, et l’appel est établi.`
        : `${Who(from)} accuse réception ${toWhom(to)} du ${status} de la trame ${frame} : cela clôt la transaction, pas un appel.`,
  bye: (from, to, lapse) =>
    `${Who(from)} raccroche et le dit ${toWhom(to)}${lapse === undefined ? "" : `, ${lapse} après le décroché`}.`,
  cancel: (from, to, frame) =>
    `${Who(from)} abandonne l’INVITE ${frame === undefined ? "absent de cette capture" : `de la trame ${frame}`} avant le décroché, et le dit ${toWhom(to)}.`,
  options: (from, to) =>
    `${Who(from)} demande ${toWhom(to)} ce qu’il sait faire ; les serveurs l’envoient aussi pour voir si un téléphone est toujours là.`,
  notify: (from, to, event) =>
    `${Who(from)} donne des nouvelles ${toWhom(to)}${event === "" ? "" : ` à propos de « ${event} »`}.`,
  subscribe: (from, to, event) =>
    `${Who(from)} demande ${toWhom(to)} à être tenu au courant${event === "" ? "" : ` de « ${event} »`}.`,
  request: (from, to, method) => `${Who(from)} envoie ${toWhom(to)} la requête ${method}.`,

  infoKey: (from, to, key) =>
    `${Who(from)} dit ${toWhom(to)} que la touche ${key} a été enfoncée : dans la signalisation (INFO), là où d’autres envoient un événement RTP à côté de la voix.`,

  again: (frame, answer) =>
    answer === undefined
      ? `C’est la trame ${frame}, renvoyée : même branch, même CSeq ; en UDP, on se répète tant que la réponse ne vient pas.`
      : `C’est la trame ${frame}, renvoyée : même branch, même CSeq. La réponse de la trame ${answer} n’y a rien fait : elle n’est pas arrivée, ou l’émetteur n’a rien su en faire.`,
  answeredAgain: (frame) => `Cette trame répète la réponse de la trame ${frame}, car la requête est revenue.`,
  credentials: (frame, user) =>
    frame === undefined
      ? `La requête porte les identifiants de ${user}, pour un défi absent de cette capture.`
      : `La requête répond au défi de la trame ${frame} : l’en-tête Authorization porte une empreinte pour ${user}, mais pas le mot de passe.`,
  noCredentials: "La requête ne porte aucun identifiant.",
  offer: (media, address, codecs) => `Son SDP propose ${media} : « envoie-le à ${address}, en ${codecs} ».`,
  answer: (media, address, codecs) =>
    `Son SDP répond pour ${media} : « envoie-le à ${address}, en ${codecs} ».`,
  description: (media, address, codecs) =>
    `Son SDP décrit ${media} : « envoie-le à ${address}, en ${codecs} ».`,
  refused: (media) => `Son SDP dit non à ${media} : port 0.`,
  nothingElse: "rien qui soit nommé",

  response: (from, method, frame, lapse, status, reason) =>
    `${Who(from)} répond à ${method}${frame === undefined ? ", une requête absente de cette capture" : ` de la trame ${frame}, ${lapse} après`} : ${status} ${reason}.`,
  meaning: (meaning) => `Autrement dit : ${meaning}.`,
  provisionalClass: "Un code de 100 à 199 : ce n’est pas encore le dernier mot.",
  classes: [
    "",
    "",
    "C’est oui.",
    "La requête est envoyée ailleurs.",
    "C’est un refus : la requête est en cause.",
    "C’est un refus : le serveur est en cause.",
    "C’est un refus, où qu’on demande.",
  ],
  challenge: (realm, nonce) =>
    `Le défi : realm « ${realm} », nonce « ${nonce} » ; il faut y répondre par une empreinte faite avec le mot de passe de ce realm et avec ce nonce.`,
  granted: (lapse) => `L’enregistrement vaut ${lapse} ; il faut le renouveler avant.`,
  end: "L’appel est fini pour les deux.",

  nextResponse: (frame, lapse, label) =>
    `La suite attendue, une réponse, est venue à la trame ${frame}, ${lapse} après : ${label}.`,
  nextFinal: (frame, lapse, label) =>
    `Le dernier mot est venu à la trame ${frame}, ${lapse} après : ${label}.`,
  noResponse: "Une réponse devait suivre ; cette capture n’en a pas.",
  noFinal: "Une réponse finale devait suivre ; cette capture n’en a pas.",
  nextAck: (frame, lapse) => `L’ACK qui doit suivre est à la trame ${frame}, ${lapse} après.`,
  noAck: "Un ACK devait suivre ; cette capture n’en a pas.",
  nextRetry: (frame) =>
    `La même requête devait suivre, avec des identifiants : la voici à la trame ${frame}.`,
  retryWithout: (frame) =>
    `La même requête devait suivre, avec des identifiants ; elle est venue à la trame ${frame}, mais sans eux.`,
  noRetry: "La même requête devait suivre, avec des identifiants ; elle n’est pas dans cette capture.",
  nothingNext: "Rien ne doit suivre.",

  voice: (from, speaker, call) =>
    `Un morceau de la voix de l’${speaker === "caller" ? "appelant" : "appelé"} dans l’appel ${call}, tel que ${who(from)} l’envoie.`,
  media: (from, to) =>
    `Un morceau d’un flux envoyé par ${who(from)} ${toWhom(to)}, qui n’appartient à aucun appel de cette capture.`,
  payload: (name, bytes, lapse) =>
    `${count(bytes, "octet")} de ${name}${lapse === undefined ? "" : `, soit ${lapse} de son`}.`,
  encrypted: "La charge utile est chiffrée (SRTP) : on ne peut pas l’écouter.",
  place: (rank, packets, ssrc) => `C’est le paquet ${number(rank)} sur ${number(packets)} du flux ${ssrc}.`,
  marker: "Son bit marker dit : une prise de parole commence ici.",
  step: (sequence, units, lapse, frame, delta) =>
    `Depuis la trame ${frame}, ${delta} plus tôt : numéro de séquence ${signed(sequence)}, timestamp ${signed(units)}${lapse === undefined ? "" : ` (${lapse})`}.`,
  lost: (packets) =>
    `${packets === 1 ? "Un paquet manque" : `${number(packets)} paquets manquent`} entre les deux dans la numérotation.`,
  late: "Il est en retard : un paquet de numéro plus grand était déjà là.",
  duplicate: "C’est une copie : le paquet précédent avait déjà ce numéro de séquence.",
  begins: (sequence, timestamp) =>
    `Son flux commence ici : numéro de séquence ${sequence}, timestamp ${timestamp} ; l’émetteur tire les premières valeurs comme il veut.`,
  nextPacket: (frame, delta) => `Le flux continue à la trame ${frame}, ${delta} après.`,
  lastPacket: "C’est le dernier de son flux.",
  keyStream: (from, speaker, call) =>
    `Un appui sur une touche, dans le flux de la voix de l’${speaker === "caller" ? "appelant" : "appelé"} de l’appel ${call}, tel que ${who(from)} l’envoie.`,
  keyBegins: "Son bit marker dit : un appui commence ici.",
  keyStays: "Le timestamp reste celui du début de l’appui.",
  key: (key, over, lapse) =>
    `Touche ${key} du clavier, envoyée comme événement et non comme son : ${over ? `relâchée, après ${lapse}` : `enfoncée depuis ${lapse}`}.`,

  senderReport: (from, source, packets, bytes) =>
    `${Who(from)} rend compte de ce qu’il envoie sous le nom de ${source} : ${count(packets, "paquet")} jusqu’ici, ${count(bytes, "octet")} de charge utile.`,
  receiverReport: (from, source) =>
    `${Who(from)}, sous le nom de ${source}, n’a rien envoyé depuis son dernier rapport et dit ce qu’il entend.`,
  nothingHeard: "Il n’a encore rien à dire de ce qu’il entend.",
  heard: (source, percent, lost, jitter) =>
    `Du flux ${source} il a entendu : ${percent} % de pertes depuis son dernier rapport, ${count(lost, "paquet")} en tout, gigue de ${jitter}.`,
  units: (units) => `${number(units)} unités du timestamp`,
  cname: (name) => `Il donne son nom, pour qu’on le distingue des autres : « ${name} ».`,
  goodbye: "Son Goodbye dit que le flux se tait ; l’appel, lui, finit par le BYE de SIP.",
  otherRtcp: "La trame contient aussi un paquet qui n’est pas expliqué ici.",
  encryptedRtcp: "Les rapports sont chiffrés (SRTCP) : on ne peut pas les lire.",

  ping: (from, to) => `${Who(from)} demande ${toWhom(to)} : « es-tu là ? » (un ping).`,
  pingAnswered: (frame, lapse) => `La réponse est venue à la trame ${frame}, ${lapse} après.`,
  pingUnanswered: "Cette capture n’a pas de réponse.",
  pong: (from, frame, lapse) =>
    `${Who(from)} répond au ping${frame === undefined ? "" : ` de la trame ${frame}, ${lapse} après`} : « je suis là ».`,
  unreachable: (from, port, what, frame) =>
    `${Who(from)} renvoie le début d’un datagramme${frame === undefined ? "" : `, la trame ${frame}`} : personne n’écoute ici sur le port UDP ${port}. Ce qui revient : ${what}.`,
  unreachableRtcp:
    "Pour l’appel c’est sans gravité : seuls des rapports de qualité n’ont pas trouvé preneur, souvent parce que le port s’ouvre un instant plus tard ou s’est fermé avant.",
  unreachableRtp:
    "De la voix n’a pas trouvé preneur : cela arrive un instant quand un côté commence plus tôt ou finit plus tard que l’autre ; si cela durait, on n’entendrait rien.",
  unreachableSip: "De la signalisation n’a pas trouvé preneur : l’émetteur n’aura pas de réponse.",
  icmp: (from, to, info) =>
    `${Who(from)} signale ${toWhom(to)} que le réseau n’a pas pu faire quelque chose : « ${info} ».`,

  arpAsks: (target, asker) =>
    `La machine ${asker} demande à tous ses voisins : « qui a l’adresse ${target} ? » Il lui faut l’adresse MAC, car une trame va de carte à carte.`,
  arpAnnounces: (address, mac) =>
    `La machine ${mac} annonce à tous ses voisins que ${address} est son adresse.`,
  arpReply: (address, mac, asker) => `La réponse, à ${asker} : la carte de ${address} est ${mac}.`,
  arpAnswered: (frame, lapse) => `La réponse est venue à la trame ${frame}, ${lapse} après.`,
  arpUnanswered: "Cette capture n’a pas de réponse.",
  arpAsked: (frame) => `La question est à la trame ${frame}.`,

  keepAlive: (from, to, bytes) =>
    `${Who(from)} envoie ${toWhom(to)} ${count(bytes, "octet")} sur le port de SIP qui ne sont pas un message : ils gardent ouvert le passage à travers un routeur qui l’oublierait (NAT). Aucune réponse n’est attendue.`,

  stunAsks: (from, to) =>
    `${Who(from)} demande ${toWhom(to)} : « sous quelle adresse et quel port me vois-tu ? » Derrière un routeur qui change les adresses (NAT), un téléphone ne peut pas le savoir autrement ; la question montre aussi si le chemin de la voix est ouvert.`,
  stunAnswered: (frame, lapse, seen) =>
    `La réponse est venue à la trame ${frame}, ${lapse} après${seen === undefined ? "" : ` : ${seen}`}.`,
  stunUnanswered: "Aucune réponse dans cette capture : personne n’y parle STUN, ou elle est passée ailleurs.",
  stunAnswers: (from, to, frame, lapse, seen) =>
    `${Who(from)} répond ${toWhom(to)}${frame === undefined ? "" : `, qui a demandé à la trame ${frame}, ${lapse} avant`} : « ${seen === undefined ? "je te vois" : `je te vois sous ${seen}`} ». Si ce n’est pas l’adresse du téléphone lui-même, un routeur l’a changée en route.`,
};

function signed(value: number): string {
  return value < 0 ? `−${number(-value)}` : `+${number(value)}`;
}
