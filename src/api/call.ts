import { accountOf, compareCall } from "../asterisk/index.js";
import { type PlayoutMode, stereo } from "../audio/index.js";
import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { formatDuration } from "../dissect/time.js";
import type { CallState, CallSummary } from "../voip/calls.js";
import { endingOf } from "../voip/ending.js";
import type { Host } from "../voip/hosts.js";
import { infoKeys } from "../voip/info-keys.js";
import type { KeyPress } from "../voip/keys.js";
import { progressOf } from "../voip/progress.js";
import type { Accounts } from "./accounts.js";
import { type Agreements, agreementsOf } from "./agreements.js";
import { ComparedStep, Comparison } from "./comparison.js";
import type { Dialplan } from "./dialplan.js";
import { type Digest, digestsOf } from "./digests.js";
import { Keys, pressedKey } from "./keys.js";
import { addressOf, type Legs } from "./legs.js";
import { words } from "./messages.js";
import { Ending, Progress } from "./moments.js";
import { Recording } from "./recording.js";
import { filled, Rows } from "./rows.js";
import { bandsOf, callPhases, sequenceOf } from "./sequence.js";
import { type SessionDescriptions, sessionDescriptions } from "./session-descriptions.js";
import { type SipMessages, sipMessages } from "./sip-messages.js";
import type { Streams } from "./streams.js";
import { Talk } from "./talk.js";
import type { View } from "./view.js";

/** A call: a row of Wireshark's VoIP Calls, with its messages, its streams and its end. */
export class Call implements Displayable {
  constructor(
    private readonly summary: CallSummary,
    private readonly hosts: readonly Host[],
    /** The RTP streams whose endpoints the call's session descriptions announced. */
    readonly streams: Streams,
    private readonly around: Around,
  ) {}

  get callId(): string {
    return this.summary.callId;
  }

  /** Seconds since the first frame: first and last message. */
  get start(): number {
    return this.summary.start / 1e9;
  }

  get stop(): number {
    return this.summary.stop / 1e9;
  }

  /** `00:01:06`, as Wireshark prints it. */
  get duration(): string {
    return formatDuration(this.summary.stop - this.summary.start);
  }

  get initialSpeaker(): string {
    return this.summary.initialSpeaker;
  }

  get from(): string {
    return this.summary.from;
  }

  get to(): string {
    return this.summary.to;
  }

  /** SIP messages. */
  get packets(): number {
    return this.summary.packets;
  }

  get state(): CallState {
    return this.summary.state;
  }

  /** First method, then the final answers to the INVITE: `INVITE 401 200`. */
  get comments(): string {
    return this.summary.comments;
  }

  get frames(): number[] {
    return this.summary.events.map((event) => event.frame);
  }

  get messages(): SipMessages {
    return sipMessages(this.summary.events);
  }

  /** Who hung up, how, when, and the frames that say so. */
  get ending(): Ending {
    return new Ending(endingOf(this.summary));
  }

  /** The moments of the call: dialled, ringing, answered, ended, and the times between. */
  get progress(): Progress {
    return new Progress(progressOf(this.summary));
  }

  /** What each side wants to receive, how and where: SDP offers and answers. */
  get descriptions(): SessionDescriptions {
    return sessionDescriptions(this.summary);
  }

  /**
   * This call and those that continue it, or that it continues, behind a server (a back-to-back user agent, RFC 7092);
   * the caller's own leg first.
   */
  get legs(): Legs {
    return this.around.legsOf(this);
  }

  /** The keys that the caller pressed during the call, told of by RTP events or by SIP INFO. */
  get keys(): Keys {
    return filled(new Keys(), this.presses().map(pressedKey));
  }

  /**
   * Follows the call through a dial plan: what Asterisk must do at each step, beside what it did, with frames. With
   * accounts, the calling one says in which context the call begins.
   */
  against(dialplan: Dialplan, { accounts, context }: AgainstOptions = {}): Comparison {
    const { summary, around } = this;
    const from = accountOf(summary, accounts);
    const number = summary.events[0]?.message.uri?.user ?? "";
    const compared = compareCall(
      dialplan.plan,
      {
        call: summary,
        calls: around.others(this),
        keys: this.presses(),
        contactOf: (name, time) => around.contactOf(name, time),
      },
      { accounts, context: context ?? dialplan.contextFor(number, from) },
    );
    return filled(
      new Comparison(),
      compared.map((row) => new ComparedStep(row)),
    );
  }

