import { language } from "../language.js";

const sentences = {
  en: {
    inputNotAllowed: "this client cannot answer input(): run the cell where somebody can type",
    interrupted: "the cell was interrupted",
    exit: (code: number) => `process.exit(${code}) does not end the kernel: restart it from the menu`,
    crashed: (how: string) =>
      `the process that runs the cells ended (${how}): all variables are lost, run the cells anew`,
    memoryFull: (how: string) => `its memory was full, ${how}`,
    thrown: "thrown",
    unprintable: "what was thrown cannot be shown: its own properties throw",
    unknown: (name: string) => `nothing is called ${name}: run the cell that declares it first`,
    moreErrors: (count: number) => `… and ${count} more`,
  },
  fr: {
    inputNotAllowed:
      "ce client ne peut pas répondre à input() : exécuter la cellule là où quelqu’un peut écrire",
    interrupted: "la cellule a été interrompue",
    exit: (code: number) => `process.exit(${code}) ne termine pas le noyau : le redémarrer par le menu`,
    crashed: (how: string) =>
      `le processus qui exécute les cellules s’est arrêté (${how}) : les variables sont perdues, tout réexécuter`,
    memoryFull: (how: string) => `sa mémoire était pleine, ${how}`,
    thrown: "levé",
    unprintable: "ce qui a été levé ne peut pas être montré : ses propres propriétés lèvent une erreur",
    unknown: (name: string) => `rien ne s’appelle ${name} : exécuter d’abord la cellule qui le déclare`,
    moreErrors: (count: number) => `… et ${count} de plus`,
  },
};

type Sentences = (typeof sentences)["en"];

/** A sentence of the kernel's, in the language of the moment. */
export function message<Key extends keyof Sentences>(
  key: Key,
  ...values: Sentences[Key] extends (...values: infer Values) => string ? Values : []
): string {
  const sentence: unknown = sentences[language()][key];
  return typeof sentence === "function" ? sentence(...values) : String(sentence);
}
