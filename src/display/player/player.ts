import { base64 } from "../base64.js";
import type { MimeBundle } from "../bundle.js";
import type { Channel } from "../charts/waveform.js";
import { html, script } from "../html.js";
import { messages } from "../messages.js";
import { duration, number } from "../numbers.js";
import { shell } from "../shell.js";
import playerStyle from "../style/player.css?raw";
import { visibleLine } from "../visible.js";
import playerScript from "./player.page.js?raw";
import { wavePicture } from "./wave-picture.js";

export interface PlayerOptions {
  title: string;
  /** A RIFF/WAVE file. */
  wav: Uint8Array;
  /** What the file is called when it is saved: `call-user1-user3.wav`. */
  fileName: string;
  seconds: number;
  /** Samples a second. */
  rate: number;
  channels: number;
  codec?: string;
  /** RTP packets. */
  lost?: number;
  /** Drawn above the controls: a speaker a lane, the first is left. */
  waves?: readonly Channel[];
}

/** A sound to be heard: `text/html` with its controls, `text/plain` that says what it holds. */
export function player(options: PlayerOptions): MimeBundle {
  const { title, wav } = options;
  const facts = factsOf(options);
  const waves = options.waves ?? [];
  const side = (i: number) =>
    waves.length === 2 ? ` (${i === 0 ? messages().left : messages().right})` : "";
  const speakers = waves.map(
    ({ label }, i) => html` <span class="voiplab-speaker${i % 2}">${label}${side(i)}</span>`,
  );
  const picture =
    waves.length > 0 &&
    html`<div class="voiplab-wave"><img src="${wavePicture(waves)}" alt="${messages().waveform}"><span></span></div>`;
  const content = html`<figure><figcaption><b>${title}</b>${speakers}</figcaption>${picture}
<audio controls preload="metadata" aria-label="${title}" src="${`data:audio/wav;base64,${base64(wav)}`}"></audio>
<p class="voiplab-more">${facts.join(" · ")} <a style="display:none" href="#" download="${safeFileName(options.fileName)}">${messages().download}</a></p></figure>${script(playerScript)}`;
  return {
    "text/html": shell("player", playerStyle, content).toString(),
    "text/plain": messages().audio([title, ...facts].map(visibleLine).join(", ")),
  };
}

/** What players need in a page to be saved from and to follow the sound: each player's HTML holds it. */
export const playerBehaviour: string = playerScript;

function factsOf({ seconds, rate, channels, codec, lost }: PlayerOptions): string[] {
  const say = messages();
  return [
    duration(seconds),
    `${number(rate)} Hz`,
    say.channels(channels),
    ...(codec === undefined ? [] : [codec]),
    ...(lost === undefined ? [] : [say.packetsLost(lost)]),
  ];
}

/** A name that no file system takes amiss, and that cannot leave its folder. */
function safeFileName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._ -]+/gu, "-").replace(/^[.\s-]+/, "");
  return safe === "" ? "audio.wav" : safe.slice(-120);
}
