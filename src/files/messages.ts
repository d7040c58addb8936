import { language } from "../language.js";

const catalogue = {
  en: {
    cannotOpen: (path: string, code: string) =>
      code === "ENOENT"
        ? `${path}: no such file; check the path, seen from the current folder`
        : `${path}: cannot be read (${code})`,
    directory: (path: string) => `${path}: is a directory, expected a capture file (pcapng or pcap)`,
    noText: (path: string) => `${path}: is a directory, expected a text file`,
    cannotWrite: (path: string, code: string) => `${path}: cannot be written (${code})`,
  },
  fr: {
    cannotOpen: (path: string, code: string) =>
      code === "ENOENT"
        ? `${path} : ce fichier n’existe pas ; vérifiez le chemin, vu du dossier courant`
        : `${path} : lecture impossible (${code})`,
    directory: (path: string) => `${path} : c’est un dossier, une capture (pcapng ou pcap) était attendue`,
    noText: (path: string) => `${path} : c’est un dossier, un fichier de texte était attendu`,
    cannotWrite: (path: string, code: string) => `${path} : écriture impossible (${code})`,
  },
};

export const messages = () => catalogue[language()];
