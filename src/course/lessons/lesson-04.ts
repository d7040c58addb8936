import type { Capture, Stream } from "../../api/index.js";
import { count, frame, measure, ssrc } from "../answers/expected.js";
import type { Lesson } from "../exercise.js";
import { answerOf, invitesOf, isSuccess, voiceOf } from "./facts.js";

/** IPv4, UDP and Ethernet around an RTP packet of G.711. */
const ETHERNET = 14;

/** The RTP streams, delta and jitter, and the voices. */
export const lesson04: Lesson = {
  id: "04",
  title: { en: "The conversation", fr: "La conversation" },
  exercises: [
    {
      id: "04-1",
      stage: "run",
      needs: "voice",
      ask: {
        en: "What is the SSRC of the caller’s voice in the first call?",
        fr: "Quel est le SSRC de la voix de l’appelant dans le premier appel ?",
      },
      answer: (capture) => ssrc(voiceOf(capture, "caller")?.ssrc),
      wrong: [
        {
          is: (capture) => ssrc(voiceOf(capture, "callee")?.ssrc),
          say: {
            en: "That is the callee’s voice, as the server sends it to the caller.",
            fr: "C’est la voix de l’appelé, telle que le serveur l’envoie à l’appelant.",
          },
        },
        {
          is: (capture) => firstNumber(capture, "sequence"),
          say: {
            en: "That is the stream’s first sequence number; the SSRC is the same in all its packets.",
            fr: "C’est le premier numéro de séquence du flux ; le SSRC est le même dans tous ses paquets.",
          },
        },
        {
          is: (capture) => firstNumber(capture, "timestamp"),
          say: {
            en: "That is the stream’s first timestamp; it grows from packet to packet, the SSRC does not.",
            fr: "C’est le premier timestamp du flux ; il croît d’un paquet à l’autre, le SSRC non.",
          },
        },
        {
          is: (capture) => port(voiceOf(capture, "caller")),
          say: {
            en: "That is the port that the voice comes from: where, not which stream.",
            fr: "C’est le port d’où vient la voix : l’endroit, et non le flux.",
          },
        },
      ],
      hint: {
        en: "capture.calls[0].streams: the row whose voice is the caller’s.",
        fr: "capture.calls[0].streams : la ligne dont la voix est celle de l’appelant.",
      },
    },
    {
      id: "04-2",
      stage: "predict",
      needs: "voice",
      ask: {
        en: "From one packet of a voice to the next, by how much does the sequence number grow?",
        fr: "D’un paquet de voix au suivant, de combien le numéro de séquence augmente-t-il ?",
      },
      answer: (capture) => (voiceOf(capture, "caller") ? count(1) : undefined),
      wrong: [
        {
          is: (capture) => measureStep(capture),
          say: {
            en: "So does the timestamp, which counts samples; the sequence number counts packets.",
            fr: "C’est le timestamp, qui compte les échantillons ; le numéro de séquence compte les paquets.",
          },
        },
        {
          is: (capture) => measure(voiceOf(capture, "caller")?.interval, "ms", 0.5),
          say: {
            en: "That is how many milliseconds a packet lasts; numbers count packets, not time.",
            fr: "C’est la durée d’un paquet en millisecondes ; les numéros comptent les paquets, pas le temps.",
          },
        },
        {
          is: () => count(0),
          say: {
            en: "Then the receiver could not tell a lost packet: the number must change with each.",
            fr: "Le récepteur ne pourrait pas voir une perte : le numéro doit changer à chaque paquet.",
          },
        },
        {
          is: () => count(50),
          say: {
            en: "50 is how many packets there are in a second; each has a number of its own.",
            fr: "50, c’est le nombre de paquets par seconde ; chacun a son propre numéro.",
          },
        },
        {
          is: () => count(160),
          say: {
            en: "160 is the usual step of the timestamp, which counts samples.",
            fr: "160 est le pas habituel du timestamp, qui compte les échantillons.",
          },
        },
      ],
      hint: { en: "it says which packet this is.", fr: "il dit de quel paquet il s’agit." },
    },
    {
      id: "04-3",
      stage: "predict",
      needs: "voice",
      ask: {
        en: "From one packet of the caller’s voice to the next, by how much does the timestamp grow, most often?",
        fr: "D’un paquet de la voix de l’appelant au suivant, de combien le timestamp augmente-t-il, le plus souvent ?",
      },
      answer: measureStep,
      wrong: [
        {
          is: (capture) => measure(voiceOf(capture, "caller")?.interval, "ms", 0.5),
          say: {
            en: "That is the milliseconds of a packet; the timestamp counts samples, 8 to a millisecond.",
            fr: "Ce sont les millisecondes d’un paquet ; le timestamp compte les échantillons, 8 par milliseconde.",
          },
        },
        {
          is: () => count(1),
          say: {
            en: "That is the step of the sequence number; the timestamp counts samples.",
            fr: "C’est le pas du numéro de séquence ; le timestamp compte les échantillons.",
          },
        },
        {
          is: () => count(8000),
          say: {
            en: "8,000 is a whole second; a packet is shorter.",
            fr: "8 000, c’est une seconde entière ; un paquet est plus court.",
          },
        },
      ],
      hint: {
        en: "8,000 samples a second; how many in the time that a packet lasts?",
        fr: "8 000 échantillons par seconde ; combien pendant la durée d’un paquet ?",
      },
    },
    {
      id: "04-4",
      stage: "modify",
      needs: "voice",
      ask: {
        en: "How many kilobits a second does the caller’s voice take on the wire, Ethernet, IP, UDP and RTP headers included?",
        fr: "Combien de kilobits par seconde la voix de l’appelant prend-elle sur le câble, en-têtes Ethernet, IP, UDP et RTP compris ?",
      },
      answer: (capture) => measure(wireRate(capture, 0), "kbit/s", 1),
      wrong: [
        {
          is: () => measure(64, "kbit/s", 0.5),
          say: {
            en: "64 is G.711 alone: 8,000 samples of 8 bits. Every packet has headers too.",
            fr: "64, c’est G.711 seul : 8 000 échantillons de 8 bits. Chaque paquet a aussi des en-têtes.",
          },
        },
        {
          is: (capture) => measure(wireRate(capture, ETHERNET), "kbit/s", 0.9),
          say: {
            en: "That is without Ethernet’s 14 bytes (Wireshark’s IP bandwidth).",
            fr: "C’est sans les 14 octets d’Ethernet (la bande passante IP de Wireshark).",
          },
        },
        {
          is: (capture) => {
            const rate = wireRate(capture, 0);
            return measure(rate && 2 * rate, "kbit/s", 2);
          },
          say: {
            en: "That is both ways together; one is asked for.",
            fr: "C’est pour les deux sens ; on en demande un.",
          },
        },
      ],
      hint: {
        en: "bytes of a frame × 8 bits × frames a second.",
        fr: "octets d’une trame × 8 bits × trames par seconde.",
      },
    },
    {
      id: "04-5",
      stage: "investigate",
      needs: "voice",
      ask: {
        en: "What is the greatest jitter of the caller’s voice, in milliseconds, as the RTP streams table says?",
        fr: "Quelle est la plus grande gigue de la voix de l’appelant, en millisecondes, d’après le tableau des flux RTP ?",
      },
      answer: (capture) => near(voiceOf(capture, "caller")?.jitter?.max),
      wrong: [
        {
          is: (capture) => near(voiceOf(capture, "caller")?.jitter?.mean),
          say: {
            en: "That is the mean; the greatest is asked for.",
            fr: "C’est la moyenne ; on demande la plus grande.",
          },
        },
        {
          is: (capture) => near(voiceOf(capture, "caller")?.delta?.max),
          say: {
            en: "That is the greatest delta: the time between two packets. Jitter is how much it strays, smoothed by 16.",
            fr: "C’est le plus grand delta : le temps entre deux paquets. La gigue dit de combien il s’écarte, lissé par 16.",
          },
        },
        {
          is: (capture) => near(voiceOf(capture, "callee")?.jitter?.max),
          say: { en: "That is the callee’s voice.", fr: "C’est la voix de l’appelé." },
        },
      ],
      hint: {
        en: "capture.calls[0].streams, column Max Jitter, the caller’s row.",
        fr: "capture.calls[0].streams, colonne Gigue max, ligne de l’appelant.",
      },
    },
    {
      id: "04-6",
      stage: "make",
      needs: "voice",
      ask: {
        en: "In which frame does the caller hear the first packet of the other’s voice?",
        fr: "Dans quelle trame l’appelant reçoit-il le premier paquet de la voix de l’autre ?",
      },
      answer: (capture) => frame(voiceOf(capture, "callee")?.frame),
      wrong: [
        {
          is: (capture) => frame(voiceOf(capture, "caller")?.frame),
          say: {
            en: "That is the first packet of the caller’s own voice.",
            fr: "C’est le premier paquet de la voix de l’appelant lui-même.",
          },
        },
        {
          is: (capture) => frame(answerOf(capture, isSuccess)?.frame),
          say: {
            en: "That is the 200 OK: it says that voice may come, and carries none.",
            fr: "C’est le 200 OK : il dit que la voix peut venir, et n’en porte pas.",
          },
        },
        {
          is: (capture) => {
            const first = voiceOf(capture, "callee")?.frame ?? 0;
            const around = capture.frames.slice(Math.max(0, first - 200), first + 50);
            return frame(...around.filter(({ rtcp }) => rtcp).map(({ number }) => number));
          },
          say: {
            en: "That is RTCP: a report on the voice, not voice.",
            fr: "C’est du RTCP : un rapport sur la voix, pas de la voix.",
          },
        },
        {
          is: (capture) => frame(invitesOf(capture)[0]?.frame),
          say: {
            en: "That is the INVITE: it asks for a call, and nobody speaks yet.",
            fr: "C’est l’INVITE : il demande un appel, et personne ne parle encore.",
          },
        },
      ],
      hint: {
        en: "filter the frames that have rtp and go to the caller’s address; the first is it.",
        fr: "filtrez les trames qui ont rtp et vont à l’adresse de l’appelant ; c’est la première.",
      },
    },
  ],
};

function port(stream: Stream | undefined) {
  return stream && count(stream.source.port);
}

/** The commonest step of the caller's timestamps. */
function measureStep(capture: Capture) {
  const stream = voiceOf(capture, "caller");
  const step = stream?.interval;
  return step === undefined ? undefined : count(Math.round(step * 8));
}

/** kbit/s of the caller's voice on the wire, so many bytes of each frame left out. */
function wireRate(capture: Capture, without: number): number | undefined {
  const stream = voiceOf(capture, "caller");
  if (stream?.interval === undefined) return undefined;
  return ((capture.frame(stream.frame).length - without) * 8) / stream.interval;
}

function firstNumber(capture: Capture, which: "sequence" | "timestamp") {
  const stream: Stream | undefined = voiceOf(capture, "caller");
  const value = stream && capture.frame(stream.frame).rtp?.[which];
  return value === undefined ? undefined : count(value);
}

/** As a table of three decimals is read: to two of them. */
function near(milliseconds: number | undefined) {
  return measure(milliseconds, "ms", 0.0051);
}
