import { count, measure, text } from "../answers/expected.js";
import type { Lesson } from "../exercise.js";
import { firstCall, framesWhere, invitesOf, phonesOf, rtpOf, serverOf, userOf } from "./facts.js";
import { accounts } from "./lesson-01-accounts.js";
import { inMilliseconds } from "./usual-wrongs.js";

/** Ethernet, IPv4 and UDP headers without options. */
const HEADERS = 14 + 20 + 8;

/** Who is who, what was captured, how to read a frame. */
export const lesson01: Lesson = {
  id: "01",
  title: { en: "The lab", fr: "Le banc d’essai" },
  exercises: [
    {
      id: "01-1",
      stage: "run",
      needs: "server",
      ask: {
        en: "What is the IP address of the server?",
        fr: "Quelle est l’adresse IP du serveur ?",
      },
      answer: (capture) => text(serverOf(capture)),
      wrong: [
        {
          is: (capture) => text(firstCall(capture)?.initialSpeaker),
          say: {
            en: "That is the phone that calls; the server is the one that everybody writes to.",
            fr: "C’est le téléphone qui appelle ; le serveur est celui à qui tout le monde écrit.",
          },
        },
        {
          is: (capture) => text(...phonesOf(capture)),
          say: {
            en: "That is a phone: it asks to be registered, it does not answer registrations.",
            fr: "C’est un téléphone : il demande à être enregistré, il ne répond pas aux enregistrements.",
          },
        },
        {
          is: (capture) => {
            const strangers = framesWhere(capture, ({ number }) => number <= 2000);
            return text(...new Set(strangers.flatMap(({ source, destination }) => [source, destination])));
          },
          say: {
            en: "This machine is in the capture, but it says nothing in SIP: it is a neighbour on the network.",
            fr: "Cette machine est dans la capture, mais elle ne dit rien en SIP : c’est une voisine du réseau.",
          },
        },
        {
          is: ({ hosts }) => text(...hosts.flatMap(({ users }) => users)),
          say: {
            en: "That is an account; the question is about an IP address, four numbers with dots.",
            fr: "C’est un compte ; la question porte sur une adresse IP, quatre nombres et des points.",
          },
        },
        {
          is: () => text("5060", "5061"),
          say: {
            en: "That is SIP’s port: which program is meant, not which machine.",
            fr: "C’est le port de SIP : quel programme, et non quelle machine.",
          },
        },
      ],
      hint: {
        en: "capture.hosts says who is who, from the messages themselves.",
        fr: "capture.hosts dit qui est qui, d’après les messages eux-mêmes.",
      },
    },
    {
      id: "01-2",
      stage: "run",
      needs: "call",
      ask: {
        en: "What is the IP address of the phone that makes the first call?",
        fr: "Quelle est l’adresse IP du téléphone qui passe le premier appel ?",
      },
      answer: (capture) => text(firstCall(capture)?.initialSpeaker),
      wrong: [
        {
          is: (capture) => text(serverOf(capture)),
          say: {
            en: "That is the server: it receives the call and passes it on.",
            fr: "C’est le serveur : il reçoit l’appel et le transmet.",
          },
        },
        {
          is: (capture) => text(...phonesOf(capture)),
          say: {
            en: "That is another phone: see who sends the first INVITE.",
            fr: "C’est un autre téléphone : voyez qui envoie le premier INVITE.",
          },
        },
        {
          is: (capture) => text(firstCall(capture)?.from, ...(phoneUser(capture) ?? [])),
          say: {
            en: "That is its account; the question is about its IP address.",
            fr: "C’est son compte ; la question porte sur son adresse IP.",
          },
        },
        {
          is: (capture) => text(userOf(firstCall(capture)?.to.replace(/^.*</, ""))),
          say: {
            en: "That is what was called; the question is who calls, by IP address.",
            fr: "C’est ce que l’on appelle ; on demande qui appelle, par son adresse IP.",
          },
        },
        {
          is: () => text("5060", "5061"),
          say: {
            en: "That is SIP’s port; an IP address is four numbers with dots.",
            fr: "C’est le port de SIP ; une adresse IP, ce sont quatre nombres et des points.",
          },
        },
      ],
      hint: {
        en: "capture.calls has a column Initial Speaker, as Wireshark’s VoIP Calls.",
        fr: "capture.calls a une colonne Appelant (Initial Speaker), comme les Appels VoIP de Wireshark.",
      },
    },
    {
      id: "01-3",
      stage: "predict",
      needs: "call",
      ask: {
        en: "Take the frame that starts the first call. How many bytes of it are the SIP message itself, headers and body?",
        fr: "Prenez la trame qui déclenche le premier appel. Combien d’octets y sont le message SIP lui-même, en-têtes et corps ?",
      },
      answer: (capture) => measure(invitesOf(capture)[0]?.message.length, "byte", 0),
      wrong: [
        {
          is: (capture) => measure(inviteLength(capture), "byte", 0),
          say: {
            en: "That is the whole frame; Ethernet, IP and UDP take their part of it.",
            fr: "C’est toute la trame ; Ethernet, IP et UDP en prennent leur part.",
          },
        },
        {
          is: (capture) => measure(invitesOf(capture)[0]?.message.contentLength, "byte", 0),
          say: {
            en: "That is Content-Length: the body alone (SDP), without SIP’s own headers.",
            fr: "C’est Content-Length : le corps seul (SDP), sans les en-têtes de SIP.",
          },
        },
        {
          is: (capture) => {
            const length = invitesOf(capture)[0]?.message.length;
            return measure(length && length + HEADERS - 14, "byte", 0);
          },
          say: {
            en: "Only Ethernet’s 14 bytes were taken off; IP’s 20 and UDP’s 8 are not SIP either.",
            fr: "Seuls les 14 octets d’Ethernet sont retirés ; les 20 d’IP et les 8 d’UDP ne sont pas du SIP non plus.",
          },
        },
      ],
      hint: {
        en: "length of the frame − 14 (Ethernet) − 20 (IP) − 8 (UDP).",
        fr: "longueur de la trame − 14 (Ethernet) − 20 (IP) − 8 (UDP).",
      },
    },
    {
      id: "01-4",
      stage: "predict",
      needs: "voice",
      ask: {
        en: "What share of all frames is voice (RTP), in percent?",
        fr: "Quelle part de toutes les trames est de la voix (RTP), en pour cent ?",
      },
      answer: (capture) => {
        const share = rtpOf(capture)?.share;
        return measure(share && 100 * share, "%", 1);
      },
      wrong: [
        {
          is: (capture) => measure(rtpOf(capture)?.share, "%", 0.01),
          say: {
            en: "This is the share from 0 to 1: multiply by 100.",
            fr: "C’est la part de 0 à 1 : multipliez par 100.",
          },
        },
        {
          is: (capture) => {
            const frames = rtpOf(capture)?.frames;
            return frames === undefined ? undefined : count(frames);
          },
          say: {
            en: "That is how many frames there are; divide by all frames, times 100.",
            fr: "C’est le nombre de trames ; divisez par le total, fois 100.",
          },
        },
        {
          is: ({ sip, frames }) => measure((100 * sip.length) / frames.length, "%", 1),
          say: {
            en: "That is signalling’s share: arranging a call takes few messages, carrying it takes thousands.",
            fr: "C’est la part de la signalisation : arranger un appel prend peu de messages, le porter en prend des milliers.",
          },
        },
      ],
      hint: {
        en: "capture.protocols has the shares.",
        fr: "capture.protocols donne les parts.",
      },
    },
    {
      id: "01-5",
      stage: "investigate",
      needs: "frames",
      ask: {
        en: "How many seconds pass from the first frame to the last?",
        fr: "Combien de secondes passent de la première trame à la dernière ?",
      },
      answer: ({ duration }) => (duration > 0 ? measure(duration, "s", 0.5) : undefined),
      wrong: [
        {
          is: (capture) => {
            const call = firstCall(capture);
            return measure(call && call.stop - call.start, "s", 1);
          },
          say: {
            en: "That is the call as Wireshark counts it; the capture began before it and ended after it.",
            fr: "C’est l’appel tel que Wireshark le compte ; la capture a commencé avant et fini après.",
          },
        },
        {
          is: (capture) => measure(firstCall(capture)?.progress.talkTime, "s", 0.5),
          say: {
            en: "That is the conversation alone, from the answer to the end.",
            fr: "C’est la conversation seule, du décroché à la fin.",
          },
        },
        {
          is: ({ duration }) => measure(duration / 60, "s", 0.05),
          say: {
            en: "That is minutes; seconds are asked for.",
            fr: "Ce sont des minutes ; on demande des secondes.",
          },
        },
        inMilliseconds(({ duration }) => duration),
        {
          is: ({ frames }) => count(frames.length),
          say: {
            en: "That is how many frames there are; their times are in the next column.",
            fr: "C’est le nombre de trames ; leur temps est dans la colonne suivante.",
          },
        },
      ],
      hint: {
        en: "the Time column counts from the first frame: look at the last one.",
        fr: "la colonne Temps part de la première trame : regardez la dernière.",
      },
    },
    accounts,
  ],
};

function inviteLength(capture: Parameters<typeof invitesOf>[0]): number | undefined {
  const [invite] = invitesOf(capture);
  return invite && capture.frame(invite.frame).length;
}

function phoneUser(capture: Parameters<typeof invitesOf>[0]): readonly string[] | undefined {
  const speaker = firstCall(capture)?.initialSpeaker;
  return capture.hosts.find(({ address }) => address === speaker)?.users;
}
