import type { Capture } from "../../api/index.js";
import { count, list, text } from "../answers/expected.js";
import type { Lesson } from "../exercise.js";
import { accountsOf, firstCall, phonesOf, userOf } from "./facts.js";

/** The same accounts in pjsip.conf. */
export const lesson07: Lesson = {
  id: "07",
  title: { en: "Annex: from chan_sip to PJSIP", fr: "Annexe : de chan_sip à PJSIP" },
  exercises: [
    {
      id: "07-1",
      stage: "run",
      needs: "frames",
      ask: {
        en: "An account of sip.conf becomes objects of its own in pjsip.conf. Of which types?",
        fr: "Un compte de sip.conf devient plusieurs objets à lui dans pjsip.conf. De quels types ?",
      },
      answer: ({ frames }) => (frames.length > 0 ? list(OBJECTS) : undefined),
      wrong: [
        {
          is: () => list([...OBJECTS, "transport"]),
          say: {
            en: "The transport is written once, for all accounts.",
            fr: "Le transport s’écrit une fois, pour tous les comptes.",
          },
        },
        {
          is: () => list(["friend", "peer", "user"]),
          say: {
            en: "These are chan_sip’s types: pjsip.conf has none of them.",
            fr: "Ce sont les types de chan_sip : pjsip.conf n’en a aucun.",
          },
        },
        {
          is: () => list(["endpoint", "auth"]),
          say: {
            en: "How it talks and who it claims to be; and where is it to be reached?",
            fr: "Comment on lui parle, qui il prétend être ; et où le joindre ?",
          },
        },
        {
          is: () => list(["context", "secret", "callerid"]),
          say: {
            en: "These are settings; look for the lines type=….",
            fr: "Ce sont des réglages ; cherchez les lignes type=….",
          },
        },
      ],
      hint: {
        en: "console.log(toPjsip(accounts.slice(0, 1))): the lines that begin with type=.",
        fr: "console.log(toPjsip(accounts.slice(0, 1))) : les lignes qui commencent par type=.",
      },
    },
    {
      id: "07-2",
      stage: "investigate",
      needs: "challenge",
      ask: {
        en: "Which accounts prove in this capture that they know a password (a digest with a response)?",
        fr: "Quels comptes prouvent dans cette capture qu’ils connaissent un mot de passe (une empreinte, response) ?",
      },
      answer: (capture) => list(proversOf(capture)),
      wrong: [
        {
          is: (capture) => list(accountsOf(capture)),
          say: {
            en: "These are all accounts that write; some only ask, and never answer a challenge.",
            fr: "Ce sont tous les comptes qui écrivent ; certains ne font que demander, sans jamais répondre au défi.",
          },
        },
        {
          is: () => list(["user1", "user2", "user3"]),
          say: {
            en: "These are all accounts of the file; the capture need not show each of them.",
            fr: "Ce sont tous les comptes du fichier ; la capture ne les montre pas forcément tous.",
          },
        },
        {
          is: ({ registrations }) =>
            list(registrations.flatMap(({ addressOfRecord }) => userOf(addressOfRecord) ?? [])),
          say: {
            en: "These are those who register, or try to: a call can be challenged as well.",
            fr: "Ce sont ceux qui s’enregistrent, ou essaient : un appel aussi peut recevoir un défi.",
          },
        },
        {
          is: (capture) => list(phonesOf(capture)),
          say: {
            en: "These are addresses; an account is a name.",
            fr: "Ce sont des adresses ; un compte est un nom.",
          },
        },
        {
          is: () => list(["asterisk"]),
          say: {
            en: "That is the realm: for which service the password is asked.",
            fr: "C’est le realm : pour quel service on demande le mot de passe.",
          },
        },
        {
          is: (capture) => list(capture.digests.flatMap(({ method }) => method ?? [])),
          say: {
            en: "These are the requests that carry a proof; who signs them?",
            fr: "Ce sont les requêtes qui portent une preuve ; qui les signe ?",
          },
        },
      ],
      hint: {
        en: "capture.digests: the usernames of those that have a response.",
        fr: "capture.digests : les username de celles qui ont une response.",
      },
    },
    {
      id: "07-3",
      stage: "modify",
      needs: "frames",
      ask: {
        en: "A phone’s endpoint has context=default, and the plan has no [default]. Which status does the server give to whatever it dials?",
        fr: "L’endpoint d’un téléphone a context=default, et le plan n’a pas de [default]. Par quel code le serveur répond-il à tout ce qu’il compose ?",
      },
      answer: ({ frames }) => (frames.length > 0 ? count(404) : undefined),
      wrong: [
        {
          is: () => count(401),
          say: {
            en: "401 asks who is calling, and that is answered; the number is looked up after that.",
            fr: "401 demande qui appelle, et on y répond ; c’est ensuite que l’on cherche le numéro.",
          },
        },
        {
          is: () => count(403),
          say: {
            en: "403 refuses somebody; here the caller is welcome, and the number is unknown.",
            fr: "403 refuse quelqu’un ; ici l’appelant est bienvenu, c’est le numéro qui est inconnu.",
          },
        },
        {
          is: () => count(486),
          say: {
            en: "486 says that the callee is busy: for that, the number must lead to somebody.",
            fr: "486 dit que l’appelé est occupé : il faut pour cela que le numéro mène à quelqu’un.",
          },
        },
        {
          is: () => count(603),
          say: {
            en: "603 is a phone that declines, or a plan that ends without an answer; here the plan does not even begin.",
            fr: "603, c’est un téléphone qui refuse, ou un plan qui s’arrête sans réponse ; ici il ne commence même pas.",
          },
        },
      ],
      hint: {
        en: "capture.calls[0].against(plan, { accounts: pjsip }) says what the plan foretells.",
        fr: "capture.calls[0].against(plan, { accounts: pjsip }) dit ce que le plan prédit.",
      },
    },
    {
      id: "07-4",
      stage: "make",
      needs: "call",
      ask: {
        en: "In the mended plan, which channel driver must stand before the bar in Dial(…/user3,8) for the call to reach a PJSIP endpoint?",
        fr: "Dans le plan réparé, quel pilote doit précéder la barre dans Dial(…/user3,8) pour que l’appel atteigne un endpoint de PJSIP ?",
      },
      answer: (capture) => (firstCall(capture) ? text("PJSIP", "PJSIP/") : undefined),
      wrong: [
        {
          is: () => text("SIP", "SIP/"),
          say: {
            en: "That is chan_sip’s: a server without it does not know the word.",
            fr: "C’est celui de chan_sip : un serveur qui ne l’a plus ne connaît pas ce mot.",
          },
        },
        {
          is: () => text("chan_pjsip", "res_pjsip", "pjsip.conf"),
          say: {
            en: "That is a module or a file; Dial wants the name of its technology.",
            fr: "C’est un module ou un fichier ; Dial veut le nom de la technologie.",
          },
        },
        {
          is: () => text("IAX2", "DAHDI", "Local"),
          say: {
            en: "That is another technology: these phones speak SIP.",
            fr: "C’est une autre technologie : ces téléphones parlent SIP.",
          },
        },
        {
          is: () => text("endpoint", "aor", "auth"),
          say: {
            en: "That is an object of pjsip.conf, not what Dial calls it by.",
            fr: "C’est un objet de pjsip.conf, non ce par quoi Dial l’appelle.",
          },
        },
      ],
      hint: {
        en: "plan.lint({ accounts: pjsip }) says what is wrong with the other.",
        fr: "plan.lint({ accounts: pjsip }) dit ce qui ne va pas avec l’autre.",
      },
    },
  ],
};

const OBJECTS = ["endpoint", "auth", "aor"];

/** The accounts whose digests answer a challenge. */
function proversOf(capture: Capture): string[] {
  return capture.digests.flatMap(({ username }) => username ?? []);
}
