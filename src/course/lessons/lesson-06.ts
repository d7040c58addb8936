import type { Capture } from "../../api/index.js";
import { count, type Expected, list, measure, text } from "../answers/expected.js";
import type { Lesson, Wrong } from "../exercise.js";
import type { Texts } from "../texts.js";
import { answersOf, firstCall, firstRegistration } from "./facts.js";

type How = NonNullable<ReturnType<typeof firstCall>>["ending"]["how"];

/** The same questions to a capture of one's own. */
export const lesson06: Lesson = {
  id: "06",
  title: { en: "Your capture", fr: "Votre capture" },
  exercises: [
    {
      id: "06-1",
      stage: "run",
      needs: "call",
      ask: {
        en: "How many rows would Wireshark’s VoIP Calls show for this capture?",
        fr: "Combien de lignes les Appels VoIP de Wireshark montreraient-ils pour cette capture ?",
      },
      answer: ({ calls }) => (calls.length > 0 ? count(calls.length) : undefined),
      wrong: [
        {
          is: ({ sip }) => count(sip.filter(({ method }) => method === "INVITE").length),
          say: {
            en: "That is how many INVITEs there are; a challenge or a re-INVITE makes several for one call.",
            fr: "C’est le nombre d’INVITE ; un défi ou un re-INVITE en fait plusieurs pour un appel.",
          },
        },
        {
          is: ({ calls }) => count(calls.length / 2),
          say: {
            en: "For people, perhaps; but a server in the middle makes two calls of each: one leg a phone.",
            fr: "Pour les gens, peut-être ; mais un serveur au milieu en fait deux : une branche par téléphone.",
          },
        },
        {
          is: ({ streams }) => count(streams.length),
          say: {
            en: "That is how many voice streams there are: each call has one a direction.",
            fr: "C’est le nombre de flux de voix : chaque appel en a un par sens.",
          },
        },
        {
          is: ({ sip }) => count(sip.length),
          say: {
            en: "These are all SIP messages; a call takes a dozen of them.",
            fr: "Ce sont tous les messages SIP ; un appel en prend une douzaine.",
          },
        },
        {
          is: ({ endToEndCalls }) => count(endToEndCalls.length),
          say: {
            en: "That is how people count; Wireshark counts each leg.",
            fr: "C’est le compte des gens ; Wireshark compte chaque branche.",
          },
        },
      ],
      hint: { en: "one row a Call-ID that has an INVITE.", fr: "une ligne par Call-ID qui a un INVITE." },
    },
    {
      id: "06-2",
      stage: "investigate",
      needs: "call",
      ask: {
        en: "How does the first call end: hung up, cancelled, rejected, or still open?",
        fr: "Comment le premier appel finit-il : raccroché, annulé, refusé, ou encore ouvert ?",
      },
      answer: (capture) => {
        const how = firstCall(capture)?.ending.how;
        return how && endingWords(how);
      },
      wrong: [
        ending("hung up", {
          en: "Hanging up takes a BYE in a call that was answered: there is none here.",
          fr: "Raccrocher, c’est un BYE dans un appel décroché : il n’y en a pas ici.",
        }),
        ending("cancelled", {
          en: "Cancelling takes a CANCEL before the answer: there is none here.",
          fr: "Annuler, c’est un CANCEL avant le décroché : il n’y en a pas ici.",
        }),
        ending("rejected", {
          en: "A rejected call ends with a status from 300 up to its INVITE, and nothing after it: see the last answer.",
          fr: "Un appel refusé finit par un code d’au moins 300 à son INVITE, et rien après : voyez la dernière réponse.",
        }),
        ending("open", {
          en: "Still open means that the capture ends first: here it shows the end.",
          fr: "Encore ouvert, c’est quand la capture s’arrête avant : ici elle montre la fin.",
        }),
      ],
      hint: {
        en: "BYE, CANCEL, or a status of 300 and more to the INVITE: which comes?",
        fr: "BYE, CANCEL, ou un code d’au moins 300 à l’INVITE : lequel vient ?",
      },
    },
    {
      id: "06-3",
      stage: "modify",
      needs: "voice",
      ask: {
        en: "What is the greatest jitter of all voice streams, in milliseconds?",
        fr: "Quelle est la plus grande gigue de tous les flux de voix, en millisecondes ?",
      },
      answer: (capture) => greatest(capture, "jitter", "max"),
      wrong: [
        {
          is: (capture) => greatest(capture, "jitter", "mean"),
          say: {
            en: "That is the greatest mean; look at the greatest value.",
            fr: "C’est la plus grande moyenne ; regardez la plus grande valeur.",
          },
        },
        {
          is: (capture) => greatest(capture, "delta", "max"),
          say: {
            en: "That is the greatest delta, the time between two packets; jitter is how much it strays, smoothed.",
            fr: "C’est le plus grand delta, le temps entre deux paquets ; la gigue dit de combien il s’écarte, lissé.",
          },
        },
        {
          is: ({ streams }) => measure(streams[0]?.jitter?.max, "ms", 0.0051),
          say: {
            en: "That is the first stream’s; compare it with the others.",
            fr: "C’est celle du premier flux ; comparez avec les autres.",
          },
        },
        {
          is: (capture) => greatest(capture, "delta", "mean"),
          say: {
            en: "That is a mean delta: how often packets come, not how irregularly.",
            fr: "C’est un delta moyen : la cadence des paquets, non leur irrégularité.",
          },
        },
      ],
      hint: {
        en: "Math.max(...capture.streams.map((stream) => stream.jitter?.max ?? 0)).",
        fr: "Math.max(...capture.streams.map((stream) => stream.jitter?.max ?? 0)).",
      },
    },
    {
      id: "06-4",
      stage: "make",
      needs: "registration",
      ask: {
        en: "With which status does the first attempt to register end?",
        fr: "Par quel code le premier essai d’enregistrement finit-il ?",
      },
      answer: (capture) => {
        const status = firstRegistration(capture)?.finalStatus;
        return status === undefined ? undefined : count(status);
      },
      wrong: [
        {
          is: () => count(100),
          say: {
            en: "100 is not the last word: it says that somebody works on it.",
            fr: "100 n’est pas le dernier mot : il dit qu’on s’en occupe.",
          },
        },
        {
          is: () => count(401),
          say: {
            en: "401 is the challenge: the attempt goes on with credentials. How does it end?",
            fr: "401 est le défi : l’essai continue avec des identifiants. Comment finit-il ?",
          },
        },
        {
          is: () => count(200),
          say: {
            en: "Not every attempt succeeds: look at the last answer.",
            fr: "Tout essai ne réussit pas : regardez la dernière réponse.",
          },
        },
        {
          is: () => count(403),
          say: {
            en: "403 would be the answer to wrong credentials: is it there?",
            fr: "403 serait la réponse à des identifiants faux : y est-il ?",
          },
        },
      ],
      hint: {
        en: "capture.registrations[0].messages: the last row.",
        fr: "capture.registrations[0].messages : la dernière ligne.",
      },
    },
    {
      id: "06-5",
      stage: "investigate",
      needs: "call",
      ask: {
        en: "Which different status codes answer the INVITEs of the first call, re-INVITEs included? All of them, each once.",
        fr: "Par quels codes répond-on aux INVITE du premier appel, re-INVITE compris ? Tous, chacun une fois.",
      },
      answer: (capture) => list(codesOf(capture)),
      wrong: [
        {
          is: (capture) => list(codesOf(capture).filter((code) => code >= 200)),
          say: {
            en: "The provisional answers (1xx) are missing: they make one wait, and count as well.",
            fr: "Il manque les réponses provisoires (1xx) : elles font patienter, et comptent aussi.",
          },
        },
        {
          is: (capture) => list(codesOf(capture).slice(-1)),
          say: {
            en: "That is the last word only; others came before.",
            fr: "C’est seulement le dernier mot ; d’autres sont venus avant.",
          },
        },
        {
          is: (capture) => list(callCodesOf(capture)),
          say: {
            en: "One of these answers another request of the call (BYE, CANCEL…): look at the method in CSeq.",
            fr: "Un de ces codes répond à une autre requête de l’appel (BYE, CANCEL…) : regardez la méthode dans CSeq.",
          },
        },
        {
          is: () => list([100, 180, 200]),
          say: {
            en: "That is the call as books have it; read the one that is here.",
            fr: "C’est l’appel des livres ; lisez celui qui est ici.",
          },
        },
        {
          is: () => list([401, 200]),
          say: {
            en: "Provisional answers count as well, and what ends the call otherwise.",
            fr: "Les réponses provisoires comptent aussi, et ce qui finit l’appel autrement.",
          },
        },
        {
          is: ({ sip }) => list(sip.flatMap(({ status }) => status ?? [])),
          say: {
            en: "These are the codes of the whole capture; of the first call only those to its INVITEs are asked for.",
            fr: "Ce sont les codes de toute la capture ; on ne demande que ceux des INVITE du premier appel.",
          },
        },
      ],
      hint: {
        en: "capture.calls[0].messages: the statuses whose CSeq says INVITE.",
        fr: "capture.calls[0].messages : les codes dont le CSeq dit INVITE.",
      },
    },
  ],
};

const ENDINGS: Readonly<Record<How, readonly string[]>> = {
  "hung up": ["hung up", "hang up", "BYE", "raccroché", "raccrochage"],
  cancelled: ["cancelled", "canceled", "CANCEL", "annulé", "abandonné"],
  rejected: ["rejected", "refused", "refusé", "rejeté", "declined"],
  open: ["open", "still open", "ouvert", "encore ouvert", "en cours"],
};

function endingWords(how: How): Expected | undefined {
  return text(...ENDINGS[how]);
}

function ending(how: How, say: Texts): Wrong {
  return { is: () => endingWords(how), say };
}

function greatest(capture: Capture, of: "jitter" | "delta", which: "mean" | "max"): Expected | undefined {
  const values = capture.streams.flatMap((stream) => stream[of]?.[which] ?? []);
  return values.length === 0 ? undefined : measure(Math.max(...values), "ms", 0.0051);
}

/** The codes that answer the INVITEs of the first call. */
function codesOf(capture: Capture): number[] {
  return answersOf(capture).flatMap(({ status }) => status ?? []);
}

/** The codes of all answers in the first call. */
function callCodesOf(capture: Capture): number[] {
  return firstCall(capture)?.messages.flatMap(({ status }) => status ?? []) ?? [];
}
