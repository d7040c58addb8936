import { language } from "../../language.js";

/** What the answers of SIP say, after RFC 3261 §21; in the order of the codes. */
const english: Readonly<Record<number, string>> = {
  100: "“I have it and am working on it” (the request need not be sent again)",
  180: "“their phone is ringing”",
  181: "“the call is being forwarded elsewhere”",
  182: "“they are busy, the call waits in a queue”",
  183: "“the call is on its way, listen” (sound may come before the answer)",
  200: "“yes, done”",
  202: "“accepted, the result comes later”",
  300: "“there are several places to try: choose”",
  301: "“they have moved for good: ask there”",
  302: "“ask there for the time being”",
  400: "“I cannot read this request”",
  401: "“prove who you are first” (no error, but a question, with a challenge)",
  403: "“I understood, and the answer is no” (credentials were wrong or this is not allowed; asking again is of no use)",
  404: "“there is nobody of that name here”",
  405: "“this method is not allowed here”",
  407: "“prove to this proxy who you are first” (a question, with a challenge)",
  408: "“nobody answered in time”",
  415: "“I do not know this kind of body”",
  420: "“I do not know an extension that you require”",
  423: "“that is too short a time to register for”",
  480: "“they cannot be reached just now”",
  481: "“I know of no such dialog or transaction”",
  482: "“this request runs in a circle”",
  483: "“this request made too many hops”",
  484: "“the number is not complete”",
  486: "“busy here”",
  487: "“the request was given up” (a CANCEL or BYE ended it)",
  488: "“the media that you offer do not suit me here”",
  489: "“I do not know this event”",
  491: "“I have a request of my own under way in this dialog: try again in a moment”",
  500: "“something broke in this server”",
  501: "“this server cannot do that”",
  502: "“the next server sent me nonsense”",
  503: "“this server is overloaded or in maintenance”",
  504: "“the next server did not answer in time”",
  600: "“busy everywhere”",
  603: "“they do not want this call”",
  604: "“they exist nowhere”",
  606: "“they would talk, but not with the media that you offer”",
};

const french: typeof english = {
  100: "« je l’ai, je m’en occupe » (inutile de renvoyer la requête)",
  180: "« son téléphone sonne »",
  181: "« l’appel est renvoyé ailleurs »",
  182: "« la ligne est occupée, l’appel attend dans une file »",
  183: "« l’appel avance, écoute » (du son peut venir avant le décroché)",
  200: "« oui, c’est fait »",
  202: "« accepté, le résultat viendra plus tard »",
  300: "« plusieurs endroits sont possibles : choisis »",
  301: "« parti définitivement : demande là-bas »",
  302: "« demande là-bas pour l’instant »",
  400: "« je ne comprends pas cette requête »",
  401: "« prouve d’abord qui tu es » (ce n’est pas une erreur, mais une question, avec un défi)",
  403: "« j’ai compris, et c’est non » (identifiants faux ou action interdite ; redemander ne sert à rien)",
  404: "« personne de ce nom ici »",
  405: "« cette méthode n’est pas permise ici »",
  407: "« prouve d’abord à ce proxy qui tu es » (une question, avec un défi)",
  408: "« personne n’a répondu à temps »",
  415: "« je ne connais pas ce genre de corps »",
  420: "« je ne connais pas une extension que tu exiges »",
  423: "« cette durée d’enregistrement est trop courte »",
  480: "« injoignable pour l’instant »",
  481: "« je ne connais ni ce dialogue ni cette transaction »",
  482: "« cette requête tourne en rond »",
  483: "« cette requête a fait trop de sauts »",
  484: "« le numéro est incomplet »",
  486: "« occupé ici »",
  487: "« la requête a été abandonnée » (un CANCEL ou un BYE y a mis fin)",
  488: "« les médias que tu proposes ne me conviennent pas ici »",
  489: "« je ne connais pas cet événement »",
  491: "« j’ai moi-même une requête en cours dans ce dialogue : réessaie dans un instant »",
  500: "« quelque chose a cassé dans ce serveur »",
  501: "« ce serveur ne sait pas faire cela »",
  502: "« le serveur suivant m’a répondu n’importe quoi »",
  503: "« ce serveur est surchargé ou en maintenance »",
  504: "« le serveur suivant n’a pas répondu à temps »",
  600: "« occupé partout »",
  603: "« l’appel n’est pas voulu »",
  604: "« cette personne n’existe nulle part »",
  606: "« d’accord pour parler, mais pas avec les médias que tu proposes »",
};

/** Codes that RFC 3261 leaves to others, and who defines them. */
const ELSEWHERE: Readonly<Record<number, string>> = { 202: "RFC 6665 §8.3.1", 489: "RFC 6665 §8.3.2" };

/** RFC 3261 §21.x.y numbers the codes of a class in their order. */
const NUMBERED: readonly (readonly number[])[] = [
  [100, 180, 181, 182, 183],
  [200],
  [300, 301, 302, 305, 380],
  [
    400, 401, 402, 403, 404, 405, 406, 407, 408, 410, 413, 414, 415, 416, 420, 421, 423, 480, 481, 482, 483,
    484, 485, 486, 487, 488, 491, 493,
  ],
  [500, 501, 502, 503, 504, 505, 513],
  [600, 603, 604, 606],
];

/** What a status means, in words; undefined for one that few know. */
export function statusMeaning(status: number): string | undefined {
  return (language() === "fr" ? french : english)[status];
}

/** The section that defines a status, or its class. */
export function statusSection(status: number): string {
  const group = Math.floor(status / 100);
  const place = NUMBERED[group - 1]?.indexOf(status) ?? -1;
  return ELSEWHERE[status] ?? `RFC 3261 §21.${group}${place === -1 ? "" : `.${place + 1}`}`;
}
