import type { en } from "./messages.en.js";

/** Decimals with a comma. */
const comma = (seconds: string) => seconds.replace(".", ",");

export const fr: Record<keyof typeof en, (a: string, b: string, c: string) => string> = {
  challenge: (account) =>
    `${account} a un secret : 401 avec un défi, puis l’INVITE à nouveau avec des identifiants`,
  challenged: () => "401, puis INVITE avec des identifiants",
  notChallenged: () => "pas de 401",
  notFound: (number, context) => `${number} n’est pas dans [${context}] : 404 Not Found`,
  status: (status, reason) => `${status} ${reason}`,
  noStatus: () => "pas de réponse finale",
  dial: (targets, seconds) =>
    seconds === "" ? `INVITE vers ${targets}` : `INVITE vers ${targets}, pendant ${seconds} s au plus`,
  leg: (name, statuses) => (statuses === "" ? `INVITE vers ${name}` : `INVITE vers ${name} : ${statuses}`),
  noLeg: (name) => `pas d’INVITE vers ${name}, pourtant enregistré`,
  unregistered: (name) => `pas d’INVITE vers ${name}, qu’on ne voit pas s’enregistrer`,
  rungUnseen: (status, seconds) =>
    `${status} à l’appelant après ${comma(seconds)} s ; l’INVITE vers le téléphone n’est pas dans la capture`,
  byeUnseen: (seconds) => `BYE après ${comma(seconds)} s ; l’autre côté n’est pas dans la capture`,
  picked: (name) => `${name} décroche : 200 OK à l’appelant, CANCEL aux autres téléphones`,
  pickedAlone: (name) => `${name} décroche : 200 OK à l’appelant`,
  pickedBridged: (name) => `${name} décroche : les deux s’entendent`,
  after: (what, seconds) => `${what} après ${comma(seconds)} s`,
  talk: () => "quand l’un raccroche, BYE vers l’autre",
  byCaller: (seconds) => `BYE de l’appelant après ${comma(seconds)} s, BYE vers le téléphone`,
  byCallee: (seconds) => `BYE du téléphone après ${comma(seconds)} s, BYE vers l’appelant`,
  oneBye: (seconds) => `BYE après ${comma(seconds)} s, mais aucun de l’autre côté`,
  open: () => "la capture s’arrête avant",
  noAnswer: (seconds) =>
    seconds === "" ? "personne ne décroche" : `personne ne décroche en ${seconds} s : CANCEL`,
  refuses: (status, dialStatus) =>
    `le téléphone refuse (${status}) : DIALSTATUS vaut ${dialStatus}, et le plan continue`,
  gaveUp: () => "l’appelant renonce : CANCEL vers les téléphones",
  cancelled: (seconds) => `CANCEL de l’appelant après ${comma(seconds)} s`,
  key: (key, place) => `la touche ${key} mène à ${place}`,
  noKeyPlace: (key, context) =>
    `la touche ${key} n’est pas dans [${context}], qui n’a pas de i : Asterisk raccroche`,
  pressed: (key, seconds) => `touche ${key} après ${comma(seconds)} s (telephone-event)`,
  noKeys: () => "aucune touche ne vient",
  noneSeen: () => "aucune touche dans la capture",
  hangsUp: () => "l’appelant raccroche (BYE) pendant cette étape",
  byeAfter: (seconds) => `BYE de l’appelant après ${comma(seconds)} s`,
  serverBye: (extension, priority) =>
    extension === "" ? "Asterisk raccroche : BYE" : `${extension} n’a pas de priorité ${priority} : BYE`,
  serverRefuses: (status, extension, priority) =>
    extension === ""
      ? `Asterisk refuse l’appel : ${status}`
      : `${extension} n’a pas de priorité ${priority} : ${status}`,
  serverByeSeen: (seconds) => `BYE d’Asterisk après ${comma(seconds)} s`,
  missing: (place) => `${place} n’existe pas : Asterisk termine l’appel`,
  unknown: (what) => `la suite dépend de ${what}, que la capture ne montre pas`,
  tooLong: () => "la comparaison s’arrête ici : le plan tourne en rond",
};
