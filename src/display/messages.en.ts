import { number } from "./numbers.js";

const count = (value: number, one: string, many = `${one}s`) =>
  `${number(value)} ${value === 1 ? one : many}`;

export const english = {
  activity: "who spoke when",
  audio: (holds: string) => `audio: ${holds}`,
  bad: "failed",
  bufferCaption: "what comes too late, by the size of the buffer:",
  bufferSlider: "jitter buffer: % ms",
  bufferStep: (size: string, late: string, all: string, share: string) =>
    `a jitter buffer of ${size} ms: ${late} of ${all} packets come too late (${share} %)`,
  bufferTitle: "how late each packet comes",
  bytes: (first: number, last: number) => (first === last ? `byte ${first}` : `bytes ${first}–${last}`),
  /** What stands after a name, before what is said of it. */
  colon: ":",
  /** What the keys of rows say, where a reader's table gives no labels; other keys stand as they are. */
  columns: {} as Readonly<Record<string, string>>,
  channels: (channels: number) =>
    channels === 1 ? "mono" : channels === 2 ? "stereo" : count(channels, "channel"),
  delta: "delta",
  deltaHover: "frame %{customdata}, at %{x:.3f} s<br>delta %{y:.2f} ms",
  download: "save as a file",
  empty: "no rows",
  filter: "in Wireshark:",
  frame: "frame",
  frameAt: (frame: number, seconds: string) => `frame ${frame} · ${seconds} s`,
  frameTitle: "number of the frame in the capture, as in Wireshark",
  frames: (label: string) => (/^\d+$/.test(label) ? `frame ${label}` : `frames ${label}`),
  fromTo: (start: string, stop: string) => `${start} s to ${stop} s`,
  good: "good",
  hexDump: "bytes of the frame",
  jitter: "jitter",
  jitterHover: "at %{x:.3f} s<br>jitter %{y:.2f} ms",
  lateAxis: "late, against the first (ms)",
  lateHover: "frame %{customdata}, at %{x:.3f} s<br>%{y:.2f} ms late",
  left: "left",
  lost: (packets: number) => `lost (${number(packets)})`,
  lostHover: "at %{x:.3f} s<br>lost just before: %{customdata}",
  manyFrames: (first: number, last: number, frames: number) => `${first} … ${last} (${number(frames)})`,
  milliseconds: "milliseconds",
  more: (rows: number) => `… and ${number(rows)} more`,
  moreBytes: (bytes: number) => `… and ${count(bytes, "more byte", "more bytes")}`,
  no: "no",
  packetTitle: (frame: number, length: number, captured: number) =>
    length === captured
      ? `frame ${frame}: ${count(length, "byte")}`
      : `frame ${frame}: ${count(length, "byte")} on the wire, ${number(captured)} captured`,
  packetsLost: (packets: number) => `${count(packets, "packet")} lost`,
  playedInTime: "played in time",
  plotly: {} as Record<string, string>,
  points: (points: number) => count(points, "point"),
  reassembled: (bytes: number) => `put together from several frames: ${count(bytes, "byte")}`,
  reduced: (drawn: number, all: number) =>
    `${number(drawn)} of ${number(all)} points are drawn: the lowest and the highest of each stretch.`,
  remark: "note",
  right: "right",
  sequence: "sequence",
  sequenceCount: (messages: number, actors: number, lapse: string) =>
    `${count(messages, "message")} between ${count(actors, "party", "parties")} in ${lapse}.`,
  sequenceKey:
    "Solid: request; dashed: response; dotted (↻): sent again. The same colour: the same transaction.",
  spectrogram: "spectrogram",
  spectrogramSummary: (lapse: string, quietest: number, loudest: number) =>
    `${lapse}; the darker, the louder, from ${quietest} to ${loudest} dBFS.`,
  spoke: (speaker: string, lapse: string, percent: number) => `${speaker} spoke ${lapse} (${percent} %)`,
  streamSummary: (packets: string, delta: string, meanJitter: string, jitter: string, lost: string) =>
    `${packets} packets, ${lost} lost; delta up to ${delta} ms; jitter ${meanJitter} ms on average, up to ${jitter} ms.`,
  streamTitle: "delta, jitter and loss",
  table: "table",
  timeAxis: "time (s)",
  tooLate: "too late: lost",
  warning: "attention",
  waveform: "waveform",
  waveformSummary: (lapse: string, rate: string, samples: string, channels: number) =>
    `${lapse} at ${rate} Hz: ${samples} samples${channels > 1 ? " a speaker" : ""}.`,
  yes: "yes",
};

/** The same words in every language. */
export type Messages = typeof english;
