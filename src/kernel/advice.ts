import { type Language, language } from "../language.js";

/** What to do about the compiler's most frequent complaints, by the number of its message. */
const advice: Record<number, Record<Language, string>> = {
  1002: {
    en: "the text is not closed: end it with the quote that it began with",
    fr: "le texte n’est pas fermé : le terminer par le guillemet qui l’ouvre",
  },
  1005: {
    en: "a character is missing just before the caret: often a bracket or a comma of the line above",
    fr: "il manque un caractère juste avant le repère : souvent une parenthèse ou une virgule à la ligne du dessus",
  },
  1109: {
    en: "a value is expected here: look for a sign too many, or for a forgotten operand",
    fr: "une valeur est attendue ici : chercher un signe en trop ou un opérande oublié",
  },
  1128: {
    en: "a closing bracket too many, or an opening one too few: count them from the top of the cell",
    fr: "une accolade fermante de trop, ou une ouvrante de moins : les compter depuis le haut de la cellule",
  },
  1160: {
    en: "the template is not closed: end it with a backtick `",
    fr: "le gabarit n’est pas fermé : le terminer par un accent grave `",
  },
  1308: {
    en: "write `async` before the function that holds this `await`",
    fr: "écrire `async` devant la fonction qui contient cet `await`",
  },
  1434: {
    en: "two words stand side by side: an operator, a dot or quotes are missing between or around them",
    fr: "deux mots se suivent : il manque un opérateur, un point ou des guillemets entre eux ou autour",
  },
  2304: {
    en: "nothing is called this: run the cell that declares it first, check its capitals, or put text in quotes",
    fr: "rien ne porte ce nom : exécuter d’abord la cellule qui le déclare, vérifier les majuscules, ou mettre un texte entre guillemets",
  },
  2307: {
    en: 'no such module: check its spelling, install it with npm beside the notebook, or begin a file\'s path with "./"',
    fr: "ce module est introuvable : vérifier son nom, l’installer avec npm à côté du notebook, ou commencer le chemin d’un fichier par « ./ »",
  },
  2322: {
    en: "the value is of another type than its place: convert it, or change the type that is written",
    fr: "la valeur n’est pas du type attendu à cette place : la convertir, ou changer le type écrit",
  },
  2339: {
    en: "this has no such property: type a dot after the name and press Tab to see those it has",
    fr: "cette propriété n’existe pas : taper un point après le nom, puis Tab, pour voir celles qui existent",
  },
  2345: {
    en: "the function expects another type here: press Shift-Tab in its brackets to see what it takes",
    fr: "la fonction attend ici un autre type : Maj-Tab entre ses parenthèses montre ce qu’elle prend",
  },
  2349: {
    en: "this is a value, not a function: leave out the brackets after it",
    fr: "c’est une valeur, pas une fonction : retirer les parenthèses qui la suivent",
  },
  2362: {
    en: "arithmetic needs numbers: turn text into one with Number(…)",
    fr: "un calcul demande des nombres : convertir un texte avec Number(…)",
  },
  2365: {
    en: "this operator does not join these two types: convert one of the sides",
    fr: "cet opérateur ne relie pas ces deux types : convertir l’un des côtés",
  },
  2367: {
    en: "the two sides can never be equal: compare values of the same type",
    fr: "les deux côtés ne peuvent pas être égaux : comparer des valeurs du même type",
  },
  2448: {
    en: "the name is used above its declaration: move the declaration up",
    fr: "le nom est utilisé au-dessus de sa déclaration : remonter la déclaration",
  },
  2451: {
    en: "the name is declared twice in this cell: rename one of them, or drop the second const or let",
    fr: "le nom est déclaré deux fois dans cette cellule : renommer l’un des deux, ou retirer le second const ou let",
  },
  2454: {
    en: "the variable may still be empty here: give it a value where it is declared",
    fr: "la variable peut être encore vide ici : lui donner une valeur dès sa déclaration",
  },
  2532: {
    en: "this may be missing: write ?. instead of the dot, or test it first with if (…)",
    fr: "ceci peut manquer : écrire ?. au lieu du point, ou le tester d’abord avec if (…)",
  },
  2551: {
    en: "this has no such property: the name that the message suggests is probably the one meant",
    fr: "cette propriété n’existe pas : le nom que propose le message est sans doute le bon",
  },
  2552: {
    en: "nothing is called this: the name that the message suggests is probably the one meant",
    fr: "rien ne porte ce nom : celui que propose le message est sans doute le bon",
  },
  2554: {
    en: "too many or too few arguments: press Shift-Tab in the brackets to see what the function takes",
    fr: "trop ou trop peu d’arguments : Maj-Tab entre les parenthèses montre ce que prend la fonction",
  },
  2588: {
    en: "a const keeps its value: declare it with let to change it",
    fr: "une const garde sa valeur : la déclarer avec let pour la changer",
  },
  2741: {
    en: "a property is missing from the object: add the one that the message names",
    fr: "il manque une propriété à l’objet : ajouter celle que nomme le message",
  },
  2769: {
    en: "no form of this function takes these arguments: press Shift-Tab in the brackets to see its forms",
    fr: "aucune forme de cette fonction ne prend ces arguments : Maj-Tab entre les parenthèses montre ses formes",
  },
  7006: {
    en: "say what the parameter is: (frame: Frame) => …, or (x: number) => …",
    fr: "dire ce qu’est le paramètre : (frame: Frame) => …, ou (x: number) => …",
  },
  18046: {
    en: "the value may be anything: find out what it is first, with typeof or instanceof",
    fr: "la valeur peut être n’importe quoi : vérifier d’abord ce qu’elle est, avec typeof ou instanceof",
  },
};

/** Messages that say the same thing with other words. */
const same: Record<number, number> = {
  1435: 2552,
  2363: 2362, // the right side of arithmetic
  2531: 2532,
  2533: 2532,
  2555: 2554,
  2739: 2741,
  2740: 2741,
  2792: 2307,
  18047: 2532,
  18048: 2532,
  18049: 2532,
};

/** One plain sentence on what to do about a message of the compiler's; undefined for a rare one. */
export function adviceOn(code: number): string | undefined {
  return advice[same[code] ?? code]?.[language()];
}
