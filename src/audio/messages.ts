import { type Language, language } from "../language.js";
import { type NoteKind, RATE, type SoundNote } from "./sound.js";

type Sentences = Record<NoteKind, (count: string, plural: boolean) => string>;

const SENTENCES: Record<Language, Sentences> = {
  en: {
    restarts: (n, s) =>
      `timestamps started anew ${n} time${s ? "s" : ""}; what follows is placed by its arrival`,
    "not-decoded": (n, s) => `${n} packet${s ? "s are" : " is"} not G.711 and left silent`,
    overlapping: (n, s) => `${n} packet${s ? "s" : ""} came twice or overlap; the first to arrive is heard`,
    dropped: (n, s) =>
      `${n} packet${s ? "s" : ""} came outside the jitter buffer and ${s ? "are" : "is"} not heard`,
    "silence-cut": (n) => `timestamps ask for ${n} s more silence than the capture lasted; it is left out`,
  },
  fr: {
    restarts: (n) => `les horodatages repartent ${n} fois ; la suite est placée selon son arrivée`,
    "not-decoded": (n, s) =>
      `${n} paquet${s ? "s ne sont" : " n’est"} pas en G.711 : silence à ${s ? "leur" : "sa"} place`,
    overlapping: (n, s) =>
      `${n} paquet${s ? "s" : ""} en double ou qui se chevauchent ; le premier arrivé est entendu`,
    dropped: (n, s) => `${n} paquet${s ? "s" : ""} hors du tampon de gigue, non entendu${s ? "s" : ""}`,
    "silence-cut": (n) =>
      `les horodatages demandent ${n} s de silence de plus que la capture n’a duré ; il est omis`,
  },
};

const TOO_LONG: Record<Language, (gibibytes: string) => string> = {
  en: (size) => `${size} GiB of sound do not fit into a WAV file, which holds 4: take a part of it`,
  fr: (size) =>
    `${size} Gio de son ne tiennent pas dans un fichier WAV, limité à 4 : n’en prendre qu’une partie`,
};

/** Why a sound cannot become a WAV file. */
export function tooLongText(bytes: number): string {
  return TOO_LONG[language()]((bytes / 2 ** 30).toFixed(1));
}

/** What a note says, in the reader's language. */
export function noteText({ kind, count }: SoundNote): string {
  const shown = kind === "silence-cut" ? (count / RATE).toFixed(1) : String(count);
  return SENTENCES[language()][kind](shown, count > 1);
}
