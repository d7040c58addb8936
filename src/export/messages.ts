import { language } from "../language.js";

const catalogue = {
  en: {
    noNotebook: "no notebook given; expected the paths of .ipynb files",
    cannotOpen: (path: string, code: string) =>
      code === "ENOENT"
        ? `${path}: no such file; check the path, seen from the current folder`
        : `${path}: cannot be read (${code})`,
    cannotWrite: (path: string, code: string) => `${path}: cannot be written (${code})`,
    notJson: (path: string, reason: string) => `${path}: is not JSON, so no notebook (${reason})`,
    notNotebook: (path: string) =>
      `${path}: is no notebook: expected JSON with "nbformat" and a list of "cells"`,
    badCell: (path: string, cell: number) =>
      `${path}: cell ${cell} has no "cell_type" and "source"; the notebook is damaged`,
    oldFormat: (path: string, format: unknown) =>
      `${path}: is in notebook format ${format}, expected format 4; open it in JupyterLab and save it to convert it`,
    samePage: (one: string, other: string, page: string) =>
      `${one} and ${other} would both become ${page}; export them one after the other`,
    noKernel: (name: string) =>
      `no kernel is called "${name}"; "jupyter kernelspec list" shows the installed ones`,
    badKernelspec: (file: string) => `${file}: says no "argv", so the kernel cannot be started`,
    notBuilt: (file: string) => `${file} is missing; build voiplab first: npm run build`,
    notStarted: (notebook: string, how: string) =>
      `${notebook}: the kernel did not start${how && ` (${how})`}`,
    kernelDied: (notebook: string, cell: number, how: string) =>
      `${notebook}: the kernel ended while cell ${cell} ran (${how})`,
    inputAsked: (notebook: string, cell: number, prompt: string) =>
      `${notebook}: cell ${cell} asks for input ("${prompt}"), which an export cannot give`,
    cellFailed: (notebook: string, cell: number, error: string, line: string) =>
      `${notebook}: cell ${cell} failed: ${error}${line && ` (${line})`}`,
    line: (number: string, code: string) => `line ${number}: ${code}`,
    running: (notebook: string) => `${notebook} …`,
    done: (notebook: string, cells: number, seconds: string, page: string) =>
      `${notebook} … ${cells} cells, ${seconds} s → ${page}`,
    stored: (notebook: string, cells: number, page: string) =>
      `${notebook} … ${cells} cells, stored outputs → ${page}`,
    stopped: "stopped",
    seconds: (value: number) => value.toFixed(1),
    page: {
      contents: "Contents",
      previous: "Previous",
      next: "Next",
      lessons: "Lessons",
      languageName: "English",
      source: "Code",
      image: "image",
      chart: "chart",
      noNetwork: (address: string) => `not loaded: ${address}`,
    },
  },
  fr: {
    noNotebook: "aucun notebook donné ; des chemins de fichiers .ipynb étaient attendus",
    cannotOpen: (path: string, code: string) =>
      code === "ENOENT"
        ? `${path} : ce fichier n’existe pas ; vérifiez le chemin, vu du dossier courant`
        : `${path} : lecture impossible (${code})`,
    cannotWrite: (path: string, code: string) => `${path} : écriture impossible (${code})`,
    notJson: (path: string, reason: string) =>
      `${path} : n’est pas du JSON, donc pas un notebook (${reason})`,
    notNotebook: (path: string) =>
      `${path} : n’est pas un notebook : du JSON avec « nbformat » et une liste « cells » était attendu`,
    badCell: (path: string, cell: number) =>
      `${path} : la cellule ${cell} n’a pas de « cell_type » et de « source » ; le notebook est abîmé`,
    oldFormat: (path: string, format: unknown) =>
      `${path} : est au format de notebook ${format}, le format 4 était attendu ; ouvrez-le dans JupyterLab et enregistrez-le pour le convertir`,
    samePage: (one: string, other: string, page: string) =>
      `${one} et ${other} deviendraient tous deux ${page} ; exportez-les l’un après l’autre`,
    noKernel: (name: string) =>
      `aucun noyau ne s’appelle « ${name} » ; « jupyter kernelspec list » montre ceux qui sont installés`,
    badKernelspec: (file: string) => `${file} : ne donne pas « argv », le noyau ne peut donc pas être lancé`,
    notBuilt: (file: string) => `${file} manque ; construisez d’abord voiplab : npm run build`,
    notStarted: (notebook: string, how: string) =>
      `${notebook} : le noyau n’a pas démarré${how && ` (${how})`}`,
    kernelDied: (notebook: string, cell: number, how: string) =>
      `${notebook} : le noyau s’est arrêté pendant la cellule ${cell} (${how})`,
    inputAsked: (notebook: string, cell: number, prompt: string) =>
      `${notebook} : la cellule ${cell} demande une saisie (« ${prompt} »), qu’un export ne peut pas donner`,
    cellFailed: (notebook: string, cell: number, error: string, line: string) =>
      `${notebook} : la cellule ${cell} a échoué : ${error}${line && ` (${line})`}`,
    line: (number: string, code: string) => `ligne ${number} : ${code}`,
    running: (notebook: string) => `${notebook} …`,
    done: (notebook: string, cells: number, seconds: string, page: string) =>
      `${notebook} … ${cells} cellules, ${seconds} s → ${page}`,
    stored: (notebook: string, cells: number, page: string) =>
      `${notebook} … ${cells} cellules, sorties enregistrées → ${page}`,
    stopped: "arrêté",
    seconds: (value: number) => value.toFixed(1).replace(".", ","),
    page: {
      contents: "Sommaire",
      previous: "Précédent",
      next: "Suivant",
      lessons: "Leçons",
      languageName: "Français",
      source: "Code",
      image: "image",
      chart: "graphique",
      noNetwork: (address: string) => `non chargé : ${address}`,
    },
  },
};

/** What the user is told, in their language. */
export const message = () => catalogue[language()];

/** What a page says, in the page's language, whichever the user's is. */
export const pageWords = (pageLanguage: "en" | "fr") => catalogue[pageLanguage].page;
