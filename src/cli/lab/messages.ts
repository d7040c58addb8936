import { language } from "../../language.js";

const catalogue = {
  en: {
    noFolder: (path: string) => `${path}: no such folder; expected one that holds notebooks`,
    portTaken: (port: number) => `port ${port} is taken; choose another one with --port`,
    making: (folder: string) => `no JupyterLab 4 found: installing one into ${folder} (once, about a minute)`,
    noPython: (least: string) => `no Python ${least} or newer found, which JupyterLab needs`,
    noVenv: "Python could not make a virtual environment (on Debian it needs the package python3-venv)",
    noPip: "pip could not install JupyterLab; its last lines above say why",
    instead: "showing the lessons as pages instead: everything plays, nothing can be run",
    starting: "starting JupyterLab …",
    notStarted: "JupyterLab did not start; its last lines above say why",
    running: "JupyterLab is running; Ctrl-C here ends it:",
    serving: "the pages are ready; Ctrl-C here ends this:",
    stopping: "ending JupyterLab …",
    noPages: "no page could be made; the lines above say why",
    index: "Lessons",
  },
  fr: {
    noFolder: (path: string) => `${path} : ce dossier n’existe pas ; un dossier de notebooks était attendu`,
    portTaken: (port: number) => `le port ${port} est pris ; choisissez-en un autre avec --port`,
    making: (folder: string) =>
      `pas de JupyterLab 4 trouvé : installation dans ${folder} (une seule fois, environ une minute)`,
    noPython: (least: string) => `pas de Python ${least} ou plus récent, dont JupyterLab a besoin`,
    noVenv:
      "Python n’a pas pu faire d’environnement virtuel (sous Debian il lui faut le paquet python3-venv)",
    noPip: "pip n’a pas pu installer JupyterLab ; ses dernières lignes ci-dessus disent pourquoi",
    instead: "voici les leçons en pages : tout se lit et s’écoute, rien ne s’exécute",
    starting: "démarrage de JupyterLab …",
    notStarted: "JupyterLab n’a pas démarré ; ses dernières lignes ci-dessus disent pourquoi",
    running: "JupyterLab tourne ; Ctrl-C ici l’arrête :",
    serving: "les pages sont prêtes ; Ctrl-C ici arrête tout :",
    stopping: "arrêt de JupyterLab …",
    noPages: "aucune page n’a pu être faite ; les lignes ci-dessus disent pourquoi",
    index: "Leçons",
  },
};

export const messages = () => catalogue[language()];

/** A line on standard error, where the other programs of a start speak too. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
