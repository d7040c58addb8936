import { text } from "../answers/expected.js";
import type { Exercise } from "../exercise.js";
import { userOf } from "./facts.js";

/** What four digits are worth. */
export const secret: Exercise = {
  id: "02-6",
  stage: "make",
  needs: "secret",
  ask: {
    en: "The first digest of the capture was made with a secret that has four digits. Which? Find it by trying them all.",
    fr: "La première empreinte de la capture a été faite avec un mot de passe à quatre chiffres. Lequel ? Trouvez-le en les essayant tous.",
  },
  answer: ({ digests }) => {
    for (const digest of digests) {
      const found = digest.search().secret;
      if (found !== undefined) return text(found);
    }
    return undefined;
  },
  wrong: [
    {
      is: ({ digests }) => text(...digests.flatMap(({ response }) => response ?? [])),
      say: {
        en: "That is the digest; what is asked for is the secret that gives it.",
        fr: "C’est l’empreinte ; on demande le mot de passe qui la donne.",
      },
    },
    {
      is: ({ digests }) => text(...digests.flatMap(({ nonce }) => nonce ?? [])),
      say: {
        en: "That is the nonce, which the server sent in the clear.",
        fr: "C’est le nonce, que le serveur a envoyé en clair.",
      },
    },
    {
      is: ({ calls }) =>
        text(
          ...calls.flatMap(({ to, from }) => [
            userOf(to.replace(/^.*</, "")),
            userOf(from.replace(/^.*</, "")),
          ]),
        ),
      say: {
        en: "That is a number or an account; a good secret is neither, and this one is not.",
        fr: "C’est un numéro ou un compte ; un bon mot de passe n’est ni l’un ni l’autre, et celui-ci non plus.",
      },
    },
    {
      is: () => text("0000", "123", "1111", "4321"),
      say: {
        en: "A fair guess, but guessing is not needed: there are only 10,000.",
        fr: "Bien tenté, mais inutile de deviner : il n’y en a que 10 000.",
      },
    },
  ],
  hint: {
    en: "capture.digests[0].search() tries 0000 to 9999.",
    fr: "capture.digests[0].search() essaie de 0000 à 9999.",
  },
};
