import { type Displayable, jupyterDisplay, type MimeBundle, note, table } from "../display/index.js";
import {
  type CodecImpairment,
  codecImpairment,
  type EModelParameters,
  meanOpinionScore,
  packetLoss,
  type Rating,
  rating,
  type Satisfaction,
  satisfaction,
} from "../voip/quality/index.js";
import { words } from "./messages.js";

/** What a capture cannot tell of a conversation. */
export interface QualityOptions {
  /** From mouth to ear, one way, in ms; 0 when absent. */
  delay?: number;
  /** Whether the receiver conceals lost packets (PLC); it does when absent. */
  concealment?: boolean;
  /** Other parameters of the E-model (G.107, table 2): `{ a: 10, telr: 55 }`. */
  parameters?: Partial<EModelParameters>;
}

/**
 * How good a conversation sounds by the E-model (ITU-T G.107), from the losses of one stream. Late packets count as
 * received: a jitter buffer that drops them makes it worse.
 */
export class Quality implements Displayable {
  /** R and its terms; undefined for codecs whose Ie and Bpl are not known here. */
  readonly rating: Rating | undefined;

  private constructor(
    /** The payloads of the stream, `g711U`. */
    readonly payload: string,
    private readonly impairment: CodecImpairment | undefined,
    /** Packets lost, in %. */
    readonly loss: number,
    /** 1 where losses are at random, more where they come in bursts. */
    readonly burstRatio: number,
    /** One way, in ms. */
    readonly delay: number,
    readonly concealment: boolean,
    parameters: Partial<EModelParameters>,
  ) {
    // with echo cancelled or not, it comes back after the same way, and a loop is twice as long
    const delays = { t: delay, ta: delay, tr: 2 * delay };
    const losses = { ppl: loss, burstR: burstRatio };
    this.rating = impairment && rating({ ...delays, ...losses, ...impairment, ...parameters });
  }

  /** Of a stream's sequence numbers in the order of arrival, and its payloads by Wireshark's names. */
  static of(sequences: ArrayLike<number>, payload: string, options: QualityOptions): Quality {
    const { delay = 0, concealment = true, parameters = {} } = options;
    const { ppl, burstR } = packetLoss(sequences);
    const impairment = codecImpairment(payload.split(", "), concealment);
    const { ppl: loss = ppl, burstR: bursts = burstR } = parameters;
    return new Quality(payload, impairment, loss, bursts, delay, concealment, parameters);
  }

  /** Mean opinion score, conversational, estimated (MOS-CQE): 1 is bad, 4.5 the best. */
  get mos(): number | undefined {
    return this.rating && meanOpinionScore(this.rating.r);
  }

  get satisfaction(): Satisfaction | undefined {
    return this.rating && satisfaction(this.rating.r);
  }

  [jupyterDisplay](): MimeBundle {
    const h = words().quality;
    const { rating: found, impairment, mos, satisfaction: satisfied } = this;
    if (!found || !impairment || mos === undefined || !satisfied) {
      return note({ text: h.unknownCodec(this.payload), kind: "warning" });
    }
    const row = (term: string, value: number, meaning: string) => ({ term, value, meaning });
    return table({
      caption: h.caption(this.payload),
      columns: [
        { key: "term", label: h.term, kind: "code" },
        { key: "value", label: h.value, kind: "number", decimals: 2 },
        { key: "meaning", label: h.meaning },
      ],
      rows: [
        row("Ppl", this.loss, h.ppl),
        row("BurstR", this.burstRatio, h.burstR),
        row("Ie", impairment.ie, h.ie(this.payload)),
        row("Bpl", impairment.bpl, this.concealment ? h.concealed : h.silent),
        row("T, Ta", this.delay, this.delay === 0 ? h.noDelay : h.delay),
        row("Ro", found.ro, h.ro),
        row("− Is", found.is, h.is),
        row("− Id", found.id, h.id),
        row("− Ie,eff", found.ieEff, h.ieEff),
        row("+ A", found.a, h.a),
        row("= R", found.r, h.satisfactions[satisfied]),
        row("MOS", mos, h.mos),
      ],
    });
  }
}
