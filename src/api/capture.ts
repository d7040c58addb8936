import type { CaptureFacts, CaptureWarning } from "../capture/index.js";
import { type Displayable, facts, jupyterDisplay, type MimeBundle } from "../display/index.js";
import { hostsOf } from "../voip/hosts.js";
import { registrationsOf } from "../voip/registrations.js";
import type { SignallingEvent } from "../voip/signalling.js";
import { sipStatistics } from "../voip/sip/statistics.js";
import type { Analysis } from "./analysis.js";
import type { Calls } from "./call.js";
import { type Digests, digestsOf } from "./digests.js";
import { EndToEndCall, EndToEndCalls } from "./end-to-end-calls.js";
import type { Frame } from "./frame.js";
import { FrameList } from "./frames.js";
import { Hosts } from "./hosts.js";
import { type Joined, join } from "./join.js";
import { words } from "./messages.js";
import { countProtocols, type Protocols } from "./protocols.js";
import { Registration, Registrations } from "./registrations.js";
import { allReports, type RtcpReports } from "./rtcp-reports.js";
import { bandsOf, callPhases, sequenceOf } from "./sequence.js";
import { type SipMessages, sipMessages } from "./sip-messages.js";
import { SipStatistics } from "./sip-statistics.js";
import type { Streams } from "./streams.js";
import type { View } from "./view.js";
import { type VoipMetricsReports, voipMetricsReports } from "./voip-metrics.js";

/** Lines of a comment that are shown; `facts.comments` has them all. */
const MOST_LINES = 20;

const linesOf = (comment: string): string[] => comment.split(/\r?\n/, MOST_LINES);

/** An opened capture: its frames, and what they mean. */
export class Capture implements Displayable {
  /** All frames, as in Wireshark's packet list. */
  readonly frames: FrameList;
  private calling: Joined | undefined;

  constructor(
    private readonly analysis: Analysis,
    /** The file's name. */
    readonly name: string,
  ) {
    this.frames = new FrameList(analysis);
  }

  /** What the file says of itself: format, interfaces, comments. */
  get facts(): CaptureFacts {
    return this.analysis.facts;
  }

  /** Where the capture is damaged; what could be read around it is here. */
  get warnings(): readonly CaptureWarning[] {
    return this.analysis.warnings;
  }

  /** When the first frame was captured. */
  get begins(): Date | undefined {
    const { firstTime } = this.facts;
    return firstTime === undefined ? undefined : new Date(Number(firstTime / 1_000_000n));
  }

  /** Seconds from the first frame to the last. */
  get duration(): number {
    return this.frames.at(-1)?.time ?? 0;
  }

  /** The frame with that number, from 1, as in Wireshark. Throws a RangeError where there is none. */
  frame(number: number): Frame {
    const frame = Number.isInteger(number) && number > 0 ? this.frames.at(number - 1) : undefined;
    if (!frame) throw new RangeError(words().noSuchFrame(number, this.frames.length));
    return frame;
  }

  /** How many frames of which protocol. */
  get protocols(): Protocols {
    const { frames } = this;
    return countProtocols(
      (function* () {
        for (const frame of frames) yield frame.protocol;
      })(),
    );
  }

  /** The machines that spoke SIP: who is who. */
  get hosts(): Hosts {
    const hosts = new Hosts();
    for (const host of hostsOf(this.analysis.signalling.events)) hosts.push(host);
    return hosts;
  }

  /** All SIP messages. */
  get sip(): SipMessages {
    return sipMessages(this.analysis.signalling.events);
  }

  /** How many SIP messages of which kind, how many sent again, and how long calls took to set up. */
  get sipStatistics(): SipStatistics {
    return new SipStatistics(sipStatistics(this.analysis.signalling.events, this.facts.firstTime ?? 0n));
  }

  /** Who registered, with which challenge and outcome. */
  get registrations(): Registrations {
    const { hosts } = this;
    const list = new Registrations();
    for (const attempt of registrationsOf(this.analysis.signalling.byCallId)) {
      list.push(new Registration(attempt, hosts));
    }
    return list;
  }

  /** The digests that requests carry, by which phones prove who they are. */
  get digests(): Digests {
    return digestsOf(this.analysis.signalling.events);
  }

  /** The calls, as Wireshark's VoIP Calls. */
  get calls(): Calls {
    return this.joined().calls;
  }

  /** The calls from who dialled to who answered: the legs on both sides of a server (RFC 7092) are one. */
  get endToEndCalls(): EndToEndCalls {
    const calls = new EndToEndCalls();
    for (const legs of this.joined().legs) calls.push(new EndToEndCall(legs));
    return calls;
  }

  /** The RTP streams, as Wireshark's RTP Streams. */
  get streams(): Streams {
    return this.joined().streams;
  }

  /** What receivers said of streams in RTCP, with the round-trip times. */
  get rtcpReports(): RtcpReports {
    return allReports(this.analysis);
  }

  /** The VoIP metrics of extended RTCP reports (RFC 3611 §4.7). */
  get voipMetrics(): VoipMetricsReports {
    return voipMetricsReports(this.analysis);
  }

  /** The whole story as a sequence plot: all SIP messages, and the streams as bands. */
  sequence(): View {
    const outcomes = new Map(
      this.registrations.flatMap(({ frames, outcome }) => frames.map((frame) => [frame, outcome])),
    );
    const bands = () => {
      const unowned = this.streams.filter(({ speaker }) => speaker === undefined);
      return [...this.calls.map(({ streams }) => streams), unowned].flatMap(bandsOf);
    };
    const phases = () => {
      const ofCalls = callPhases(this.calls);
      const { registration, unregistration } = words().phases;
      return (event: SignallingEvent) => {
        const outcome = outcomes.get(event.frame);
        if (outcome === undefined) return ofCalls(event);
        return outcome === "unregistered" ? unregistration : registration;
      };
    };
    return sequenceOf(this.analysis.signalling.events, this.hosts, { title: this.name, bands, phases });
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    const { format, interfaces, comments } = this.facts;
    return facts({
      title: this.name,
      facts: [
        { label: h.format, value: format },
        {
          label: h.interfaces,
          value: interfaces.map(({ name, linkType }) => name ?? `LINKTYPE_${linkType}`).join(", "),
        },
        { label: h.begins, value: this.begins?.toISOString() },
        { label: h.duration, value: this.duration, kind: "duration" },
        { label: h.frames, value: this.frames.length },
        { label: h.registrations, value: this.registrations.length },
        { label: h.calls, value: this.calls.length },
        { label: h.streams, value: this.streams.length },
        ...comments.flatMap(linesOf).map((value) => ({ label: h.comment, value })),
        ...this.warnings.map(({ text }) => ({ label: h.warnings, value: text })),
      ],
    });
  }

  private joined(): Joined {
    this.calling ??= join(this.analysis, this.hosts);
    return this.calling;
  }
}
