import type { english } from "./messages.en.js";

const rows = {
  "--format F": "table, tsv ou json (par défaut : table sur un terminal, tsv sinon)",
  "--help": "ce texte",
};
const heuristic = { "--heuristic": "prend aussi le RTP qu’aucune signalisation n’a annoncé" };

const reading = (name: string, summary: string, text: string, options: Record<string, string> = {}) => ({
  usage: `${name} FICHIER`,
  summary,
  text: `${text}\nFICHIER est une capture pcapng ou pcap, éventuellement compressée (gzip) ; - est l’entrée standard.`,
  options: { ...options, ...rows } as Record<string, string>,
});

/** The command line in French. */
export const french: typeof english = {
  badFormat: (value) => `--format ${value} : table, tsv ou json attendu`,
  noOption: (option) => `pas d’option ${option}`,
  valueMissing: (option) => `${option} : il manque sa valeur`,
  valueGiven: (option) => `${option} : ne prend pas de valeur`,
  noFile: () => "aucun fichier de capture donné, un attendu (ou - pour l’entrée standard)",
  moreFiles: (count) => `${count} fichiers donnés, un seul attendu`,
  fileAndNumber: (count) =>
    `${count} argument${count > 1 ? "s" : ""} au lieu de deux : un fichier de capture et un numéro de trame`,
  badNumber: (value) => `${value} : numéro de trame attendu, à partir de 1`,
  noOut: () => "il manque --out DIR : le dossier où écrire",
  badMode: (value) => `--mode ${value} : rtp, jitter-buffer ou uninterrupted attendu`,
  badAction: (value) => `kernel${value && ` ${value}`} : install ou spec attendu`,
  badPort: (value) => `--port ${value} : un nombre de 1 à 65535 est attendu`,
  noNotebook: () => "aucun notebook donné, un ou plusieurs fichiers .ipynb attendus",
  noPrefix: () => "--sys-prefix : aucun environnement Python actif ; nommez-le avec --prefix",
  seeHelp: (text, name) => `${text} (voir voiplab ${name} --help)`,
  noCommand: (name, known) => `pas de commande ${name}, attendu l’une de : ${known.join(", ")}`,
  ofReassembled: () => " des octets réassemblés",
  commandMissing: () => "aucune commande donnée",
  warning: (text, more) => `avertissement : ${text}${more > 0 ? " (le premier de plusieurs)" : ""}`,
  system: (text) => `refusé par le système : ${text}`,
  internal: (error) => `imprévu : ${error instanceof Error ? error.message : error} ; merci de le signaler`,
  help: {
    usage: "usage",
    hint: "voiplab COMMANDE --help en dit plus.",
    commands: {
      frames: reading(
        "frames",
        "la liste des trames",
        "Affiche la liste des trames, une ligne par trame, comme Wireshark.",
      ),
      sip: reading(
        "sip",
        "les messages SIP",
        "Affiche une ligne par message SIP : méthode ou code, Call-ID, CSeq, From, To.",
      ),
      calls: reading(
        "calls",
        "les appels",
        "Affiche les appels comme Téléphonie > Appels VoIP de Wireshark.",
      ),
      streams: reading(
        "streams",
        "les flux RTP : pertes, delta, gigue",
        "Affiche les flux RTP comme Téléphonie > RTP > Flux RTP de Wireshark.",
        heuristic,
      ),
      registrations: reading(
        "registrations",
        "qui s’est enregistré, et avec quel résultat",
        "Affiche une ligne par tentative d’enregistrement. Résultats : registered (enregistré), unregistered\n" +
          "(désenregistré), queried (consulté), refused (refusé), challenged (identifiants demandés, jamais venus),\n" +
          "unanswered (sans réponse).",
      ),
      audio: {
        ...reading(
          "audio",
          "les voix, en fichiers WAV",
          "Écrit un WAV mono par flux et un WAV stéréo par appel (appelant à gauche, appelé à droite).",
          {
            "--out DIR": "où écrire (créé s’il n’existe pas)",
            "--mode M": "rtp (placé selon l’horodatage RTP, par défaut), jitter-buffer ou uninterrupted",
            ...heuristic,
          },
        ),
        usage: "audio FICHIER --out DIR",
      },
      frame: {
        ...reading(
          "frame",
          "une trame, champ par champ",
          "Affiche le détail d’une trame avec la place des octets, et les octets.",
        ),
        usage: "frame FICHIER NUMÉRO",
        options: {
          "--format F": "table (le détail et les octets, par défaut), ou une ligne par champ : tsv, json",
          "--help": "ce texte",
        },
      },
      export: {
        usage: "export NOTEBOOK… --out DIR",
        summary: "exécute des notebooks et en fait des pages",
        text: "Exécute les notebooks dans le noyau et écrit pour chacun une page HTML autonome.",
        options: {
          "--out DIR": "où écrire (créé s’il n’existe pas)",
          "--no-run": "prend les sorties enregistrées dans les notebooks",
          "--kernel NOM": "le noyau dans lequel les exécuter (par défaut : voiplab)",
          "--help": "ce texte",
        },
      },
      lab: {
        usage: "lab [DIR]",
        summary: "JupyterLab sur les notebooks",
        text: "Lance JupyterLab sur DIR (par défaut : les leçons) avec le noyau trouvé ; n’écrit rien hors du projet.",
        options: {
          "--port N": "le port d’écoute",
          "--no-browser": "n’ouvre pas de navigateur",
          "--help": "ce texte",
        },
      },
      kernel: {
        usage: "kernel install|spec",
        summary: "enregistre le noyau Jupyter, ou affiche sa description",
        text: "install enregistre le noyau voiplab auprès de Jupyter ; spec affiche sa description (kernelspec).",
        options: {
          "--user": "pour l’utilisateur courant (par défaut)",
          "--sys-prefix": "dans l’environnement Python actif",
          "--prefix P": "sous P/share/jupyter",
          "--help": "ce texte",
        },
      },
    },
  },
};
