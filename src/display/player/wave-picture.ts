import { base64Text } from "../base64.js";
import { CYCLE, SERIES } from "../chart/palette.js";
import { envelope } from "../chart/reduce.js";
import type { Channel } from "../charts/waveform.js";
import { html } from "../html.js";

const STRETCHES = 800;
const LANE = 44;

/** Waveforms below each other over the whole width, as a `data:` address: left is the start, right the end. */
export function wavePicture(channels: readonly Channel[]): string {
  const longest = channels.reduce((most, { samples }) => Math.max(most, samples.length), 1);
  const paths = channels.map(({ samples }, lane) => {
    const { starts, low, high } = envelope(samples, STRETCHES);
    const scale = (LANE / 2 - 2) / (samples instanceof Int16Array ? 32768 : 1);
    const middle = LANE * (lane + 0.5);
    let there = "M0,";
    let back = "Z";
    starts.forEach((start, i) => {
      const x = ((start / longest) * STRETCHES).toFixed(1);
      there += `${i === 0 ? "" : `L${x},`}${(middle - high[i]! * scale - 0.4).toFixed(1)}`;
      back = `L${x},${(middle - low[i]! * scale + 0.4).toFixed(1)}${back}`;
    });
    return html`<path d="${there + back}" fill="${SERIES[CYCLE[lane % 2]!]}"/>`;
  });
  const size = `0 0 ${STRETCHES} ${LANE * channels.length}`;
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${STRETCHES}" height="${LANE * channels.length}" viewBox="${size}" preserveAspectRatio="none">${paths}</svg>`;
  return `data:image/svg+xml;base64,${base64Text(svg.toString())}`;
}
