import type { Call, Capture } from "../../api/index.js";
import { count, type Expected, frame, measure, text } from "../answers/expected.js";
import type { Lesson } from "../exercise.js";
import { answersOf, firstCall, invitesOf, lapseOf, serverOf, voiceOf } from "./facts.js";
import { inMilliseconds } from "./usual-wrongs.js";

/** BYE: who hung up, and how long they really talked. */
export const lesson05: Lesson = {
  id: "05",
  title: { en: "The end of the call", fr: "La fin de l’appel" },
  exercises: [
    {
      id: "05-1",
      stage: "predict",
      needs: "end",
      ask: {
        en: "Who ends the first call: the caller or the callee?",
        fr: "Qui met fin au premier appel : l’appelant ou l’appelé ?",
      },
      answer: (capture) => sideNames(capture, "same"),
      wrong: [
        {
          is: (capture) => sideNames(capture, "other"),
          say: {
            en: "The other one: who hangs up is who sends the BYE, not who speaks last.",
            fr: "C’est l’autre : celui qui raccroche est celui qui envoie le BYE, pas celui qui parle en dernier.",
          },
        },
        {
          is: (capture) =>
            text("server", "the server", "serveur", "le serveur", "asterisk", serverOf(capture)),
          say: {
            en: "The server passes the end on to the other leg, but in this dialog it does not send it first.",
            fr: "Le serveur transmet la fin à l’autre branche, mais dans ce dialogue il n’est pas le premier à l’envoyer.",
          },
        },
        {
          is: () => text("nobody", "personne", "both", "les deux"),
          say: {
            en: "The capture shows an end, and one machine sends it.",
            fr: "La capture montre une fin, et une machine l’envoie.",
          },
        },
      ],
      hint: {
        en: "capture.calls[0].ending says who, with the frames that prove it.",
        fr: "capture.calls[0].ending dit qui, avec les trames qui le prouvent.",
      },
    },
    {
      id: "05-2",
      stage: "investigate",
      needs: "end",
      ask: {
        en: "Which frame triggers the end of the first call?",
        fr: "Quelle trame déclenche la fin du premier appel ?",
      },
      answer: (capture) => frame(ended(capture)?.ending.frames[0]),
      wrong: [
        {
          is: (capture) => frame(...(ended(capture)?.ending.frames.slice(1) ?? [])),
          say: {
            en: "That is the answer to it: it confirms the end, it does not trigger it.",
            fr: "C’est la réponse : elle confirme la fin, elle ne la déclenche pas.",
          },
        },
        {
          is: (capture) => frame(capture.frames.length),
          say: {
            en: "That is the last frame of the capture; the capture goes on after the call.",
            fr: "C’est la dernière trame de la capture ; elle continue après l’appel.",
          },
        },
        {
          is: (capture) => {
            const end = ended(capture)?.ending.frames[0];
            const before = end === undefined ? [] : capture.frames.slice(Math.max(0, end - 30), end + 30);
            return frame(...before.filter(({ rtp, rtcp }) => rtp || rtcp).map(({ number }) => number));
          },
          say: {
            en: "That is voice, or a report on it: when it falls silent, the call is still up for SIP.",
            fr: "C’est de la voix, ou un rapport : quand elle se tait, l’appel est encore établi pour SIP.",
          },
        },
        {
          is: (capture) => frame(invitesOf(capture)[0]?.frame),
          say: {
            en: "That frame starts the call.",
            fr: "Cette trame déclenche l’appel, elle ne le finit pas.",
          },
        },
        {
          is: (capture) => frame(...answersOf(capture).map((answer) => answer.frame)),
          say: {
            en: "That answers the INVITE: the call is being set up.",
            fr: "Elle répond à l’INVITE : l’appel s’établit.",
          },
        },
      ],
      hint: {
        en: "the method that hangs up is BYE.",
        fr: "la méthode qui raccroche est BYE.",
      },
    },
    {
      id: "05-3",
      stage: "predict",
      needs: "hangup",
      ask: {
        en: "Which status answers the request (BYE or CANCEL) that ends the first call?",
        fr: "Quel code répond à la requête (BYE ou CANCEL) qui met fin au premier appel ?",
      },
      answer: answerToEnd,
      wrong: [
        {
          is: () => count(487),
          say: {
            en: "487 answers the INVITE that was given up; the CANCEL or BYE itself gets another answer.",
            fr: "487 répond à l’INVITE abandonné ; le CANCEL ou le BYE lui-même reçoit une autre réponse.",
          },
        },
        {
          is: () => count(401),
          say: {
            en: "A server asks for credentials to open a call; inside an open dialog it rarely does.",
            fr: "Un serveur demande des identifiants pour ouvrir un appel ; dans un dialogue ouvert, rarement.",
          },
        },
        {
          is: () => count(100),
          say: {
            en: "100 is not the last word: it says that somebody works on it.",
            fr: "100 n’est pas le dernier mot : il dit qu’on s’en occupe.",
          },
        },
      ],
      hint: { en: "hanging up can hardly be refused.", fr: "raccrocher ne se refuse guère." },
    },
    {
      id: "05-4",
      stage: "investigate",
      needs: "hangup",
      ask: {
        en: "How many seconds did they talk in the first call, from the answer (200) to the BYE?",
        fr: "Combien de secondes ont-ils parlé dans le premier appel, du décroché (200) au BYE ?",
      },
      answer: (capture) => measure(ended(capture)?.progress.talkTime, "s", 0.5),
      wrong: [
        {
          is: (capture) => measure(lapseOf(firstCall(capture)), "s", 0.99),
          say: {
            en: "That is Wireshark’s duration, from the first INVITE: it counts the ringing too.",
            fr: "C’est la durée de Wireshark, depuis le premier INVITE : elle compte aussi la sonnerie.",
          },
        },
        {
          is: ({ duration }) => measure(duration, "s", 0.5),
          say: { en: "That is the whole capture.", fr: "C’est toute la capture." },
        },
        {
          is: (capture) => measure(voiceOf(capture, "caller")?.stop, "s", 0.5),
          say: {
            en: "That is a moment on the capture’s clock: subtract the moment of the answer.",
            fr: "C’est un instant à l’horloge de la capture : soustrayez celui du décroché.",
          },
        },
        {
          is: (capture) => measure((ended(capture)?.progress.talkTime ?? Number.NaN) / 60, "s", 0.005),
          say: {
            en: "That is minutes; seconds are asked for.",
            fr: "Ce sont des minutes ; on demande des secondes.",
          },
        },
        {
          is: (capture) => measure(ended(capture)?.progress.ended, "s", 0.5),
          say: {
            en: "That is the moment of the end on the capture’s clock: subtract the moment of the answer.",
            fr: "C’est l’instant de la fin à l’horloge de la capture : soustrayez celui du décroché.",
          },
        },
      ],
      hint: {
        en: "time of the BYE minus time of the 200 of the INVITE.",
        fr: "instant du BYE moins instant du 200 de l’INVITE.",
      },
    },
    {
      id: "05-5",
      stage: "make",
      needs: "hangup",
      ask: {
        en: "How many seconds of Wireshark’s call duration (first INVITE to last message) were no conversation?",
        fr: "Combien de secondes de la durée d’appel de Wireshark (premier INVITE au dernier message) n’étaient pas de la conversation ?",
      },
      answer: (capture) => measure(silentPart(capture), "s", 0.006),
      wrong: [
        {
          is: (capture) => measure(firstCall(capture)?.progress.ringTime, "s", 0.006),
          say: {
            en: "That is the ringing; the time before the first ring is no conversation either.",
            fr: "C’est la sonnerie ; le temps avant la première sonnerie n’est pas non plus de la conversation.",
          },
        },
        {
          is: (capture) => measure(firstCall(capture)?.progress.postDialDelay, "s", 0.006),
          say: {
            en: "That is the delay before the first ring; then it rings.",
            fr: "C’est le délai avant la première sonnerie ; ensuite, ça sonne.",
          },
        },
        {
          is: (capture) => measure(ended(capture)?.progress.talkTime, "s", 0.5),
          say: {
            en: "That is the conversation; the rest is asked for.",
            fr: "C’est la conversation ; on demande le reste.",
          },
        },
        {
          is: (capture) => measure(lapseOf(firstCall(capture)), "s", 0.006),
          say: {
            en: "That is the whole duration; take off the conversation.",
            fr: "C’est toute la durée ; retirez-en la conversation.",
          },
        },
        {
          is: (capture) => measure(firstCall(capture)?.start, "s", 0.006),
          say: {
            en: "That is when the call starts on the capture’s clock.",
            fr: "C’est l’instant où l’appel commence, à l’horloge de la capture.",
          },
        },
        inMilliseconds((capture) => silentPart(capture)),
      ],
      hint: {
        en: "(call.stop − call.start) − call.progress.talkTime.",
        fr: "(call.stop − call.start) − call.progress.talkTime.",
      },
    },
  ],
};

