import type { Explanation, FindingKind } from "./finding.js";

const suggestion = (name: string) => (name === "" ? "" : ` ; serait-ce ${name} ?`);

export const fr: Readonly<Record<FindingKind, Explanation>> = {
  gap: {
    what: (extension, missing, later) => `${extension} a une priorité ${later} mais pas de ${missing}`,
    why: (_, missing, __, step) =>
      `après l’étape d’avant, Asterisk cherche la priorité ${missing}, ne la trouve pas et termine l’appel : ${step} n’est jamais exécuté`,
    mend: (extension, missing, _, step) =>
      `exten => ${extension},${missing},${step} (ou n à la place de ${missing})`,
  },
  noFirst: {
    what: (extension, first) => `${extension} commence à la priorité ${first}, et n’a pas de 1`,
    why: () => "un appel commence à la priorité 1 : sans elle, l’extension n’est pas trouvée",
    mend: (extension, _, step) => `exten => ${extension},1,${step}`,
  },
  missingPriority: {
    what: (line) => `${line} n’a pas de priorité`,
    why: () => "Asterisk prend l’application pour une priorité qu’il ne connaît pas, et ignore la ligne",
    mend: (_, extension, rest) => `exten => ${extension},n,${rest}`,
  },
  duplicatePriority: {
    what: (place) => `${place} est là une seconde fois`,
    why: () => "Asterisk garde la première et ignore cette ligne",
    mend: () => "lui donner le numéro suivant, ou n",
  },
  unread: {
    what: (problem) => problem,
    why: () => "Asterisk ignore la ligne, avec un simple avertissement dans son journal",
    mend: () => "écrire la ligne comme attendu, et regarder le journal après dialplan reload",
  },
  refused: {
    what: (problem) => problem,
    why: () => "Asterisk refuse tout le fichier : aucune de ses lignes ne vaut",
    mend: () => "écrire la ligne comme attendu",
  },
  unknownContext: {
    what: (place, context) => `${place} va au contexte [${context}], qui n’existe pas`,
    why: () => "l’appel est raccroché à cette étape",
    mend: (_, context, other) => `ajouter [${context}] avec l’extension${suggestion(other)}`,
  },
  unknownExtension: {
    what: (place, context, extension) => `${place} va à ${extension}, qui n’est pas dans [${context}]`,
    why: () => "l’appel va à l’extension i de ce contexte, ou est raccroché s’il n’y en a pas",
    mend: (_, context, extension) =>
      `ajouter ${extension} à [${context}], ou aller à une extension qui existe`,
  },
  unknownPriority: {
    what: (place, extension, priority) =>
      `${place} va à la priorité ${priority} de ${extension}, qui n’existe pas`,
    why: () => "l’appel est terminé à cette étape",
    mend: () => "aller à une priorité qui existe, au mieux par une étiquette : n(étiquette)",
  },
  unknownLabel: {
    what: (place, extension, label) =>
      `${place} va à l’étiquette ${label}, qu’aucune étape de ${extension} ne porte`,
    why: () => "l’appel est raccroché à cette étape",
    mend: (_, __, label) => `donner l’étiquette à l’étape : n(${label})`,
  },
  unknownInclude: {
    what: (context) => `include => ${context} : ce contexte n’existe pas`,
    why: () => "rien n’est inclus",
    mend: (context, other) => `ajouter [${context}]${suggestion(other)}`,
  },
  unknownPeer: {
    what: (step, peer, file) => `${step} fait sonner ${peer}, qui n’est pas un compte de ${file}`,
    why: () =>
      "Asterisk ne trouve personne à faire sonner : DIALSTATUS vaut CHANUNAVAIL, et le plan continue aussitôt",
    mend: (_, peer, __, other) => `ajouter [${peer}]${suggestion(other)}`,
  },
  otherDriver: {
    what: (step, driver, file) => `${step} passe par ${driver}, et les comptes sont dans ${file}`,
    why: (_, driver) =>
      `${driver} ne connaît aucun de ces comptes ; depuis Asterisk 21, chan_sip n’existe plus`,
    mend: (_, __, ___, instead) => `Dial(${instead},…)`,
  },
  noApplication: {
    what: (place) => `${place} n’a pas d’application`,
    why: () => "Asterisk y termine l’appel",
    mend: () => "écrire ce que fait l’étape : exten => extension,priorité,application",
  },
  accountContext: {
    what: (account, context) => `les appels de ${account} commencent dans [${context}], qui n’existe pas`,
    why: () => "quoi que compose le téléphone, il reçoit 404 Not Found",
    mend: (_, context, other) => `ajouter [${context}] à extensions.conf${suggestion(other)}`,
  },
  accountDefault: {
    what: (account) => `ni ${account} ni [general] n’a de contexte`,
    why: () =>
      "ses appels commencent dans [default], qui n’existe pas : quoi que compose le téléphone, il reçoit 404 Not Found",
    mend: (_, context) => `context=${context} dans [general], ou dans le compte`,
  },
  noUnderscore: {
    what: (extension) => `${extension} ressemble à un motif, mais n’a pas de _ devant`,
    why: (extension) => `seul un appel aux lettres mêmes ${extension} correspondrait`,
    mend: (extension) => `_${extension}`,
  },
  soundOnServer: {
    what: (step) => `${step} joue un son sur le haut-parleur du serveur`,
    why: () => "l’appelant n’entend rien ; l’appel attend que le programme se termine",
    mend: () => "Playback(fichier), dans un format que lit Asterisk (WAV 8 kHz, mono, 16 bits)",
  },
  listingsDiffer: {
    what: (extension, here, there) => `${extension} : ${here} ici, ${there} dans l’autre listing`,
    why: () => "les deux sont donnés pour la même configuration : l’un d’eux n’est pas ce qui tournait",
    mend: () => "n’en garder qu’un, imprimé depuis le serveur",
  },
  noInvalid: {
    what: (context) => `[${context}] attend des touches et n’a pas d’extension i`,
    why: () => "une touche qui n’est pas proposée raccroche l’appelant",
    mend: () => "exten => i,1,Goto(s,1), après un mot à l’appelant",
  },
  noMailbox: {
    what: (step, mailbox) => `${step} enregistre dans la boîte ${mailbox}, qui n’existe pas`,
    why: () => "VoiceMail échoue et l’appelant ne laisse pas de message",
    mend: (_, __, box, context) => `${box} => motdepasse,nom dans [${context}] de voicemail.conf`,
  },
  noHangup: {
    what: (extension) => `${extension} ne finit pas par Hangup()`,
    why: () => "autofallthrough=no : après la dernière étape, Asterisk attend des touches",
    mend: (extension) => `exten => ${extension},n,Hangup()`,
  },
  unanswered: {
    what: (step) => `${step} vient avant que rien n’ait décroché`,
    why: () =>
      "l’application ne décroche pas : l’appelant peut ne rien entendre, car certains téléphones ne jouent aucun son avant le 200 OK",
    mend: () => "Answer() à l’étape d’avant",
  },
  weakSecret: {
    what: (account) => `le secret de ${account} se devine`,
    why: (_, count) =>
      `un seul message capturé avec son empreinte suffit pour essayer en un instant les ${count} possibles, et prendre la place du téléphone`,
    mend: () => "un secret long et aléatoire, de lettres et de chiffres",
  },
  noSecret: {
    what: (account) => `${account} n’a pas de secret`,
    why: () => "quiconque connaît son nom s’enregistre et appelle comme ce compte",
    mend: () => "secret=, long et aléatoire",
  },
  catchAll: {
    what: (extension) => `${extension} correspond à tout ce qui est composé`,
    why: () => "même les extensions spéciales h, i et t sont prises",
    mend: () => "_X. pour les numéros de deux chiffres et plus, _X! dès un chiffre",
  },
  neverReached: {
    what: (step, before) => `${step} vient après ${before}, qui ne revient pas`,
    why: () => "l’étape n’est jamais exécutée",
    mend: () => "la retirer",
  },
  unusedContext: {
    what: (context) => `aucun compte, include ou saut ne mène à [${context}]`,
    why: () => "aucune de ses extensions ne peut être composée",
    mend: (context) => `include => ${context} là où ses numéros sont voulus`,
  },
  endlessMenu: {
    what: (step) => `${step} revient au début du menu, autant de fois qu’il faut`,
    why: () => "un appelant qui n’appuie sur rien reste à jamais, et garde une ligne du serveur",
    mend: () => "compter les tours avec Set et GotoIf, et Hangup() après le troisième",
  },
  answersLate: {
    what: (step) => `rien ne décroche avant ${step}`,
    why: () =>
      "elle décroche d’elle-même, et le premier instant du son se perd pendant que les téléphones se connectent",
    mend: () => "Answer() et Wait(0.5) avant elle",
  },
};
