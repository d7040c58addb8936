import { language } from "../../language.js";

/** What can be wrong in a message. */
export type DefectKind =
  | "malformed"
  | "missing"
  | "repeated"
  | "range"
  | "method"
  | "content-length"
  | "trailing"
  | "unterminated";

interface Facts {
  kind: DefectKind;
  header: string;
  found: string;
  expected: string;
}

const LONGEST = 60;

const catalogue: Record<"en" | "fr", Record<DefectKind, (facts: Facts) => string>> = {
  en: {
    malformed: ({ header, found }) => `${header} cannot be read as the grammar has it: ${found}`,
    missing: ({ header }) => `${header} is missing, and every message of this kind must have it`,
    repeated: ({ header, found }) => `${header} stands more than once, and may only once: ${found}`,
    range: ({ header, found, expected }) =>
      `${header} is ${found}, outside what is allowed (up to ${expected})`,
    method: ({ found, expected }) => `CSeq names the method ${found}, the request line ${expected}`,
    "content-length": ({ found, expected }) =>
      `Content-Length says ${found} bytes, ${expected} are there: the body is cut short or the length is wrong`,
    trailing: ({ found }) => `${found} bytes follow the body and were left out`,
    unterminated: () => "no empty line ends the headers: the message is cut short",
  },
  fr: {
    malformed: ({ header, found }) => `${header} ne se lit pas selon la grammaire : ${found}`,
    missing: ({ header }) => `${header} manque, alors que tout message de ce genre doit le porter`,
    repeated: ({ header, found }) => `${header} figure plus d’une fois, alors qu’il ne le peut : ${found}`,
    range: ({ header, found, expected }) =>
      `${header} vaut ${found}, hors de ce qui est permis (au plus ${expected})`,
    method: ({ found, expected }) => `CSeq nomme la méthode ${found}, la première ligne ${expected}`,
    "content-length": ({ found, expected }) =>
      `Content-Length annonce ${found} octets, il y en a ${expected} : corps tronqué ou longueur fausse`,
    trailing: ({ found }) => `${found} octets suivent le corps et ont été laissés de côté`,
    unterminated: () => "aucune ligne vide ne termine les en-têtes : le message est tronqué",
  },
};

/** One sentence, in the reader's language, on a defect. */
export function defectText({ kind, header, found, expected }: Facts): string {
  const short = found.length > LONGEST ? `${found.slice(0, LONGEST)}…` : found;
  return catalogue[language()][kind]({ kind, header, found: short, expected });
}
