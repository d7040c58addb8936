import { count, text } from "../answers/expected.js";
import type { Lesson } from "../exercise.js";
import {
  challengeOf,
  firstCall,
  firstRegistration,
  phonesOf,
  registerAnswersOf,
  registersOf,
  serverOf,
  userOf,
} from "./facts.js";
import { secret } from "./lesson-02-secret.js";

/** REGISTER, the challenge, the digest that answers it. */
export const lesson02: Lesson = {
  id: "02",
  title: { en: "Registration", fr: "L’enregistrement" },
  exercises: [
    {
      id: "02-1",
      stage: "run",
      needs: "registration",
      ask: {
        en: "Who registers first: for which account is the first REGISTER?",
        fr: "Qui s’enregistre en premier : pour quel compte est le premier REGISTER ?",
      },
      answer: (capture) => {
        const address = firstRegistration(capture)?.addressOfRecord;
        return text(userOf(address), address);
      },
      wrong: [
        {
          is: (capture) => text(userOf(firstCall(capture)?.from.replace(/^.*</, ""))),
          say: {
            en: "That is who calls; look at the To header of the first REGISTER.",
            fr: "C’est qui appelle ; regardez l’en-tête To du premier REGISTER.",
          },
        },
        {
          is: ({ registrations }) => text(...registrations.map((one) => userOf(one.addressOfRecord))),
          say: {
            en: "That one registers too, but later: the first row is asked for.",
            fr: "Celui-là s’enregistre aussi, mais plus tard : on demande la première ligne.",
          },
        },
        {
          is: (capture) => text(firstRegistration(capture)?.client, firstRegistration(capture)?.contact),
          say: {
            en: "That is where the phone is (its Contact); the account is the name under which it wants to be found.",
            fr: "C’est où est le téléphone (son Contact) ; le compte est le nom sous lequel il veut être trouvé.",
          },
        },
        {
          is: (capture) => text(serverOf(capture), challengeOf(capture)?.realm),
          say: {
            en: "That is the server, which keeps the list; who wants to be on it?",
            fr: "C’est le serveur, qui tient la liste ; qui veut y figurer ?",
          },
        },
      ],
      hint: {
        en: "capture.registrations: the column Address of record, first row.",
        fr: "capture.registrations : la colonne Adresse publique (AoR), première ligne.",
      },
    },
    {
      id: "02-2",
      stage: "predict",
      needs: "registration",
      ask: {
        en: "Which status does the server give to the first REGISTER?",
        fr: "Quel code le serveur donne-t-il au premier REGISTER ?",
      },
      answer: (capture) => {
        const status = registerAnswersOf(capture)[0]?.status;
        return status === undefined ? undefined : count(status);
      },
      wrong: [
        {
          is: () => count(200),
          say: {
            en: "200 would take anybody at their word: first the server asks who they are.",
            fr: "200 croirait n’importe qui sur parole : le serveur demande d’abord qui il est.",
          },
        },
        {
          is: () => count(403),
          say: {
            en: "403 is a refusal, after credentials that were wrong; the first REGISTER has none yet.",
            fr: "403 est un refus, après des identifiants faux ; le premier REGISTER n’en a pas encore.",
          },
        },
        {
          is: () => count(407),
          say: {
            en: "407 is the same question, asked by a proxy; a registrar asks it with another code.",
            fr: "407 est la même question posée par un proxy ; un registrar la pose avec un autre code.",
          },
        },
      ],
      hint: {
        en: "read the second message of capture.registrations[0].messages.",
        fr: "lisez le deuxième message de capture.registrations[0].messages.",
      },
    },
    {
      id: "02-3",
      stage: "investigate",
      needs: "challenge",
      ask: {
        en: "Which nonce does the first challenge of the capture give?",
        fr: "Quel nonce le premier défi de la capture donne-t-il ?",
      },
      answer: (capture) => text(challengeOf(capture)?.nonce),
      wrong: [
        {
          is: (capture) => text(challengeOf(capture)?.realm),
          say: {
            en: "That is the realm: the password of which service is asked for. It is always the same; the nonce is not.",
            fr: "C’est le realm : de quel service on demande le mot de passe. Il ne change jamais ; le nonce, si.",
          },
        },
        {
          is: (capture) => text(challengeOf(capture)?.event.callId),
          say: {
            en: "That is the Call-ID, which names the exchange; the nonce stands in WWW-Authenticate.",
            fr: "C’est le Call-ID, qui nomme l’échange ; le nonce est dans WWW-Authenticate.",
          },
        },
        {
          is: (capture) => text(...capture.digests.flatMap(({ response }) => response ?? [])),
          say: {
            en: "That is a phone’s answer (response), made with the nonce; the question is what the server drew.",
            fr: "C’est la réponse d’un téléphone (response), faite avec le nonce ; on demande ce que le serveur a tiré.",
          },
        },
      ],
      hint: {
        en: 'message.header("WWW-Authenticate") of the first 401 shows it, in quotes after nonce=.',
        fr: 'message.header("WWW-Authenticate") du premier 401 le montre, entre guillemets après nonce=.',
      },
    },
    {
      id: "02-4",
      stage: "investigate",
      needs: "challenge",
      ask: {
        en: "For which realm does the server ask the password?",
        fr: "Pour quel realm le serveur demande-t-il le mot de passe ?",
      },
      answer: (capture) => text(challengeOf(capture)?.realm),
      wrong: [
        {
          is: (capture) => text(serverOf(capture)),
          say: {
            en: "That is the server’s address; the realm is a name of its choice, and stands in the challenge.",
            fr: "C’est l’adresse du serveur ; le realm est un nom de son choix, écrit dans le défi.",
          },
        },
        {
          is: () => text("digest", "md5"),
          say: {
            en: "That is how the answer is computed, not for what.",
            fr: "C’est comment la réponse se calcule, pas pour quoi.",
          },
        },
        {
          is: (capture) => text(...capture.hosts.flatMap(({ users }) => users)),
          say: {
            en: "That is an account; the realm is the same for all accounts of a server.",
            fr: "C’est un compte ; le realm est le même pour tous les comptes d’un serveur.",
          },
        },
      ],
      hint: {
        en: "it is in the same header as the nonce, after realm=.",
        fr: "il est dans le même en-tête que le nonce, après realm=.",
      },
    },
    {
      id: "02-5",
      stage: "investigate",
      needs: "registration",
      ask: {
        en: "How many registrations succeed in this capture?",
        fr: "Combien d’enregistrements réussissent dans cette capture ?",
      },
      answer: ({ registrations }) =>
        registrations.length > 0
          ? count(registrations.filter(({ outcome }) => outcome === "registered").length)
          : undefined,
      wrong: [
        {
          is: (capture) => count(registersOf(capture).length),
          say: {
            en: "That is how many REGISTER requests there are; a request is not yet a success.",
            fr: "C’est le nombre de requêtes REGISTER ; une requête n’est pas encore un succès.",
          },
        },
        {
          is: ({ registrations }) => count(registrations.length),
          say: {
            en: "That is how many attempts there are: look at how each ends.",
            fr: "C’est le nombre d’essais : regardez comment chacun finit.",
          },
        },
        {
          is: (capture) => count(registerAnswersOf(capture).filter(({ status }) => status === 200).length),
          say: {
            en: "That is how many 200 there are; some answer an unregistration (Expires: 0).",
            fr: "C’est le nombre de 200 ; certains répondent à un désenregistrement (Expires: 0).",
          },
        },
        {
          is: (capture) => count(registerAnswersOf(capture).filter(({ status }) => status === 401).length),
          say: {
            en: "That is how many 401 there are: each is a question, not a success.",
            fr: "C’est le nombre de 401 : chacun est une question, pas un succès.",
          },
        },
        {
          is: () => count(1),
          say: {
            en: "Somebody was reached, so somebody registered? Perhaps before the capture began: count only what it shows.",
            fr: "On a joint quelqu’un, donc il s’est enregistré ? Peut-être avant la capture : ne comptez que ce qu’elle montre.",
          },
        },
        {
          is: (capture) => count(registersOf(capture).length + registerAnswersOf(capture).length),
          say: {
            en: "These are all messages about registering, requests and answers together.",
            fr: "Ce sont tous les messages d’enregistrement, requêtes et réponses ensemble.",
          },
        },
        {
          is: (capture) => count(phonesOf(capture).length),
          say: {
            en: "That is how many phones speak SIP; a phone may ask and not succeed.",
            fr: "C’est le nombre de téléphones qui parlent SIP ; on peut demander sans réussir.",
          },
        },
        {
          is: ({ sip }) => count(sip.length),
          say: {
            en: "These are all SIP messages of the capture.",
            fr: "Ce sont tous les messages SIP de la capture.",
          },
        },
      ],
      hint: {
        en: "a success is a REGISTER with credentials, then 200, for more than zero seconds: see Outcome.",
        fr: "un succès, c’est un REGISTER avec identifiants, puis 200, pour plus de zéro seconde : voyez Résultat.",
      },
    },
    secret,
  ],
};
