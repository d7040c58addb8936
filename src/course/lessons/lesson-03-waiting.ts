import { measure } from "../answers/expected.js";
import type { Exercise } from "../exercise.js";
import { answerOf, firstCall, invitesOf, isSuccess } from "./facts.js";
import { inMilliseconds, wholeCall } from "./usual-wrongs.js";

/** How long one waits before it rings. */
export const postDialDelay: Exercise = {
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
    inMilliseconds((capture) => firstCall(capture)?.progress.postDialDelay),
    wholeCall,
  ],
  hint: {
    en: "capture.calls[0].progress: the time of ringing minus the time of the INVITE.",
    fr: "capture.calls[0].progress : l’instant de la sonnerie moins celui de l’INVITE.",
  },
};

/** How long it rings. */
export const ringTime: Exercise = {
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
    inMilliseconds((capture) => firstCall(capture)?.progress.ringTime),
    wholeCall,
  ],
  hint: {
    en: "two frames, two times, one subtraction.",
    fr: "deux trames, deux instants, une soustraction.",
  },
};
