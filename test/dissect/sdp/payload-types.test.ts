import { describe, expect, it } from "vitest";
import { payloadTypeName, staticPayloadType } from "../../../src/dissect/sdp/index.js";

describe("payload types", () => {
  // names: RTP headers with every payload type, read by TShark 4.0.17 without SDP
  it.each([
    [0, "ITU-T G.711 PCMU"],
    [3, "GSM 06.10"],
    [4, "ITU-T G.723"],
    [8, "ITU-T G.711 PCMA"],
    [9, "ITU-T G.722"],
    [13, "Comfort noise"],
    [18, "ITU-T G.729"],
    [19, "Comfort noise (old)"],
    [20, "Unassigned"],
    [26, "JPEG-compressed video"],
    [31, "ITU-T H.261"],
    [34, "ITU-T H.263"],
    [71, "Unassigned"],
    [72, "Reserved for RTCP conflict avoidance"],
    [76, "Reserved for RTCP conflict avoidance"],
    [77, "Unassigned"],
    [95, "Unassigned"],
    [96, "DynamicRTP-Type-96"],
    [127, "DynamicRTP-Type-127"],
  ])("%i is %s", (type, name) => {
    expect(payloadTypeName(type)).toBe(name);
  });

  // RFC 3551 §6, tables 4 and 5
  it.each([
    [0, "PCMU", 8000, 1],
    [6, "DVI4", 16000, 1],
    [9, "G722", 8000, 1],
    [10, "L16", 44100, 2],
    [11, "L16", 44100, 1],
    [14, "MPA", 90000, 1],
    [17, "DVI4", 22050, 1],
    [33, "MP2T", 90000, 1],
  ])("%i is %s/%i/%i", (type, encodingName, clockRate, channels) => {
    expect(staticPayloadType(type)).toMatchObject({ encodingName, clockRate, channels });
  });

  it("are dynamic from 96 on", () => {
    for (let type = 96; type < 128; type++) expect(staticPayloadType(type)).toBeUndefined();
  });
});
