import { jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { KeyPress } from "../voip/keys.js";
import { words } from "./asterisk-words.js";
import { words as commonWords } from "./messages.js";
import { Rows } from "./rows.js";

/** A key of a phone, pressed during a call. */
export interface PressedKey {
  /** `0` to `9`, `*`, `#`, `A` to `D`. */
  key: string;
  /** Seconds since the first frame. */
  time: number;
  /** The first frame that tells of it. */
  frame: number;
}

/** Keys in the order in which they were pressed. */
export class Keys extends Rows<PressedKey> {
  [jupyterDisplay](): MimeBundle {
    return table({
      columns: [
        { key: "time", label: commonWords().time, kind: "time" },
        { key: "key", label: words().key, kind: "code" },
      ],
      rows: this,
      frameOf: ({ frame }) => frame,
    });
  }
}

export function pressedKey({ key, time, frame }: KeyPress): PressedKey {
  return { key, time: time / 1e9, frame };
}
