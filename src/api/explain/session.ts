import { type MediaDescription, parseSdp } from "../../dissect/sdp/index.js";
import type { SipMessage } from "../../dissect/sip/index.js";
import { shortened } from "./shortened.js";
import { words } from "./words.js";

/** More media than these are not put into words. */
const MOST_MEDIA = 4;
const MOST_CODECS = 8;

/** What the session descriptions of a message say (RFC 3264 §4): an INVITE's is an offer, its answer's an answer. */
export function describeSession(
  message: SipMessage,
  kind: SipMessage["kind"],
  asked?: SipMessage | undefined,
): string[] {
  const say = words();
  const method = message.cseq?.method;
  const role =
    method === "INVITE" && kind === "request"
      ? say.offer
      : method === "INVITE" && asked
        ? asked.sdp.length > 0
          ? say.answer
          : say.offer
        : say.description;
  const media = message.sdp.flatMap((range) => parseSdp(message.textOf(range)).media).slice(0, MOST_MEDIA);
  const sentences = media.map((one) =>
    one.port === 0
      ? say.refused(shortened(one.type))
      : role(shortened(one.type), placeOf(one), codecsOf(one)),
  );
  return media.some(({ hold, port }) => hold && port > 0) ? [...sentences, say.hold] : sentences;
}

function placeOf({ address = "?", port }: MediaDescription): string {
  return shortened(`${address}:${port}`);
}

function codecsOf({ formats, formatNames }: MediaDescription): string {
  const names = formats.map(({ encodingName, payloadType }) => encodingName ?? String(payloadType));
  const list = [...new Set(names.length > 0 ? names : formatNames)].slice(0, MOST_CODECS);
  return list.length === 0 ? words().nothingElse : shortened(list.join(", "));
}
