import type { Capture } from "../../api/index.js";
import { count, type Expected, frame, measure, text } from "../answers/expected.js";
import type { Lesson } from "../exercise.js";
import { answerOf, answersOf, firstCall, invitesOf, isSuccess, registersOf } from "./facts.js";

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
    {
      id: "03-4",
      stage: "investigate",
      needs: "answer",
      ask: {
        en: "On which voice codec do offer and answer of the first call agree?",
        fr: "Sur quel codec de voix l’offre et la réponse du premier appel s’accordent-elles ?",
      },
      answer: agreedCodec,
      wrong: [
        {
          is: () => text("telephone-event", "telephone-event/8000", "rtpevent", "101", "120"),
          say: {
            en: "telephone-event carries key presses, not voice.",
            fr: "telephone-event porte les touches du clavier, pas la voix.",
          },
        },
        {
          is: (capture) => text(...offered(capture)),
          say: {
            en: "It is offered, but the answer does not take it up: agreed is what stands in both.",
            fr: "Il est proposé, mais la réponse ne le reprend pas : est convenu ce qui figure dans les deux.",
          },
        },
        {
          is: () => text("PCMA", "G.711 A-law", "g711A", "alaw", "8", "GSM", "G722", "G729", "opus", "speex"),
          say: {
            en: "That codec is common, but it is not in this offer: read its m= and a=rtpmap lines.",
            fr: "Ce codec est courant, mais il n’est pas dans cette offre : lisez ses lignes m= et a=rtpmap.",
          },
        },
      ],
      hint: {
        en: "capture.calls[0].agreements lists what both sides have.",
        fr: "capture.calls[0].agreements donne ce que les deux côtés ont.",
      },
    },
    {
      id: "03-5",
      stage: "modify",
      needs: "ringing",
      ask: {
        en: "Post-dial delay: how many seconds from the first INVITE to the first sign of ringing (180 or 183)?",
        fr: "Délai avant sonnerie : combien de secondes du premier INVITE au premier signe de sonnerie (180 ou 183) ?",
      },
      answer: (capture) => measure(firstCall(capture)?.progress.postDialDelay, "s", 0.005),
      wrong: [
        {
          is: (capture) => measure(firstCall(capture)?.progress.ringTime, "s", 0.006),
          say: {
            en: "That is how long it rang; the delay before it is asked for.",
            fr: "C’est la durée de la sonnerie ; on demande le délai qui la précède.",
          },
        },
        {
          is: (capture) => measure(firstCall(capture)?.progress.ringing, "s", 0.006),
          say: {
            en: "That is the moment on the capture’s clock; subtract that of the INVITE.",
            fr: "C’est l’instant à l’horloge de la capture ; soustrayez celui de l’INVITE.",
          },
        },
        {
          is: (capture) => {
            const { answered, dialled } = firstCall(capture)?.progress ?? {};
            return answered === undefined || dialled === undefined
              ? undefined
              : measure(answered - dialled, "s", 0.006);
          },
          say: {
            en: "That goes up to the answer, ringing included.",
            fr: "Cela va jusqu’au décroché, sonnerie comprise.",
          },
        },
      ],
      hint: {
        en: "capture.calls[0].progress: the time of ringing minus the time of the INVITE.",
        fr: "capture.calls[0].progress : l’instant de la sonnerie moins celui de l’INVITE.",
      },
    },
    {
      id: "03-6",
      stage: "make",
      needs: "ringing",
      ask: {
        en: "How many seconds did it ring, from the first 180 or 183 to the 200 of the INVITE?",
        fr: "Combien de secondes a-t-il sonné, du premier 180 ou 183 au 200 de l’INVITE ?",
      },
      answer: (capture) => {
        const progress = firstCall(capture)?.progress;
        return progress?.answered === undefined ? undefined : measure(progress.ringTime, "s", 0.006);
      },
      wrong: [
        {
          is: (capture) => measure(firstCall(capture)?.progress.postDialDelay, "s", 0.005),
          say: {
            en: "That is the time before the first ring.",
            fr: "C’est le temps avant la première sonnerie.",
          },
        },
        {
          is: (capture) => {
            const ok = answerOf(capture, isSuccess);
            const [invite] = invitesOf(capture);
            return ok && invite && measure(ok.time - invite.time, "s", 0.006);
          },
          say: {
            en: "That starts at the INVITE; take off the delay before the first ring.",
            fr: "Cela part de l’INVITE ; retirez le délai avant la première sonnerie.",
          },
        },
        {
          is: () => measure(8, "s", 0),
          say: {
            en: "8 is the most that the dial plan lets it ring (Dial(SIP/user3,8)); somebody answered before.",
            fr: "8, c’est le plus que le plan de numérotation accorde (Dial(SIP/user3,8)) ; on a décroché avant.",
          },
        },
      ],
      hint: {
        en: "two frames, two times, one subtraction.",
        fr: "deux trames, deux instants, une soustraction.",
      },
    },
  ],
};

function status(code: number | undefined): Expected | undefined {
  return code === undefined ? undefined : count(code);
}

/** Names under which a codec is known, besides SDP's. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  PCMU: [
    "G.711 µ-law",
    "G.711 mu-law",
    "G.711u",
    "g711u",
    "ulaw",
    "µ-law",
    "mu-law",
    "G.711 PCMU",
    "loi mu",
    "0",
  ],
  PCMA: ["G.711 A-law", "G.711a", "g711a", "alaw", "a-law", "G.711 PCMA", "loi A", "8"],
};

function agreedCodec(capture: Capture): Expected | undefined {
  const codec = firstCall(capture)?.agreements.find(({ media }) => media === "audio")?.codecs[0];
  const name = codec?.split("/")[0];
  return text(name, codec, ...(ALSO[name?.toUpperCase() ?? ""] ?? []));
}

function offered(capture: Capture): string[] {
  const codecs = firstCall(capture)?.descriptions.find(({ kind }) => kind === "offer")?.codecs ?? [];
  return codecs
    .map((codec) => codec.split("/")[0]!)
    .flatMap((name) => [name, ...(ALSO[name.toUpperCase()] ?? [])]);
}
