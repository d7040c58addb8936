import { type PlayoutMode, playout, type Sound } from "../audio/index.js";
import {
  type Displayable,
  jupyterDisplay,
  type MimeBundle,
  type StreamPoint,
  streamChart,
  table,
} from "../display/index.js";
import type { Side } from "../voip/ending.js";
import type { KeyPress } from "../voip/keys.js";
import type { Endpoint } from "../voip/signalling.js";
import { ssrcText } from "../voip/ssrc.js";
import { lateness, tryBuffers } from "../voip/stream/index.js";
import type { RtpStream } from "../voip/streams.js";
import type { Analysis } from "./analysis.js";
import { BufferTrials } from "./buffer-trials.js";
import { words } from "./messages.js";
import { Quality, type QualityOptions } from "./quality.js";
import { Recording } from "./recording.js";
import { Rows } from "./rows.js";
import { type RtcpReports, reportsOn } from "./rtcp-reports.js";
import { analyseStream, type StreamAnalysis } from "./stream-analysis.js";
import { audioPackets, framesOf, keysOf, packetColumns } from "./stream-packets.js";
import { View } from "./view.js";

/** Sizes of jitter buffers that are tried, in ms. */
const BUFFERS = [0, 1, 2, 5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200];

/** An RTP stream: one SSRC, one way, between two endpoints. */
export class Stream implements Displayable {
  constructor(
    private readonly capture: Analysis,
    private readonly stream: RtpStream,
    /** Whose voice it is in its call; undefined where no call owns it. */
    readonly speaker?: Side,
  ) {}

  get source(): Endpoint {
    return this.stream.source;
  }

  get destination(): Endpoint {
    return this.stream.destination;
  }

  /** `0x2CF77874`. */
  get ssrc(): string {
    return ssrcText(this.stream.ssrc);
  }

  /** As Wireshark's RTP Streams names it, `g711U`. */
  get payload(): string {
    return this.stream.payload;
  }

  get encrypted(): boolean {
    return this.stream.encrypted;
  }

  /** The keys pressed in it (telephone-event, RFC 4733); times in nanoseconds. */
  get keys(): KeyPress[] {
    return keysOf(this.capture, this.stream);
  }

  /** First frame. */
  get frame(): number {
    return this.stream.frame;
  }

  /** Seconds since the first frame: first and last packet. */
  get start(): number {
    return this.stream.statistics.firstTime / 1e9;
  }

  get stop(): number {
    return this.stream.statistics.lastTime / 1e9;
  }

  /** Seconds between the first and the last packet. */
  get duration(): number {
    return this.stop - this.start;
  }

  get packets(): number {
    return this.stream.statistics.packets;
  }

  /** Expected − received, as Wireshark counts it: duplicates offset losses. */
  get lost(): number {
    return this.stream.statistics.lost;
  }

  /** Least, mean and greatest time between packets, in ms; undefined for a single packet. */
  get delta(): { min: number; mean: number; max: number } | undefined {
    return spread(this.stream.statistics.delta);
  }

  /** Least, mean and greatest interarrival jitter (RFC 3550 §6.4.1), in ms. */
  get jitter(): { min: number; mean: number; max: number } | undefined {
    return spread(this.stream.statistics.jitter);
  }

  /** Packet by packet: delta, jitter, skew, bandwidth, status (Wireshark's RTP Stream Analysis). */
  get analysis(): StreamAnalysis {
    return analyseStream(this.capture, this.stream);
  }

  /** What its receiver said of it in RTCP, beside what the capture shows. */
  get reports(): RtcpReports {
    return reportsOn(this.capture, this.stream);
  }

  /** How good it sounds by the E-model (ITU-T G.107), from its losses; the delay must be given. */
  quality(options: QualityOptions = {}): Quality {
    return Quality.of(packetColumns(this.capture, this.stream).sequence, this.payload, options);
  }

  /** Delta, jitter and losses over time. */
  jitterChart(): View {
    return new View(() => {
      const interval = this.interval;
      return streamChart({ points: this.points(), ...(interval !== undefined && { interval }) });
    });
  }

