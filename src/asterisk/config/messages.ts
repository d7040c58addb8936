import { language } from "../../language.js";
import type { ProblemKind } from "./problem.js";

type Sentences = Record<ProblemKind, (found: string) => string>;

const en = {
  at: (file: string, line: number) => `${file}, line ${line}: `,
  refused: " (Asterisk refuses the whole file for this)",
  problems: {
    tooLong: (found) =>
      `a line beginning ${found} is too long, expected 8190 characters at most; it is left out`,
    strayEnd: () =>
      "--; closes no comment, expected ;-- before it; Asterisk takes all that follows for a comment",
    openComment: () =>
      "a comment ;-- is not closed, expected --; before the end; all that follows is left out",
    noBracket: (found) => `${found} has no closing bracket, expected [section]`,
    noParenthesis: (found) => `${found} has no closing parenthesis, expected [section](template)`,
    noBase: (found) => `the template ${found} is not defined, expected [${found}](!) further up`,
    noAddition: (found) =>
      `[${found}](+) adds to a section that is not there, expected [${found}] further up`,
    noSection: (found) => `${found} stands before any section, expected [section] first`,
    noEquals: (found) => `${found} has no =, expected name = value; it is left out`,
    noName: (found) => `${found} has no name before =, expected name = value; it is left out`,
    noEscape: () => "a lone backslash, expected a character after it",
    unknownDirective: (found) =>
      `${found} is no directive, expected #include, #tryinclude or #exec; it is left out`,
    noArgument: (found) => `${found} names no file, expected #include "file"; it is left out`,
    notFollowed: (found) => `#include ${found} was not followed: give its text with the include option`,
    notExecuted: (found) => `#exec ${found} was not run: no program is started here`,
    missingFile: (found) => `#include ${found}: there is no such file`,
    deepInclude: (found) => `#include ${found} was not followed: files include one another too deep`,
    tooMuch: (found) =>
      `${found} was left out: templates copied into one another grew past what a file can hold`,
    nothingBefore: (found) =>
      `${found} follows no extension, expected exten => before same =>; it is left out`,
    firstNext: (found) => `${found} cannot be the first priority of a context, expected 1; it is left out`,
    badPriority: (found) =>
      `the priority ${found} is neither a number from 1 nor n nor a label; the line is left out`,
    missingPriority: (found) =>
      `${found} has no priority, expected extension,priority,application; the line is left out`,
    openLabel: (found) => `the label in ${found} is not closed, expected n(label); the line is left out`,
    openArguments: (found) => `${found} has no closing parenthesis, expected application(arguments)`,
    noExtension: (found) =>
      `${found} names no extension, expected extension,priority,application; it is left out`,
    duplicate: (found) => `${found} is there already; this second one is left out`,
    duplicateLabel: (found) =>
      `the label ${found} is there already; this second one is left out, its step stays`,
    unknownSetting: (found) =>
      `${found} is unknown in a context, expected exten, same, include, switch or ignorepat; it is left out`,
    noType: (found) => `[${found}] has no type, expected type=friend or the like; the section is left out`,
    noObject: (found) => `there is no ${found}, which this endpoint names`,
  } satisfies Sentences as Sentences,
};

const fr: typeof en = {
  at: (file, line) => `${file}, ligne ${line} : `,
  refused: " (Asterisk refuse tout le fichier pour cela)",
  problems: {
    tooLong: (found) =>
      `une ligne commençant par ${found} est trop longue, 8190 caractères au plus attendus ; elle est ignorée`,
    strayEnd: () =>
      "--; ne ferme aucun commentaire, ;-- attendu avant ; Asterisk prend toute la suite pour un commentaire",
    openComment: () =>
      "un commentaire ;-- n’est pas fermé, --; attendu avant la fin ; toute la suite est ignorée",
    noBracket: (found) => `${found} n’a pas de crochet fermant, [section] attendu`,
    noParenthesis: (found) => `${found} n’a pas de parenthèse fermante, [section](modèle) attendu`,
    noBase: (found) => `le modèle ${found} n’est pas défini, [${found}](!) attendu plus haut`,
    noAddition: (found) => `[${found}](+) complète une section absente, [${found}] attendu plus haut`,
    noSection: (found) => `${found} précède toute section, [section] attendu d’abord`,
    noEquals: (found) => `${found} n’a pas de =, nom = valeur attendu ; la ligne est ignorée`,
    noName: (found) => `${found} n’a pas de nom avant =, nom = valeur attendu ; la ligne est ignorée`,
    noEscape: () => "une barre oblique inverse seule, un caractère attendu après elle",
    unknownDirective: (found) =>
      `${found} n’est pas une directive, #include, #tryinclude ou #exec attendu ; la ligne est ignorée`,
    noArgument: (found) =>
      `${found} ne nomme pas de fichier, #include "fichier" attendu ; la ligne est ignorée`,
    notFollowed: (found) => `#include ${found} n’a pas été suivi : donner son texte avec l’option include`,
    notExecuted: (found) => `#exec ${found} n’a pas été lancé : aucun programme n’est démarré ici`,
    missingFile: (found) => `#include ${found} : ce fichier n’existe pas`,
    deepInclude: (found) =>
      `#include ${found} n’a pas été suivi : les fichiers s’incluent l’un l’autre trop profondément`,
    tooMuch: (found) =>
      `${found} est ignoré : les modèles copiés l’un dans l’autre dépassent ce qu’un fichier peut contenir`,
    nothingBefore: (found) =>
      `${found} ne suit aucune extension, exten => attendu avant same => ; la ligne est ignorée`,
    firstNext: (found) =>
      `${found} ne peut pas être la première priorité d’un contexte, 1 attendu ; la ligne est ignorée`,
    badPriority: (found) =>
      `la priorité ${found} n’est ni un nombre à partir de 1, ni n, ni une étiquette ; la ligne est ignorée`,
    missingPriority: (found) =>
      `${found} n’a pas de priorité, extension,priorité,application attendu ; la ligne est ignorée`,
    openLabel: (found) =>
      `l’étiquette dans ${found} n’est pas fermée, n(étiquette) attendu ; la ligne est ignorée`,
    openArguments: (found) => `${found} n’a pas de parenthèse fermante, application(arguments) attendu`,
    noExtension: (found) =>
      `${found} ne nomme pas d’extension, extension,priorité,application attendu ; la ligne est ignorée`,
    duplicate: (found) => `${found} existe déjà ; cette seconde ligne est ignorée`,
    duplicateLabel: (found) => `l’étiquette ${found} existe déjà ; la seconde est ignorée, son étape reste`,
    unknownSetting: (found) =>
      `${found} est inconnu dans un contexte, exten, same, include, switch ou ignorepat attendu ; la ligne est ignorée`,
    noType: (found) =>
      `[${found}] n’a pas de type, type=friend ou semblable attendu ; la section est ignorée`,
    noObject: (found) => `il n’y a pas de ${found}, que cet endpoint nomme`,
  },
};

/** The sentences of the readers, in the language of now. */
export const messages = (): typeof en => (language() === "fr" ? fr : en);
