import { count, frame } from "../answers/expected.js";
import type { Lesson } from "../exercise.js";
import { invitesOf } from "./facts.js";

/** Opening a capture and running cells. */
export const lesson00: Lesson = {
  id: "00",
  title: { en: "Getting started", fr: "Pour commencer" },
  exercises: [
    {
      id: "00-1",
      stage: "run",
      needs: "frames",
      ask: {
        en: "How many frames does the capture hold?",
        fr: "Combien de trames la capture contient-elle ?",
      },
      answer: ({ frames }) => (frames.length > 0 ? count(frames.length) : undefined),
      wrong: [
        {
          is: ({ frames }) => count(frames.length - 1),
          say: {
            en: "One is missing: frames are numbered from 1, so the last number is the count.",
            fr: "Il en manque une : les trames se numérotent à partir de 1, le dernier numéro est donc le compte.",
          },
        },
        {
          is: ({ sip }) => count(sip.length),
          say: {
            en: "These are the SIP messages only; all frames count here, the voice and the neighbours’ talk too.",
            fr: "Ce sont les messages SIP seulement ; ici toutes les trames comptent, la voix et les voisins aussi.",
          },
        },
        {
          is: () => count(200),
          say: {
            en: "200 is how many rows a table shows; below it, a line says how many more there are.",
            fr: "200, c’est le nombre de lignes qu’un tableau montre ; dessous, une ligne dit combien il en reste.",
          },
        },
        {
          is: ({ frames }) => count(frames.length + 1),
          say: {
            en: "One too many: the last frame’s number is the count.",
            fr: "Une de trop : le numéro de la dernière trame est le compte.",
          },
        },
      ],
      hint: {
        en: "run a cell with capture alone in it: its card counts the frames.",
        fr: "exécutez une cellule qui ne contient que capture : sa fiche compte les trames.",
      },
    },
    {
      id: "00-2",
      stage: "investigate",
      needs: "frames",
      ask: {
        en: "In the packet list, what is the number of the first frame whose protocol is SIP?",
        fr: "Dans la liste des paquets, quel est le numéro de la première trame dont le protocole est SIP ?",
      },
      answer: ({ sip }) => frame(sip[0]?.frame),
      wrong: [
        {
          is: ({ sip }) => frame(sip[0] && sip[0].frame - 1),
          say: {
            en: "Just before it: this is the place counted from 0, as slice counts; a frame’s number counts from 1.",
            fr: "Juste avant : c’est le rang compté à partir de 0, comme pour slice ; le numéro d’une trame part de 1.",
          },
        },
        {
          is: ({ sip }) => frame(sip[1]?.frame),
          say: {
            en: "That is the second SIP message: an answer to the first, most often.",
            fr: "C’est le deuxième message SIP : le plus souvent, une réponse au premier.",
          },
        },
        {
          is: (capture) => frame(invitesOf(capture)[0]?.frame),
          say: {
            en: "That frame starts the call; phones speak SIP before, to register.",
            fr: "Cette trame déclenche l’appel ; les téléphones parlent SIP avant, pour s’enregistrer.",
          },
        },
        {
          is: ({ sip }) => frame(sip.at(-1)?.frame),
          say: {
            en: "That is the last SIP message of the capture; the first is asked for.",
            fr: "C’est le dernier message SIP de la capture ; on demande le premier.",
          },
        },
      ],
      hint: {
        en: 'capture.frames.find((frame) => frame.protocol.startsWith("SIP")) finds it.',
        fr: 'capture.frames.find((frame) => frame.protocol.startsWith("SIP")) la trouve.',
      },
    },
    {
      id: "00-3",
      stage: "modify",
      needs: "frames",
      ask: {
        en: "How many frames carry a SIP message, with a session description (SIP/SDP) or without?",
        fr: "Combien de trames portent un message SIP, avec une description de session (SIP/SDP) ou sans ?",
      },
      answer: ({ sip }) =>
        sip.length > 0 ? count(new Set(sip.map((event) => event.frame)).size) : undefined,
      wrong: [
        {
          is: ({ sip }) => count(sip.filter(({ message }) => message.sdp.length === 0).length),
          say: {
            en: "The frames labelled SIP/SDP are missing: a session description travels inside a SIP message.",
            fr: "Il manque les trames marquées SIP/SDP : une description de session voyage dans un message SIP.",
          },
        },
        {
          is: ({ sip }) => count(sip.filter(({ message }) => message.kind === "request").length),
          say: {
            en: "These are the requests only; answers (100, 200, 401…) are SIP messages too.",
            fr: "Ce sont les requêtes seulement ; les réponses (100, 200, 401…) sont aussi des messages SIP.",
          },
        },
        {
          is: ({ calls }) => count(calls[0]?.packets ?? -1),
          say: {
            en: "These are the messages of the first call only; registrations speak SIP too.",
            fr: "Ce sont les messages du premier appel seulement ; les enregistrements se font aussi en SIP.",
          },
        },
        {
          is: ({ frames }) => count(frames.length),
          say: {
            en: "These are all frames; keep those whose protocol begins with SIP.",
            fr: "Ce sont toutes les trames ; gardez celles dont le protocole commence par SIP.",
          },
        },
        {
          is: ({ sip }) => count(sip.filter(({ message }) => message.kind === "response").length),
          say: {
            en: "These are the answers only; requests (REGISTER, INVITE…) are SIP messages too.",
            fr: "Ce sont les réponses seulement ; les requêtes (REGISTER, INVITE…) sont aussi des messages SIP.",
          },
        },
      ],
      hint: {
        en: 'filter with frame.protocol.startsWith("SIP"), then read .length.',
        fr: 'filtrez avec frame.protocol.startsWith("SIP"), puis lisez .length.',
      },
    },
  ],
};
