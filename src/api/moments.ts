import {
  type Displayable,
  duration,
  facts,
  jupyterDisplay,
  labelled,
  type MimeBundle,
  timeline,
} from "../display/index.js";
import { formatSeconds } from "../dissect/time.js";
import type { CallEnding, Side } from "../voip/ending.js";
import type { CallProgress } from "../voip/progress.js";
import { words } from "./messages.js";
import { View } from "./view.js";

/** How a call ended. */
export class Ending implements Displayable {
  constructor(private readonly ending: CallEnding) {}

  get how(): CallEnding["how"] {
    return this.ending.how;
  }

  /** Who ended it; undefined while it is open. */
  get by(): Side | undefined {
    return this.ending.by;
  }

  /** The answer to the request that ended it, or the final answer that refused it. */
  get status(): number | undefined {
    return this.ending.status;
  }

  /** Seconds since the first frame. */
  get time(): number | undefined {
    return seconds(this.ending.time);
  }

  /** The frames that say so. */
  get frames(): readonly number[] {
    return this.ending.frames;
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    return facts({
      facts: [
        { label: h.endedBy, value: this.by ? h[this.by] : h.nobody },
        { label: h.how, value: h.endings[this.how], frames: this.frames },
        { label: h.status, value: this.status === undefined ? undefined : String(this.status) },
        { label: h.time, value: momentText(this.ending.time) },
      ],
    });
  }
}

/** The moments of a call and the times between them, in seconds; undefined where the capture does not show them. */
export class Progress implements Displayable {
  constructor(private readonly progress: CallProgress) {}

  /** Since the first frame. */
  get dialled(): number | undefined {
    return seconds(this.progress.dialled);
  }

  get ringing(): number | undefined {
    return seconds(this.progress.ringing);
  }

  get answered(): number | undefined {
    return seconds(this.progress.answered);
  }

  get ended(): number | undefined {
    return seconds(this.progress.ended);
  }

  /** From the INVITE to the first 180 or 183. */
  get postDialDelay(): number | undefined {
    return seconds(this.progress.postDialDelay);
  }

  get ringTime(): number | undefined {
    return seconds(this.progress.ringTime);
  }

  get talkTime(): number | undefined {
    return seconds(this.progress.talkTime);
  }

  /** The times between the moments as a picture: waiting, ringing, talking. */
  timeline(): View {
    return new View(() => {
      const h = words();
      const { dialled, ringing, answered, ended } = this;
      const lane = (label: string, start: number | undefined, stop: number | undefined) =>
        start === undefined || stop === undefined
          ? []
          : [{ label, spans: [{ start, stop }], summary: labelled(label, duration(stop - start)) }];
      const lanes = [
        ...lane(h.postDialDelay, dialled, ringing),
        ...lane(h.ringTime, ringing, answered ?? ended),
        ...lane(h.talkTime, answered, ended),
      ];
      const last = Math.max(...lanes.map(({ spans }) => spans[0]!.stop), dialled ?? 0);
      return timeline({ title: h.progress, lanes, from: dialled ?? 0, to: last });
    });
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    const moments = ["dialled", "ringing", "answered", "ended"] as const;
    const spans = ["postDialDelay", "ringTime", "talkTime"] as const;
    return facts({
      facts: [...moments, ...spans].map((key) => ({ label: h[key], value: momentText(this.progress[key]) })),
    });
  }
}

/** To the microsecond, with its unit, as the packet list shows it. */
function momentText(time: number | undefined): string | undefined {
  return time === undefined ? undefined : `${formatSeconds(time, 6)} s`;
}

function seconds(time: number | undefined): number | undefined {
  return time === undefined ? undefined : time / 1e9;
}
