import { count, type Expected, frame, text } from "../answers/expected.js";
import type { Lesson } from "../exercise.js";
import { answerOf, answersOf, firstCall, invitesOf, registersOf } from "./facts.js";
import { agreedCodec } from "./lesson-03-codec.js";
import { postDialDelay, ringTime } from "./lesson-03-waiting.js";

/** INVITE to 200 OK, and what SDP agreed on. */
export const lesson03: Lesson = {
  id: "03",
  title: { en: "Call set-up", fr: "L’émission de l’appel" },
  exercises: [
    {
      id: "03-1",
      stage: "run",
      needs: "call",
      ask: {
        en: "Which frame starts the first call?",
        fr: "Quelle trame déclenche le premier appel ?",
      },
      answer: (capture) => frame(invitesOf(capture)[0]?.frame),
      wrong: [
        {
          is: (capture) => frame(...invitesOf(capture).map((invite) => invite.frame)),
          say: {
            en: "This INVITE comes later in the same call: the first one was challenged, or the session is changed.",
            fr: "Cet INVITE vient plus tard dans le même appel : le premier a reçu un défi, ou la session change.",
          },
        },
        {
          is: (capture) =>
            frame(answersOf(capture)[0]?.frame, answerOf(capture, (code) => code === 180)?.frame),
          say: {
            en: "This is already an answer; the call starts with the request that it answers.",
            fr: "C’est déjà une réponse ; l’appel commence par la requête à laquelle elle répond.",
          },
        },
        {
          is: (capture) => frame(...registersOf(capture).map((register) => register.frame)),
          say: {
            en: "This is a REGISTER: a phone says where it is, and calls nobody.",
            fr: "C’est un REGISTER : un téléphone dit où il est, il n’appelle personne.",
          },
        },
        {
          is: (capture) => frame(firstCall(capture)?.frames.at(-1)),
          say: {
            en: "That is the last message of the call; the first is asked for.",
            fr: "C’est le dernier message de l’appel ; on demande le premier.",
          },
        },
      ],
      hint: {
        en: "the method that starts a call is INVITE.",
        fr: "la méthode qui déclenche un appel est INVITE.",
      },
    },
    {
      id: "03-2",
      stage: "predict",
      needs: "call",
      ask: {
        en: "Which status is the first answer to the first INVITE?",
        fr: "Quel est le premier code répondu au premier INVITE ?",
      },
      answer: (capture) => status(answersOf(capture)[0]?.status),
      wrong: [
        {
          is: () => count(100),
          say: {
            en: "100 Trying comes when the server works on the call; first it wants something else.",
            fr: "100 Trying vient quand le serveur s’occupe de l’appel ; il veut d’abord autre chose.",
          },
        },
        {
          is: () => count(180),
          say: {
            en: "180 Ringing comes from the phone that is called; the server has to let the call through first.",
            fr: "180 Ringing vient du téléphone appelé ; le serveur doit d’abord laisser passer l’appel.",
          },
        },
        {
          is: () => count(200),
          say: {
            en: "200 OK is the answer once somebody takes the call.",
            fr: "200 OK est la réponse quand quelqu’un décroche.",
          },
        },
        {
          is: () => count(401),
          say: {
            en: "A server asks a phone for its credentials with 401; here nobody is asked.",
            fr: "Un serveur demande ses identifiants à un téléphone par 401 ; ici, on ne demande rien.",
          },
        },
        {
          is: () => count(486),
          say: {
            en: "486 says that the callee is busy: an answer which comes last, if at all.",
            fr: "486 dit que l’appelé est occupé : une réponse qui vient en dernier, s’il y en a une.",
          },
        },
      ],
      hint: {
        en: "calling costs money: before it passes a call on, a server does as with REGISTER.",
        fr: "un appel se paie : avant de le transmettre, un serveur fait comme pour REGISTER.",
      },
    },
    {
      id: "03-3",
      stage: "investigate",
      needs: "call",
      ask: {
        en: "What is the Call-ID of the first call?",
        fr: "Quel est le Call-ID du premier appel ?",
      },
      answer: (capture) => text(firstCall(capture)?.callId),
      wrong: [
        {
          is: (capture) => text(...invitesOf(capture).map(({ message }) => message.from?.tag)),
          say: {
            en: "That is the From tag: it names the caller’s side of the dialog, not the call.",
            fr: "C’est le tag de From : il nomme le côté de l’appelant dans le dialogue, pas l’appel.",
          },
        },
        {
          is: (capture) => text(...invitesOf(capture).map(({ message }) => message.vias[0]?.branch)),
          say: {
            en: "That is the branch of Via: it names a transaction, and changes with every request.",
            fr: "C’est le branch de Via : il nomme une transaction, et change à chaque requête.",
          },
        },
        {
          is: (capture) => text(...capture.sip.map(({ callId }) => callId)),
          say: {
            en: "That is the Call-ID of another exchange: a registration, or the other leg of the call.",
            fr: "C’est le Call-ID d’un autre échange : un enregistrement, ou l’autre branche de l’appel.",
          },
        },
      ],
      hint: {
        en: "capture.calls[0].messages has a column Call-ID: the same for all messages of the call.",
        fr: "capture.calls[0].messages a une colonne Call-ID : le même pour tous les messages de l’appel.",
      },
    },
    agreedCodec,
    postDialDelay,
    ringTime,
  ],
};

function status(code: number | undefined): Expected | undefined {
  return code === undefined ? undefined : count(code);
}
