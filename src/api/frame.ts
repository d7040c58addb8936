import { frameBytes } from "../capture/index.js";
import {
  type Displayable,
  jupyterDisplay,
  type MimeBundle,
  packetDetails,
  packetText,
} from "../display/index.js";
import { destinationOf, infoOf, protocolOf, sourceOf } from "../dissect/columns.js";
import { detailsOf, type LayerDetails } from "../dissect/details.js";
import type { RtcpPacket } from "../dissect/media/rtcp-packet.js";
import { Kind, type Packet, type RtpHeader } from "../dissect/packet.js";
import type { Field } from "../dissect/protocol.js";
import type { SipMessage } from "../dissect/sip/index.js";
import { formatSeconds } from "../dissect/time.js";
import type { Analysis } from "./analysis.js";
import { type Explanation, explainFrame, explainRow } from "./explain/index.js";
import { revisit } from "./revisit.js";
import { View } from "./view.js";

/** An RTP packet: its header's numbers, and a copy of its payload. */
export interface RtpPacket extends Readonly<Omit<RtpHeader, "payloadStart" | "payloadEnd" | "announcement">> {
  readonly payload: Uint8Array;
}

/** The columns of Wireshark's packet list. */
interface Summary {
  source: string;
  destination: string;
  protocol: string;
  info: string;
}

/** A frame of a capture. What is asked of it is read from its bytes at that moment. */
export class Frame implements Displayable {
  private summary: Summary | undefined;

  constructor(
    private readonly analysis: Analysis,
    /** From 1, as in Wireshark. */
    readonly number: number,
  ) {}

  /** Seconds since the first frame. */
  get time(): number {
    return this.analysis.table.time(this.number - 1) / 1e9;
  }

  /** The same as a packet list prints it, with the decimals that the capture has; empty where it has no time. */
  get timeText(): string {
    const { table, facts } = this.analysis;
    const row = this.number - 1;
    if (!table.stamped(row)) return "";
    return formatSeconds(table.time(row), facts.interfaces[table.interfaceId(row)]?.decimals ?? 9);
  }

  /** Bytes on the wire. */
  get length(): number {
    return this.analysis.table.length(this.number - 1);
  }

  get source(): string {
    return this.columns.source;
  }

  get destination(): string {
    return this.columns.destination;
  }

  get protocol(): string {
    return this.columns.protocol;
  }

  get info(): string {
    return this.columns.info;
  }

  /** The SIP message that ends in this frame; the first, where several do. */
  get sip(): SipMessage | undefined {
    return this.kind === Kind.sip ? this.packet().sip[0] : undefined;
  }

  get rtp(): RtpPacket | undefined {
    if (this.kind !== Kind.rtp && this.kind !== Kind.rtpEvent) return undefined;
    const packet = this.packet();
    const { payloadStart, payloadEnd, announcement: _, ...header } = packet.rtp;
    return { ...header, payload: packet.bytes.slice(payloadStart, payloadEnd) };
  }

  /** The packets of an RTCP frame. */
  get rtcp(): RtcpPacket[] | undefined {
    return this.kind === Kind.rtcp ? this.packet().rtcp : undefined;
  }

  /** The layers, outermost first, with their fields and where each lies in the frame. */
  get layers(): LayerDetails[] {
    return detailsOf(this.packet());
  }

  /** A copy of the captured bytes. */
  get bytes(): Uint8Array {
    const { table, source } = this.analysis;
    return frameBytes(table, source, this.number - 1).slice();
  }

  /** The bytes that came from several frames, which the layers that say so (`of`) lie in; a copy. */
  get reassembled(): Uint8Array | undefined {
    const { buffers, frameBytes, ends, layerCount } = this.packet();
    for (let layer = layerCount - 1; layer >= 0; layer--) {
      if (buffers[layer] !== frameBytes) return buffers[layer]!.slice(0, ends[layer]);
    }
    return undefined;
  }

  /** The Wireshark display filter that finds this frame. */
  get filter(): string {
    return `frame.number == ${this.number}`;
  }

  /** The value of a field by Wireshark's name, `udp.srcport`; undefined where the frame has none. */
  field(name: string): string | undefined {
    const search = (fields: readonly Field[]): string | undefined => {
      for (const field of fields) {
        if (field.name === name) return field.value;
        const found = field.children && search(field.children);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return search(this.layers.flatMap((layer) => layer.fields));
  }

  /** In plain words: who says what to whom, what it answers, what comes next, and where that is written. */
  explain(): Explanation {
    const { analysis } = this;
    return explainFrame(analysis, this, (number) =>
      number <= analysis.frames ? new Frame(analysis, number) : undefined,
    );
  }

  /** Its row of the packet list, column by column: what stands there and what it says. */
  row(): View {
    return new View(() => explainRow(this.analysis, this));
  }

  /** The packet details and the bytes, as text. */
  toString(): string {
    return packetText(this);
  }

  [jupyterDisplay](): MimeBundle {
    return packetDetails(this);
  }

  private get kind(): Kind {
    return this.analysis.table.kind(this.number - 1) as Kind;
  }

  private get columns(): Summary {
    if (!this.summary) {
      const packet = this.packet();
      this.summary = {
        source: sourceOf(packet),
        destination: destinationOf(packet),
        protocol: protocolOf(packet),
        info: infoOf(packet),
      };
    }
    return this.summary;
  }

  /** Holds until the next frame is looked at. */
  private packet(): Packet {
    return revisit(this.analysis, this.number - 1);
  }
}

/** A frame in plain words, as `frame.explain()`. */
export function explain(frame: Frame): Explanation {
  return frame.explain();
}
