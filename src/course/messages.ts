import { language } from "../language.js";
import type { Expected } from "./answers/expected.js";
import type { Need, Stage } from "./exercise.js";

const en = {
  right: "Right.",
  wrong: "Not that.",
  hint: (text: string) => `Hint: ${text}`,
  lesson: "Lesson",
  solved: "Solved",
  tries: "Tries",
  open: "Still open",
  progress: "your progress",
  onCapture: "Solved on",
  allSolved: "all solved",
  stages: {
    predict: "guess before you run",
    run: "run and read",
    investigate: "look closely",
    modify: "change a cell",
    make: "write a cell",
  } satisfies Record<Stage, string>,
  exercise: (id: string, stage: string) => `Exercise ${id} · ${stage}`,
  answerWith: (id: string, form: string) => `Answer with check("${id}", …): ${form}.`,
  forms: {
    number: "a number",
    ssrc: "an SSRC, such as 0x1234ABCD",
    text: "a word, in quotes",
    frame: "a frame’s number, or the frame itself",
    list: 'a list, in any order, such as ["a", "b"] or "a, b"',
  } satisfies Record<Expected["kind"], string>,
  inUnit: (form: string, unit: string) => `${form} (${unit === "byte" ? "bytes" : unit})`,
  extra: (names: string) => `Not among them: ${names}.`,
  missing: (count: number, names: string) =>
    names === "" ? `Still missing: ${count}.` : `Still missing: ${names}.`,
  unreadable: (form: string) => `This cannot be read as an answer; expected: ${form}.`,
  noCapture: "no capture is open: run the cell with openCapture first",
  lacking: (capture: string, need: string) =>
    `${capture} cannot answer this: it holds ${need}. Open another capture, or go on to the next exercise.`,
  lacks: (capture: string | undefined, need: string) =>
    `${capture ?? "The capture"} has nothing to show here: it holds ${need}.`,
  needs: {
    frames: "no frames of that kind",
    server: "no SIP server",
    registration: "no registration",
    accounts: "no phone that says its account",
    challenge: "no challenge",
    secret: "no digest that one of the 10,000 four-digit secrets gives",
    call: "no call",
    answer: "no call whose session was agreed",
    voice: "no voice in both directions of a call",
    ringing: "no first call that rings (180 or 183), or none that is answered then",
    end: "no first call that ends",
    hangup: "no first call that a BYE or CANCEL ends",
  } satisfies Record<Need, string>,
  noSuch: (id: string, known: string) => `there is no exercise "${id}"; there are ${known}`,
};

const fr: typeof en = {
  right: "Exact.",
  wrong: "Ce n’est pas cela.",
  hint: (text) => `Indice : ${text}`,
  lesson: "Leçon",
  solved: "Réussis",
  tries: "Essais",
  open: "À faire",
  progress: "vos progrès",
  onCapture: "Réussis sur",
  allSolved: "tout est réussi",
  stages: {
    predict: "parier avant d’exécuter",
    run: "exécuter et lire",
    investigate: "regarder de près",
    modify: "modifier une cellule",
    make: "écrire une cellule",
  },
  exercise: (id, stage) => `Exercice ${id} · ${stage}`,
  answerWith: (id, form) => `Répondez par check("${id}", …) : ${form}.`,
  forms: {
    number: "un nombre",
    ssrc: "un SSRC, comme 0x1234ABCD",
    text: "un mot, entre guillemets",
    frame: "le numéro d’une trame, ou la trame elle-même",
    list: 'une liste, dans n’importe quel ordre, comme ["a", "b"] ou "a, b"',
  },
  inUnit: (form, unit) => `${form} (${unit === "byte" ? "octets" : unit})`,
  extra: (names) => `De trop : ${names}.`,
  missing: (count, names) => (names === "" ? `Il en manque ${count}.` : `Il manque : ${names}.`),
  unreadable: (form) => `Impossible de lire là une réponse ; attendu : ${form}.`,
  noCapture: "aucune capture n’est ouverte : exécutez d’abord la cellule avec openCapture",
  lacking: (capture, need) =>
    `${capture} ne permet pas d’y répondre : ${need}. Ouvrez une autre capture, ou passez à l’exercice suivant.`,
  lacks: (capture, need) => `${capture ?? "La capture"} n’a rien à montrer ici : ${need}.`,
  needs: {
    frames: "aucune trame de ce genre",
    server: "aucun serveur SIP",
    registration: "aucun enregistrement",
    accounts: "aucun téléphone qui dise son compte",
    challenge: "aucun défi",
    secret: "aucune empreinte que donne un des 10 000 mots de passe à quatre chiffres",
    call: "aucun appel",
    answer: "aucun appel dont la session ait été convenue",
    voice: "pas de voix dans les deux sens d’un appel",
    ringing: "pas de premier appel qui sonne (180 ou 183), ou qu’on décroche ensuite",
    end: "pas de premier appel qui finisse",
    hangup: "pas de premier appel qu’un BYE ou un CANCEL finisse",
  },
  noSuch: (id, known) => `il n’y a pas d’exercice « ${id} » ; il y a ${known}`,
};

/** Words around exercises, in the language set. */
export const words = () => (language() === "fr" ? fr : en);