  /** Milliseconds of media in a packet: the commonest step of its timestamps. */
  get interval(): number | undefined {
    const { timestamp, payloadType } = packetColumns(this.capture, this.stream);
    const clockRate = this.stream.clockRateOf(payloadType[0] ?? 0);
    if (timestamp.length < 2 || clockRate === 0) return undefined;
    const counts = new Map<number, number>();
    for (let i = 1; i < timestamp.length; i++) {
      const step = (timestamp[i]! - timestamp[i - 1]!) >>> 0;
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    const [[step]] = [...counts].sort(([, a], [, b]) => b - a) as [[number, number]];
    return (1000 * step) / clockRate;
  }

  /** What the jitter chart draws. */
  private points(): StreamPoint[] {
    return this.analysis.map(({ frame, time, delta, jitter, lost }, i) => ({
      frame,
      time,
      delta: i === 0 ? Number.NaN : delta,
      jitter: i === 0 ? Number.NaN : jitter,
      lost,
    }));
  }

  /** The voice, decoded; silent where it is encrypted or not G.711. */
  sound(mode: PlayoutMode = "rtp"): Sound {
    return playout(audioPackets(this.capture, this.stream), { mode });
  }

  /** The voice as a recording that can be heard, drawn and saved. */
  recording(mode: PlayoutMode = "rtp"): Recording {
    const title = `${this.source.address} → ${this.destination.address}`;
    const { payload, lost, encrypted, speaker } = this;
    return new Recording(this.sound(mode), {
      title,
      speakers: () => [speaker ? words()[speaker] : this.source.address],
      payload,
      lost,
      encrypted,
    });
  }

  /** How many packets jitter buffers of these sizes, in ms, would drop: those that come too late to be played. */
  jitterBuffer(sizes: readonly number[] = BUFFERS): BufferTrials {
    const columns = packetColumns(this.capture, this.stream);
    const late = lateness(columns, this.stream);
    const points = () =>
      framesOf(this.capture, this.stream).map((frame, i) => {
        return { frame, time: columns.time[i]! / 1e9, late: late[i]! };
      });
    return BufferTrials.on(points, tryBuffers(late, sizes));
  }

  player(): View {
    return this.recording().player();
  }

  waveform(): View {
    return this.recording().waveform();
  }

  spectrogram(): View {
    return this.recording().spectrogram();
  }

  [jupyterDisplay](): MimeBundle {
    return streamTable([this]);
  }
}

/** RTP streams, shown as Wireshark's RTP Streams. */
export class Streams extends Rows<Stream> {
  [jupyterDisplay](): MimeBundle {
    return streamTable(this);
  }
}

function spread(of: { min: number; mean: number; max: number } | undefined) {
  return of && { min: of.min, mean: of.mean, max: of.max };
}

function streamTable(streams: readonly Stream[]): MimeBundle {
  const h = words();
  return table({
    columns: [
      { key: "start", label: h.start, kind: "time" },
      { key: "voice", label: h.voice },
      { key: "source", label: h.source, kind: "address" },
      { key: "destination", label: h.destination, kind: "address" },
      { key: "ssrc", label: h.ssrc, kind: "code" },
      { key: "payload", label: h.payload },
      { key: "packets", label: h.packets, kind: "number" },
      { key: "lost", label: h.lost, kind: "number" },
      { key: "meanDelta", label: h.meanDelta, kind: "number", decimals: 3 },
      { key: "maxDelta", label: h.maxDelta, kind: "number", decimals: 3 },
      { key: "meanJitter", label: h.meanJitter, kind: "number", decimals: 3 },
      { key: "maxJitter", label: h.maxJitter, kind: "number", decimals: 3 },
    ],
    rows: streams.map((stream) => ({
      start: stream.start,
      voice: stream.speaker && h[stream.speaker],
      source: `${stream.source.address}:${stream.source.port}`,
      destination: `${stream.destination.address}:${stream.destination.port}`,
      ssrc: stream.ssrc,
      payload: stream.payload,
      packets: stream.packets,
      lost: stream.lost,
      meanDelta: stream.delta?.mean,
      maxDelta: stream.delta?.max,
      meanJitter: stream.jitter?.mean,
      maxJitter: stream.jitter?.max,
      frame: stream.frame,
    })),
    frameOf: (row) => row.frame,
    filterOf: (row) => `rtp.ssrc == ${row.ssrc}`,
  });
}
