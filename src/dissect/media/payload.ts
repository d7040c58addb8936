import { type Announcement, UNNAMED_EVENTS } from "../announcements.js";
import { payloadTypeName } from "../sdp/index.js";
import { h263PlusRemark, h263Remark, h264Remark, h265Remark, vp8Remark } from "./video/index.js";

const FIRST_DYNAMIC = 96;

/** How Wireshark calls RTP packets whose payload it reads further, by the encoding name in lower case. */
const LABELS: Readonly<Record<string, string>> = {
  amr: "AMR",
  "amr-wb": "AMR-WB",
  evrc: "EVRC",
  evs: "EVS",
  "h263-1998": "H.263 RFC4629",
  "h263-2000": "H.263 RFC4629",
  h264: "H.264",
  "h264-svc": "H.264",
  h265: "H.265",
  "mp4v-es": "MP4V-ES",
  opus: "OPUS",
  vp8: "VP8",
};

/** The same for static payload types (RFC 3551 §6), with what then stands as Info. */
const STATIC_LABELS: Readonly<Record<number, readonly [label: string, info?: string]>> = {
  4: ["G.723.1"],
  26: ["JPEG", "JPEG message"],
  31: ["H.261", "H.261 message"],
  32: ["MPEG-1", "MPEG-1 message"],
  34: ["H.263"],
};

/** What the Info says of a payload behind the RTP header's numbers, by label. */
const REMARKS: Readonly<Record<string, (bytes: Uint8Array, start: number, end: number) => string>> = {
  "H.263": h263Remark,
  "H.263 RFC4629": h263PlusRemark,
  "H.264": h264Remark,
  "H.265": h265Remark,
  VP8: vp8Remark,
};

/** `ITU-T G.711 PCMU`, `telephone-event`, or `DynamicRTP-Type-101`. */
export function payloadName(payloadType: number, announced: Announcement | undefined): string {
  return encodingName(payloadType, announced) ?? payloadTypeName(payloadType);
}

/** Whether the payload is an event (RFC 4733) as far as signalling tells. */
export function isEvent(payloadType: number, announced: Announcement | undefined): boolean {
  return payloadType >= FIRST_DYNAMIC && (announced?.events ?? UNNAMED_EVENTS).has(payloadType);
}

/** The packet list's Protocol of a payload that is there and not encrypted. */
export function payloadLabel(payloadType: number, announced: Announcement | undefined): string {
  const name = encodingName(payloadType, announced);
  if (name !== undefined) return LABELS[name.toLowerCase()] ?? "RTP";
  return STATIC_LABELS[payloadType]?.[0] ?? "RTP";
}

/** What stands as Info in place of the RTP header's numbers, where something does. */
export function payloadInfo(payloadType: number): string | undefined {
  return STATIC_LABELS[payloadType]?.[1];
}

/** What a payload, which is not empty, adds to the Info: of video, what it holds of a picture. */
export function payloadRemark(
  payloadType: number,
  announced: Announcement | undefined,
  bytes: Uint8Array,
  start: number,
  end: number,
): string {
  return REMARKS[payloadLabel(payloadType, announced)]?.(bytes, start, end) ?? "";
}

/** Only dynamic payload types are named by signalling, as in Wireshark. */
function encodingName(payloadType: number, announced: Announcement | undefined): string | undefined {
  return payloadType < FIRST_DYNAMIC ? undefined : announced?.formats.get(payloadType)?.encodingName;
}