/** The first call, if it ends in the capture. */
function ended(capture: Capture): Call | undefined {
  const call = firstCall(capture);
  return call?.ending.by === undefined ? undefined : call;
}

/** Seconds of the first call that are not conversation. */
function silentPart(capture: Capture): number | undefined {
  const talk = ended(capture)?.progress.talkTime;
  const whole = lapseOf(firstCall(capture));
  return talk === undefined || whole === undefined ? undefined : whole - talk;
}

/** Names of the side that ended the call, or of the other. */
function sideNames(capture: Capture, which: "same" | "other"): Expected | undefined {
  const call = ended(capture);
  if (!call) return undefined;
  const caller = (call.ending.by === "caller") === (which === "same");
  if (!caller) return text("callee", "the callee", "appelé", "l'appelé", "l’appelé");
  const host = capture.hosts.find(({ address }) => address === call.initialSpeaker);
  return text(
    "caller",
    "the caller",
    "appelant",
    "l'appelant",
    "l’appelant",
    call.initialSpeaker,
    ...(host?.users ?? []),
  );
}

function answerToEnd(capture: Capture): Expected | undefined {
  const call = ended(capture);
  const [request] = call?.ending.frames ?? [];
  const sent = call?.messages.find(
    ({ frame, method }) => frame === request && (method === "BYE" || method === "CANCEL"),
  );
  if (!sent) return undefined;
  const { cseq } = sent.message;
  const answer = call?.messages.find(
    ({ frame, status = 0, message }) =>
      frame > sent.frame &&
      status >= 200 &&
      message.cseq?.method === cseq?.method &&
      message.cseq?.number === cseq?.number,
  );
  return answer?.status === undefined ? undefined : count(answer.status);
}
