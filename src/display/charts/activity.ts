import type { MimeBundle } from "../bundle.js";
import { messages } from "../messages.js";
import { duration } from "../numbers.js";
import { timeline } from "./timeline.js";

/** When a speaker spoke. */
export interface Speaker {
  label: string;
  /** Seconds from the conversation's start. */
  talks: readonly { start: number; stop: number }[];
}

export interface ActivityOptions {
  title?: string;
  speakers: readonly Speaker[];
  /** Of the conversation. */
  seconds: number;
}

/** Who spoke when: a lane a speaker. */
export function activity({ title = messages().activity, speakers, seconds }: ActivityOptions): MimeBundle {
  const lanes = speakers.map(({ label, talks }) => {
    const spoken = talks.reduce((sum, { start, stop }) => sum + (stop - start), 0);
    const share = Math.round((100 * spoken) / (seconds || 1));
    return { label, spans: talks, summary: messages().spoke(label, duration(spoken), share) };
  });
  return timeline({ title, lanes, to: seconds });
}
