import { type Sound, sampleCount, seconds, spectrogram, talkSpans, wavBytes } from "../audio/index.js";
import {
  activity,
  type Displayable,
  spectrogram as drawSpectrogram,
  jupyterDisplay,
  labelled,
  type MimeBundle,
  note,
  player,
  waveform,
} from "../display/index.js";
import { words } from "./messages.js";
import { View } from "./view.js";

export interface RecordingOptions {
  title: string;
  /** Whose voice each channel is, in the language of the moment. */
  speakers: () => readonly string[];
  /** As Wireshark names it, `g711U`. */
  payload: string;
  /** RTP packets. */
  lost: number;
  encrypted: boolean;
}

/** Longest recording that a page plays, in seconds: an hour of stereo makes 150 MB of HTML. */
const LONGEST_PLAYED = 3600;

/** Decoded voices: to be heard, drawn, saved. */
export class Recording implements Displayable {
  constructor(
    /** Samples at 8,000 Hz, a channel or two. */
    readonly sound: Sound,
    private readonly options: RecordingOptions,
  ) {}

  /** Seconds. */
  get duration(): number {
    return seconds(this.sound);
  }

  /** RTP packets: expected − received, of all its streams. */
  get lost(): number {
    return this.options.lost;
  }

  /** A WAV file: 16-bit PCM at 8,000 Hz. */
  wav(): Uint8Array {
    return wavBytes(this.sound);
  }

  /** To be heard. */
  player(): View {
    return new View(() => this[jupyterDisplay]());
  }

  /** To be seen: the voices, each in a lane of its own. */
  waveform(): View {
    const { title } = this.options;
    return new View(
      () => this.nothing() ?? waveform({ title, channels: this.lanes(), rate: this.sound.rate }),
    );
  }

  /** To be seen: which frequencies are how loud, each voice in a lane of its own. */
  spectrogram(): View {
    const { title } = this.options;
    return new View(
      () =>
        this.nothing() ??
        drawSpectrogram({
          title,
          lanes: this.lanes().map(({ label, samples }) => ({ label, ...spectrogram(samples) })),
        }),
    );
  }

  /** Who speaks when, in seconds from the recording's start. */
  activity(): View {
    return new View(() => {
      const speakers = this.lanes().map(({ label, samples }) => {
        return { label, talks: talkSpans(samples).map(({ start, end }) => ({ start, stop: end })) };
      });
      return this.nothing() ?? activity({ speakers, seconds: this.duration });
    });
  }

  [jupyterDisplay](): MimeBundle {
    const { title, payload, lost } = this.options;
    const { rate, channels } = this.sound;
    if (this.duration > LONGEST_PLAYED) {
      return note({ text: words().tooLong(title, this.duration / 3600), kind: "warning" });
    }
    return (
      this.nothing() ??
      player({
        title,
        wav: this.wav(),
        fileName: `${title}.wav`,
        seconds: this.duration,
        rate,
        channels: channels.length,
        codec: payload,
        lost,
        waves: this.lanes(),
      })
    );
  }

  /** Says why there is nothing to hear; undefined where there is. */
  private nothing(): MimeBundle | undefined {
    if (sampleCount(this.sound) > 0) return undefined;
    const { encrypted, noAudio } = words();
    const { title } = this.options;
    return note({ text: labelled(title, this.options.encrypted ? encrypted : noAudio), kind: "warning" });
  }

  private lanes() {
    const speakers = this.options.speakers();
    return this.sound.channels.map((samples, i) => ({ label: speakers[i] ?? "", samples }));
  }
}
