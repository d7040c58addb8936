import { describe, expect, it } from "vitest";
import { negotiate, parseSdp } from "../../../src/dissect/sdp/index.js";

const session = (address: string, ...media: string[]) =>
  parseSdp(
    ["v=0", `o=- 1 1 IN IP4 ${address}`, "s=-", `c=IN IP4 ${address}`, "t=0 0", ...media].join("\r\n"),
  );
const agree = (offer: string[], answer: string[]) =>
  negotiate(session("192.0.2.1", ...offer), session("192.0.2.2", ...answer));

describe("negotiate", () => {
  it("reads the example of RFC 3264 §10.1", () => {
    const [audio, firstVideo, secondVideo] = agree(
      [
        "m=audio 49170 RTP/AVP 0 8 97",
        "a=rtpmap:0 PCMU/8000",
        "a=rtpmap:8 PCMA/8000",
        "a=rtpmap:97 iLBC/8000",
        "m=video 51372 RTP/AVP 31 32",
        "a=rtpmap:31 H261/90000",
        "a=rtpmap:32 MPV/90000",
        "m=video 51374 RTP/AVP 31",
      ],
      [
        "m=audio 49172 RTP/AVP 0 8",
        "a=rtpmap:0 PCMU/8000",
        "m=video 0 RTP/AVP 31",
        "m=video 53000 RTP/AVP 31",
        "a=rtpmap:31 H261/90000",
      ],
    );
    expect(audio).toMatchObject({
      type: "audio",
      accepted: true,
      offerer: { address: "192.0.2.1", port: 49170, sends: true, rtcp: { port: 49171 } },
      answerer: { address: "192.0.2.2", port: 49172, sends: true },
      telephoneEvent: undefined,
    });
    expect(audio!.codecs.map(({ answered }) => answered.encodingName)).toEqual(["PCMU", "PCMA"]);
    expect(firstVideo).toMatchObject({
      accepted: false,
      offerer: { sends: false },
      answerer: { sends: false },
    });
    expect(secondVideo).toMatchObject({ accepted: true, answerer: { port: 53000 } });
  });

  it("takes the answer's order, and each side's own payload types", () => {
    const [audio] = agree(
      ["m=audio 1 RTP/AVP 0 96 120", "a=rtpmap:96 opus/48000/2", "a=rtpmap:120 telephone-event/8000"],
      ["m=audio 1 RTP/AVP 111 0 101", "a=rtpmap:111 OPUS/48000/2", "a=rtpmap:101 telephone-event/8000"],
    );
    expect(audio!.codecs.map(({ offered, answered }) => [offered.payloadType, answered.payloadType])).toEqual(
      [
        [96, 111],
        [0, 0],
      ],
    );
    expect(audio!.telephoneEvent).toMatchObject({
      offered: { payloadType: 120 },
      answered: { payloadType: 101 },
    });
  });

  it("tells formats apart by clock rate and channels", () => {
    const [audio] = agree(
      [
        "m=audio 1 RTP/AVP 96 97 98",
        "a=rtpmap:96 speex/16000",
        "a=rtpmap:97 L16/8000/2",
        "a=rtpmap:98 x/8000",
      ],
      ["m=audio 1 RTP/AVP 96 97 98", "a=rtpmap:96 speex/8000", "a=rtpmap:97 L16/8000"],
    );
    expect(audio!.codecs).toEqual([]);
  });

  it.each([
    ["sendrecv", "sendrecv", true, true],
    ["sendonly", "recvonly", true, false],
    ["recvonly", "sendonly", false, true],
    ["inactive", "inactive", false, false],
    ["sendrecv", "recvonly", true, false],
    ["sendonly", "inactive", false, false],
  ])("%s answered by %s", (offer, answer, offererSends, answererSends) => {
    const [audio] = agree(["m=audio 1 RTP/AVP 0", `a=${offer}`], ["m=audio 1 RTP/AVP 0", `a=${answer}`]);
    expect([audio!.offerer.sends, audio!.answerer.sends]).toEqual([offererSends, answererSends]);
    expect(audio!.offerer.hold).toBe(offer === "sendonly" || offer === "inactive");
  });

  it("knows the old way to hold: nobody receives at 0.0.0.0", () => {
    const [audio] = agree(["m=audio 1 RTP/AVP 0", "c=IN IP4 0.0.0.0"], ["m=audio 1 RTP/AVP 0"]);
    expect(audio).toMatchObject({ offerer: { hold: true, sends: true }, answerer: { sends: false } });
  });

  it("shares the port with RTCP only where both want to", () => {
    const plain = ["m=audio 1 RTP/SAVP 0"];
    const mux = [...plain, "a=rtcp-mux"];
    expect(agree(mux, mux)[0]).toMatchObject({ rtcpMux: true, encrypted: true });
    expect(agree(mux, plain)[0]!.rtcpMux).toBe(false);
  });

  it("refuses what the answer lacks or changes", () => {
    expect(agree(["m=audio 1 RTP/AVP 0", "m=video 1 RTP/AVP 31"], ["m=image 1 udptl t38"])).toMatchObject([
      { accepted: false, protocol: "udptl" },
      { accepted: false, codecs: [], answerer: { address: undefined, port: 0 } },
    ]);
  });
});