  /** What offers and answers agreed on: codecs, and where each side receives. */
  get agreements(): Agreements {
    return agreementsOf(this.summary);
  }

  /** The digest that its INVITE carries; the last, where there are several. */
  get digest(): Digest | undefined {
    return digestsOf(this.summary.events).findLast(({ method }) => method === "INVITE");
  }

  private get title(): string {
    return `${addressOf(this.from)} → ${addressOf(this.to)}`;
  }

  /** The sequence plot: messages as arrows, the conversation as bands. */
  sequence(): View {
    return sequenceOf(this.summary.events, this.hosts, {
      title: this.title,
      bands: () => bandsOf(this.streams),
    });
  }

  /** This call and others in one sequence plot. */
  togetherWith(others: readonly Call[]): View {
    const calls = [this, ...others];
    const events = calls.flatMap(({ summary }) => summary.events).sort((a, b) => a.frame - b.frame);
    const bands = () => calls.flatMap(({ streams }) => bandsOf(streams));
    return sequenceOf(events, this.hosts, { title: this.title, bands, phases: () => callPhases(calls) });
  }

  /** Both voices: caller left, callee right, as they passed the capture point. */
  recording(mode: PlayoutMode = "rtp"): Recording {
    const voices = (side: "caller" | "callee") =>
      this.streams.filter((stream) => stream.speaker === side).map((stream) => stream.sound(mode));
    return new Recording(stereo(voices("caller"), voices("callee")), {
      title: this.title,
      speakers: () => [words().caller, words().callee],
      payload: [...new Set(this.streams.map((stream) => stream.payload))].join(", "),
      lost: this.streams.reduce((sum, stream) => sum + stream.lost, 0),
      encrypted: this.streams.some((stream) => stream.encrypted),
    });
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

  /** How the time is shared out: each side, both at once, silence. */
  get talk(): Talk {
    return new Talk(this.recording().sound);
  }

  /** Who speaks when. */
  activity(): View {
    return this.recording().activity();
  }

  [jupyterDisplay](): MimeBundle {
    return callTable([this]);
  }

  private presses(): KeyPress[] {
    const own = this.streams.filter(({ speaker }) => speaker === "caller");
    const presses = [...own.flatMap(({ keys }) => keys), ...infoKeys(this.summary)];
    return presses.sort((a, b) => a.time - b.time);
  }
}

/** What else a capture holds that a call may have to do with. */
export interface Around {
  legsOf(call: Call): Legs;
  /** The calls that a server may have made for this one: all but those that continue another. */
  others(call: Call): readonly CallSummary[];
  /** The contact that a phone had registered under a name before a time, in nanoseconds since the first frame. */
  contactOf(name: string, time: number): string | undefined;
}

export interface AgainstOptions {
  /** The accounts of `sip.conf` or `pjsip.conf`. */
  accounts?: Accounts;
  /** Where the call begins in the plan; the calling account's context when absent. */
  context?: string;
}

/** Calls, shown as Wireshark's VoIP Calls. */
export class Calls extends Rows<Call> {
  /** All of them in one plot: both legs of a call that a server passes on stand side by side. */
  sequence(): View {
    const [first, ...others] = this;
    return first ? first.togetherWith(others) : sequenceOf([], []);
  }

  [jupyterDisplay](): MimeBundle {
    return callTable(this);
  }
}

/** From and To without names and parameters: a table has no room for them. */
function callTable(calls: readonly Call[]): MimeBundle {
  const h = words();
  return table({
    columns: [
      { key: "from", label: h.from, kind: "code" },
      { key: "to", label: h.to, kind: "code" },
      { key: "start", label: h.start, kind: "time" },
      { key: "stop", label: h.stop, kind: "time" },
      { key: "duration", label: h.duration, kind: "code" },
      { key: "packets", label: h.packets, kind: "number" },
      { key: "state", label: h.state },
      { key: "comments", label: h.comments, kind: "code" },
      { key: "initialSpeaker", label: h.initialSpeaker, kind: "address" },
    ],
    rows: calls.map((call) => {
      const { start, stop, duration, packets, state, comments, initialSpeaker, frames } = call;
      const [from, to] = [addressOf(call.from), addressOf(call.to)];
      return { from, to, start, stop, duration, packets, state, comments, initialSpeaker, frames };
    }),
    frameOf: ({ frames }) => frames,
  });
}
