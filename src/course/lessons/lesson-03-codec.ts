import type { Capture } from "../../api/index.js";
import { type Expected, text } from "../answers/expected.js";
import type { Exercise } from "../exercise.js";
import { firstCall } from "./facts.js";

/** What offer and answer have in common. */
export const agreedCodec: Exercise = {
  id: "03-4",
  stage: "investigate",
  needs: "answer",
  ask: {
    en: "On which voice codec do offer and answer of the first call agree?",
    fr: "Sur quel codec de voix l’offre et la réponse du premier appel s’accordent-elles ?",
  },
  answer: codecAgreed,
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
    {
      is: () => text("RTP", "RTP/AVP", "SDP", "SIP", "UDP", "audio"),
      say: {
        en: "That is how the voice travels or is announced; a codec turns sound into bytes.",
        fr: "C’est par où la voix passe ou s’annonce ; un codec change le son en octets.",
      },
    },
  ],
  hint: {
    en: "capture.calls[0].agreements lists what both sides have.",
    fr: "capture.calls[0].agreements donne ce que les deux côtés ont.",
  },
};

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

function codecAgreed(capture: Capture): Expected | undefined {
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
