import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payloadRemark } from "../../../src/dissect/media/payload.js";
import { hex, join, Wire } from "./wire.js";

/** 30 bytes of picture data. */
const DATA = "b8".repeat(30);
const SPS = "6742c01ed9005005bb011000000300100000030300f1832e48";
const PPS = "68cb83cb20";
const sized = (unit: string) => `${(unit.length / 2).toString(16).padStart(4, "0")}${unit}`;

/** What the Info says behind the time, of a payload that an offer announced by that name; goldens: TShark 4.0.17. */
function remarksOn(encoding: string, payloads: readonly string[], payloadType = 96): string[] {
  const wire = new Wire();
  const map = payloadType < 96 ? [] : [`a=rtpmap:${payloadType} ${encoding}/90000`];
  wire.offer(["c=IN IP4 10.0.0.2", "t=0 0", `m=video 30002 RTP/AVP ${payloadType}`, ...map]);
  return payloads.map((payload) => {
    // version 2, no marker, sequence number 1, time 1, SSRC 1
    const header = Uint8Array.from([0x80, payloadType, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
    return wire.row({ payload: join(header, hex(payload)) }).split("Time=1")[1]!;
  });
}

describe("the Info of video", () => {
  it("says of VP8 which frame begins, behind every form of descriptor", () => {
    const key = `50000000${"9d012a8002e001"}${"00".repeat(20)}`;
    expect(remarksOn("VP8", [`10${key}`, `1051000000${"00".repeat(9)}`, "0011223344", `11${key}`])).toEqual([
      " - Keyframe",
      " - Interframe",
      " - Continuation",
      " - Continuation",
    ]);
    // an extension: picture's number of 7 and of 15 bits, TL0PICIDX, TID and KEYIDX
    const extended = ["90801151000000", "8080800011", "80400011223344", "80c0001122", "80200011"];
    expect(remarksOn("vp8", extended)).toEqual([" - Interframe", ...new Array(4).fill(" - Continuation")]);
    const short = ["10", "1050000000", "00", "80", "808000", "80c01201", "902000"];
    expect(remarksOn("VP8", short)).toEqual(short.map(() => "[Malformed Packet]"));
  });

  it("names H.264's units, those put together and those cut up", () => {
    const whole = [SPS, PPS, `65${DATA}`, `41${DATA}`, "09f0", "0cff", "41"];
    expect(remarksOn("H264", whole)).toEqual([
      " SPS",
      " PPS",
      " IDR-Slice",
      " non-IDR-Slice",
      " Access-Delimiter",
      " Filler",
      " non-IDR-Slice[Malformed Packet]",
    ]);
    const together = [
      `78${sized(SPS)}${sized(PPS)}`,
      `790001${sized(SPS)}${sized(PPS)}`,
      `78004041${DATA}`,
      "78",
    ];
    expect(remarksOn("H264", together)).toEqual([
      " STAP-A SPS PPS",
      " STAP-B SPS PPS",
      " STAP-A  [Bad NAL Length]",
      " STAP-A[Malformed Packet]",
    ]);
    const parts = [`7c85${DATA}`, `7c05${DATA}`, `7c45${DATA}`, `7d85${DATA}`, "7c", "7c81"];
    expect(remarksOn("H264", parts)).toEqual([
      " FU-A Start:IDR-Slice",
      " FU-A",
      " FU-A End",
      " FU-B",
      " FU-A[Malformed Packet]",
      " FU-A Start:non-IDR-Slice[Malformed Packet]",
    ]);
  });

  it("names H.265's units", () => {
    const units = ["4401c172b46240", `2601${DATA}`, `6201 93${DATA}`, `6201 13${DATA}`, `6201 53${DATA}`];
    expect(remarksOn("H265", [...units, `3601${DATA}`, `7e01${DATA}`, "6201", "62"])).toEqual([
      " PPS_NUT",
      " IDR_W_RADL",
      " FU Start:IDR_W_RADL",
      " FU",
      " FU End",
      " RSV_VCL27",
      " UNSPEC63",
      " FU[Malformed Packet]",
      "[Malformed Packet]",
    ]);
  });

  it("says of H.263 the mode, and the picture that begins", () => {
    const data = "11".repeat(20);
    const picture = (type: string) => `00008002${type}${data}`;
    const old = [
      `00000000${data}`,
      `00000000${picture("00")}`,
      `00000000${picture("02")}`,
      `00000000${picture("1e")}`,
      `000000000000fc02${data}`,
      `8000000000000000${picture("02")}`,
      `c00000000000000000000000${picture("02")}`,
      `40800000${data}`,
      "0000",
    ];
    expect(remarksOn("", old, 34)).toEqual([
      "MODE A H263 payload ",
      "MODE A H263 payload (PSC) I-Frame",
      "MODE A H263 payload (PSC) P-frame",
      "MODE A H263 payload (PSC) ",
      "MODE A H263 payload (GBSC) ",
      "MODE B H263 payload (PSC) P-frame",
      "MODE C H263 payload (PSC) P-frame",
      "H263 payload ",
      "MODE A [Malformed Packet]",
    ]);
    const rest = "00".repeat(12);
    const plus = ["80020c", "80020e", "80021e", "840000", "000000"].map((begin) => `0400${begin}${rest}`);
    expect(remarksOn("H263-1998", [...plus, "0000", "0000 800202"])).toEqual([
      "(PSC) I-Frame",
      "(PSC) P-frame",
      "(PSC) ",
      "(GBSC) ",
      "",
      "[Malformed Packet]",
      "",
    ]);
  });

  it("is text whatever the payload is", () => {
    const codecs = ["VP8", "H264", "H265", "H263-1998"].map((encodingName) => ({
      frame: 1,
      method: "SDP",
      use: "rtp" as const,
      media: "video",
      encrypted: false,
      rtcpMux: false,
      formats: new Map([[96, { encodingName, clockRate: 90_000 }]]),
      events: new Set<number>(),
    }));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(5), (bytes, before) => {
        const start = Math.min(before, bytes.length - 1);
        for (const codec of codecs) {
          const remark = payloadRemark(96, codec, bytes, start, bytes.length);
          expect(remark).not.toMatch(/undefined|NaN/);
        }
        expect(payloadRemark(34, undefined, bytes, start, bytes.length)).toMatch(/H263 payload|Malformed/);
      }),
    );
  });
});
