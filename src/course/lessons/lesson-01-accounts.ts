import { list } from "../answers/expected.js";
import type { Exercise } from "../exercise.js";
import { accountsOf, phonesOf } from "./facts.js";

/** The names that phones sign with. */
export const accounts: Exercise = {
  id: "01-6",
  stage: "investigate",
  needs: "accounts",
  ask: {
    en: "Which accounts do the phones of the capture write in the name of? All of them.",
    fr: "Au nom de quels comptes les téléphones de la capture écrivent-ils ? Donnez-les tous.",
  },
  answer: (capture) => list(accountsOf(capture)),
  wrong: [
    {
      is: (capture) => list(phonesOf(capture)),
      say: {
        en: "These are the phones’ addresses: where they are. An account is the name that they sign with.",
        fr: "Ce sont les adresses des téléphones : où ils sont. Un compte est le nom dont ils signent.",
      },
    },
    {
      is: (capture) => list(capture.hosts.map(({ address }) => address)),
      say: {
        en: "These are the machines; their accounts stand in the column beside.",
        fr: "Ce sont les machines ; leurs comptes sont dans la colonne voisine.",
      },
    },
    {
      is: (capture) => list([...accountsOf(capture), "asterisk"]),
      say: {
        en: "asterisk is the server, or its realm; it signs for nobody.",
        fr: "asterisk est le serveur, ou son domaine (realm) ; il ne signe pour personne.",
      },
    },
    {
      is: (capture) => list(capture.hosts.flatMap(({ software }) => software ?? [])),
      say: {
        en: "These are the programs; several accounts may use the same.",
        fr: "Ce sont les logiciels ; plusieurs comptes peuvent avoir le même.",
      },
    },
  ],
  hint: {
    en: "capture.hosts: the column Users, of all the rows that are phones.",
    fr: "capture.hosts : la colonne Utilisateurs, à toutes les lignes qui sont des téléphones.",
  },
};
