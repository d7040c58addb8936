export { type Displayable, jupyterDisplay, type MimeBundle } from "./bundle.js";
export type { ValueKind } from "./cells.js";
export {
  type ChartLibrary,
  chartLibraryScript,
  setChartLibrary,
  withoutChartLibrary,
} from "./chart/library.js";
export { chartBehaviour } from "./chart/show.js";
export { type ActivityOptions, activity, type Speaker } from "./charts/activity.js";
export {
  type BarOptions,
  barChart,
  type ChartOptions,
  lineChart,
  type SeriesData,
  scatterChart,
} from "./charts/basic.js";
export { type BufferChartOptions, bufferChart, type LatePoint } from "./charts/buffer.js";
export { type SpectrogramLane, type SpectrogramOptions, spectrogram } from "./charts/spectrogram.js";
export { type StreamChartOptions, type StreamPoint, streamChart } from "./charts/stream.js";
export { type TimelineLane, type TimelineOptions, timeline } from "./charts/timeline.js";
export { type Channel, type WaveformOptions, waveform } from "./charts/waveform.js";
export { type FrameReference, type Frames, frameReference } from "./frames.js";
export { Html, type HtmlValue, html } from "./html.js";
export { labelled } from "./labelled.js";
export { clock, duration, number } from "./numbers.js";
export { packetBehaviour, packetDetails } from "./packet/details.js";
export type { PacketField, PacketLayer, PacketOptions } from "./packet/model.js";
export { packetText } from "./packet/text.js";
export { type PlayerOptions, player, playerBehaviour } from "./player/player.js";
export { type Fact, type FactsOptions, facts } from "./prose/facts.js";
export { markdown } from "./prose/markdown.js";
export { type NoteOptions, note } from "./prose/note.js";
export { type ParagraphOptions, paragraph } from "./prose/paragraph.js";
export { type ProgressOptions, progressBar } from "./prose/progress-bar.js";
export type { Actor, SequenceBand, SequenceMessage, SequenceOptions } from "./sequence/model.js";
export { sequence } from "./sequence/sequence.js";
export type { Column, Highlight, TableOptions } from "./table/options.js";
export { table } from "./table/table.js";
export { cut, visibleLine } from "./visible.js";
