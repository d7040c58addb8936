import { clock } from "../../display/index.js";
import type { Analysis } from "../analysis.js";
import type { Frame } from "../frame.js";
import { contextOf } from "./context.js";
import { Explanation, type Told } from "./explanation.js";
import type { FrameAt } from "./near.js";
import { explainArp, explainIcmp, explainKeepAlive, isKeepAlive } from "./network.js";
import { explainRtcp } from "./rtcp.js";
import { explainRtp } from "./rtp.js";
import { shortened } from "./shortened.js";
import { explainSip } from "./sip.js";
import { explainStun } from "./stun.js";
import { words } from "./words.js";

export { Explanation } from "./explanation.js";
export { explainRow } from "./row.js";

/** A frame of a capture in plain words. `frameAt` gives its other frames; undefined past the last. */
export function explainFrame(analysis: Analysis, frame: Frame, frameAt: FrameAt): Explanation {
  return new Explanation(tell(analysis, frame, frameAt));
}

function tell(analysis: Analysis, frame: Frame, frameAt: FrameAt): Told {
  const context = contextOf(analysis);
  const [event, ...others] = context.eventsOf(frame.number);
  if (event) {
    const told = explainSip(context, event);
    const more = others.map((other) => explainSip(context, other));
    return { ...told, sentences: [told, ...more].flatMap(({ sentences }) => sentences) };
  }
  const { rtp, rtcp } = frame;
  if (rtp) return explainRtp(context, frame, rtp, frameAt);
  if (rtcp && rtcp.length > 0) return explainRtcp(context, frame, rtcp);
  if (frame.protocol === "ICMP") return explainIcmp(context, frame, frameAt);
  if (/^(?:CLASSIC-)?STUN$/.test(frame.protocol)) return explainStun(context, frame, frameAt);
  if (frame.protocol === "ARP") return explainArp(context, frame, frameAt);
  if (frame.protocol === "UDP" && isKeepAlive(frame)) return explainKeepAlive(context, frame);
  const say = words();
  const [from, to] = [context.party(frame.source), context.party(frame.destination)];
  const protocol = shortened(frame.protocol);
  return {
    title: say.title(frame.number, clock(frame.time), from, to, protocol),
    sentences: [say.others(protocol, shortened(frame.info) || say.noInfo)],
  };
}
