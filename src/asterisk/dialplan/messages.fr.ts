import type { en } from "./messages.en.js";

const answering = (answers: string) => (answers ? "décroche (200 OK) et " : "");

export const fr: Record<keyof typeof en, (a: string, b: string, c: string) => string> = {
  dial: (devices) => `fait sonner ${devices}, aussi longtemps que l’appelant attend`,
  dialFor: (devices, seconds) => `fait sonner ${devices} pendant ${seconds} s au plus`,
  dialTogether: (devices, seconds) =>
    `fait sonner ${devices} ensemble pendant ${seconds} s au plus ; le premier qui décroche a l’appel`,
  voicemail: (boxes, answers) => `${answering(answers)}enregistre un message dans la boîte ${boxes}`,
  mailboxes: (answers) =>
    `${answering(answers)}laisse l’appelant écouter les messages, après numéro de boîte et mot de passe`,
  answer: () => "décroche (200 OK)",
  ringing: () => "dit à l’appelant que cela sonne (180 Ringing)",
  progress: () => "ouvre le son avant le décroché (183 Session Progress)",
  busy: () => "dit à l’appelant : occupé (486)",
  congestion: () => "dit à l’appelant : pas de passage (503)",
  return: () => "revient là où était le Gosub",
  nothing: () => "ne fait rien que l’appelant remarque",
  playback: (sounds, answers) => `${answering(answers)}joue ${sounds} jusqu’au bout`,
  background: (sounds, answers) => `${answering(answers)}joue ${sounds} en écoutant les touches`,
  say: (what) => `prononce ${what}`,
  waitExten: (seconds) => `attend une touche pendant ${seconds} s`,
  wait: (seconds) => `attend ${seconds} s`,
  read: (variable) => `lit des touches dans la variable ${variable}`,
  goto: (place) => `va à ${place}`,
  gosub: (place) => `va à ${place}, et en revient à Return`,
  gotoIf: (condition) => `va d’un côté ou de l’autre, selon ${condition}`,
  hangup: () => "termine l’appel",
  set: (name, value) => `note ${name} = ${value}`,
  system: (command) => `lance un programme sur le serveur, que l’appelant n’entend pas : ${command}`,
  other: (call) => `lance ${call}`,

  answered: () => "décroché",
  notAnswered: () => "pas de réponse, occupé ou injoignable",
  isBusy: () => "occupé",
  unreachable: () => "injoignable",
  noAnswer: () => "pas de réponse",
  calleeHangsUp: () => "l’appelé raccroche",
  key: (key) => `touche ${key}`,
  otherKey: () => "toute autre touche",
  noKey: () => "aucune touche",
  if: (condition) => `si ${condition}`,
  ifNot: (condition) => `sinon (${condition})`,
  afterwards: () => "après l’appel",

  talk: () =>
    "les deux parlent ; quand l’un raccroche, Asterisk raccroche l’autre (BYE) et le plan s’arrête là",
  talkThenOn: () => "les deux parlent ; si l’appelé raccroche, le plan continue pour l’appelant",
  bye: () => "Asterisk raccroche (BYE)",
  refused: (refusal) => `l’appel n’a pas été décroché : Asterisk le refuse (${refusal})`,
  refusedOpen: (refusal) =>
    `l’appel n’a pas été décroché : Asterisk le refuse (${refusal} ; selon la raison du téléphone s’il a refusé ; 480 si injoignable)`,
  refusedBusy: () =>
    "l’appel n’a pas été décroché : Asterisk le refuse selon la raison du téléphone (486 Busy here ; 403 Forbidden après 603)",
  noContext: (context) => `il n’y a pas de contexte [${context}] : l’appelant reçoit 404 Not Found`,
  noExtension: (number, context) => `${number} n’est pas dans [${context}] : l’appelant reçoit 404 Not Found`,
  back: (number) => `continue comme à l’étape ${number}`,
  cut: (count) => `la trace s’arrête ici, après ${count} étapes`,
  invalid: (context) => `[${context}] n’a pas d’extension i : Asterisk raccroche`,
  noTimeout: (context) =>
    `il n’y a pas de priorité suivante, et [${context}] n’a pas d’extension t : Asterisk raccroche`,
  jumpNoContext: (place, context) =>
    `${place} n’existe pas, car il n’y a pas de contexte [${context}] : Asterisk raccroche`,
  jumpNoLabel: (place, label) =>
    `${place} n’existe pas, car aucune étape n’a l’étiquette ${label} : Asterisk raccroche`,
  jumpNoStep: (place) => `${place} n’existe pas : Asterisk raccroche`,
  noReturn: () => "il n’y a pas de Gosub où revenir : Asterisk raccroche",
  waits: (extension, priority) =>
    `${extension} n’a pas de priorité ${priority}, et autofallthrough=no : Asterisk attend des touches`,
  endsBye: (extension, priority) => `${extension} n’a pas de priorité ${priority} : Asterisk raccroche (BYE)`,
  endsRefused: (extension, priority, refusal) =>
    `${extension} n’a pas de priorité ${priority} : Asterisk refuse l’appel (${refusal})`,
  endsOpen: (extension, priority) =>
    `${extension} n’a pas de priorité ${priority} : Asterisk refuse l’appel (603 Declined ; 486 si occupé, 503 si injoignable)`,
};
