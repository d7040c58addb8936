import { describe, expect, it } from "vitest";
import { payloadClockRate, payloadShortName } from "../../../src/voip/stream/index.js";

describe("payload types", () => {
  it("are named as TShark 4.0.17 names them in -z rtp,streams", () => {
    const names = Array.from({ length: 128 }, (_, type) => payloadShortName(type));
    expect(names.slice(0, 20)).toEqual(
      [
        "g711U|fs-1016|g721|GSM|g723|DVI4 8k|DVI4 16k|Exp. from Xerox PARC|g711A|g722|16-bit audio, stereo",
        "16-bit audio, monaural|Qualcomm|CN|MPEG-I/II Audio|g728|DVI4 11k|DVI4 22k|g729|CN(old)",
      ].flatMap((line) => line.split("|")),
    );
    const others = new Map(names.map((name, type) => [type, name]).slice(20, 96) as [number, string][]);
    for (const [type, name] of others) if (name === "Unassigned") others.delete(type);
    expect(Object.fromEntries(others)).toEqual({
      25: "CellB",
      26: "JPEG",
      28: "NV",
      31: "h261",
      32: "MPEG-I/II Video",
      33: "MPEG-II streams",
      34: "h263",
      ...Object.fromEntries(
        [72, 73, 74, 75, 76].map((type) => [type, "Reserved for RTCP conflict avoidance"]),
      ),
    });
    expect(names.slice(96, 103).join(" ")).toBe(
      "RTPType-96 RTPType-97 RTPType-98 rtp.rfc2198 rtpevent rtpevent RTPType-102",
    );
    expect(names[127]).toBe("RTPType-127");
  });

  it("take the announced name and clock when they are dynamic, and only then", () => {
    const opus = { name: "opus", clockRate: 48000 };
    expect(payloadShortName(111, opus.name)).toBe("opus");
    expect(payloadClockRate(111, opus)).toBe(48000);
    expect(payloadShortName(8, opus.name)).toBe("g711A");
    expect(payloadClockRate(8, opus)).toBe(8000);
  });

  it("have no clock when they are events, unknown or unassigned", () => {
    expect(payloadClockRate(101, { name: "Telephone-Event", clockRate: 8000 })).toBe(0);
    expect(payloadClockRate(111)).toBe(0);
    expect(payloadClockRate(77)).toBe(0);
  });
});
