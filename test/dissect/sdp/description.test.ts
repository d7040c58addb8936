import { describe, expect, it } from "vitest";
import { parseSdp } from "../../../src/dissect/sdp/index.js";

const lines = (...text: string[]) => `${text.join("\r\n")}\r\n`;
const withMedia = (...text: string[]) =>
  parseSdp(lines("v=0", "o=- 1 1 IN IP4 h", "s=-", "c=IN IP4 192.0.2.1", "t=0 0", ...text)).media;

describe("parseSdp", () => {
  it("reads the example of RFC 4566 §5", () => {
    const session = parseSdp(
      lines(
        "v=0",
        "o=jdoe 2890844526 2890842807 IN IP4 10.47.16.5",
        "s=SDP Seminar",
        "i=A Seminar on the session description protocol",
        "u=http://www.example.com/seminars/sdp.pdf",
        "e=j.doe@example.com (Jane Doe)",
        "c=IN IP4 224.2.17.12/127",
        "t=2873397496 2873404696",
        "a=recvonly",
        "m=audio 49170 RTP/AVP 0",
        "m=video 51372 RTP/AVP 99",
        "a=rtpmap:99 h263-1998/90000",
      ),
    );
    expect(session).toMatchObject({
      origin: {
        username: "jdoe",
        sessionId: "2890844526",
        sessionVersion: "2890842807",
        address: "10.47.16.5",
      },
      sessionName: "SDP Seminar",
      address: "224.2.17.12",
    });
    expect(session.media).toMatchObject([
      { type: "audio", port: 49170, protocol: "RTP/AVP", address: "224.2.17.12", direction: "recvonly" },
      { type: "video", port: 51372, direction: "recvonly", hold: false },
    ]);
    expect(session.media[0]!.formats).toEqual([
      { payloadType: 0, encodingName: "PCMU", clockRate: 8000, channels: 1, fmtp: undefined },
    ]);
    expect(session.media[1]!.formats).toEqual([
      { payloadType: 99, encodingName: "h263-1998", clockRate: 90000, channels: 1, fmtp: undefined },
    ]);
  });

  it("reads what Linphone 5.1 offers (08-hold-resume.pcapng, frame 6382, its attributes as TShark 4.0.17 shows them)", () => {
    const [audio] = withMedia(
      "m=audio 7078 RTP/AVP 96 97 98 0 8 18 99 100 101",
      "a=rtpmap:96 opus/48000/2",
      "a=fmtp:96 useinbandfec=1",
      "a=rtpmap:97 speex/16000",
      "a=fmtp:97 vbr=on",
      "a=rtpmap:98 speex/8000",
      "a=fmtp:98 vbr=on",
      "a=fmtp:18 annexb=yes",
      "a=rtpmap:99 telephone-event/48000",
      "a=rtpmap:100 telephone-event/16000",
      "a=rtpmap:101 telephone-event/8000",
      "a=sendonly",
      "a=rtcp-fb:* trr-int 1000",
      "a=rtcp-fb:* ccm tmmbr",
    );
    expect(audio).toMatchObject({ direction: "sendonly", hold: true, encrypted: false, rtcpMux: false });
    expect(
      audio!.formats.map((f) => [f.payloadType, f.encodingName, f.clockRate, f.channels, f.fmtp]),
    ).toEqual([
      [96, "opus", 48000, 2, "useinbandfec=1"],
      [97, "speex", 16000, 1, "vbr=on"],
      [98, "speex", 8000, 1, "vbr=on"],
      [0, "PCMU", 8000, 1, undefined],
      [8, "PCMA", 8000, 1, undefined],
      [18, "G729", 8000, 1, "annexb=yes"],
      [99, "telephone-event", 48000, 1, undefined],
      [100, "telephone-event", 16000, 1, undefined],
      [101, "telephone-event", 8000, 1, undefined],
    ]);
  });

  it("tells where RTCP goes (RFC 3605)", () => {
    const rtcp = (...attributes: string[]) => withMedia("m=audio 4000 RTP/AVP 0", ...attributes)[0]!.rtcp;
    expect(rtcp()).toEqual({ address: "192.0.2.1", port: 4001 });
    expect(rtcp("a=rtcp:53020")).toEqual({ address: "192.0.2.1", port: 53020 });
    expect(rtcp("a=rtcp:53020 IN IP4 126.16.64.4")).toEqual({ address: "126.16.64.4", port: 53020 });
    expect(rtcp("a=rtcp:53020 IN IP6 2001:db8::211")).toEqual({ address: "2001:db8::211", port: 53020 });
    expect(rtcp("c=IN IP4 192.0.2.9")).toEqual({ address: "192.0.2.9", port: 4001 });
    expect(rtcp("a=rtcp:70000")).toEqual({ address: "192.0.2.1", port: 4001 });
  });

  it("reads encryption and ICE", () => {
    const [audio, video] = withMedia(
      "m=audio 9 UDP/TLS/RTP/SAVPF 111",
      "a=rtcp-mux",
      "a=fingerprint:sha-256 4A:AD:B9:B1:3F:82:18:3B",
      "a=candidate:1 1 UDP 2130706431 10.0.1.1 8998 typ host",
      "a=candidate:2 1 UDP 1694498815 192.0.2.3 45664 typ srflx raddr 10.0.1.1 rport 8998",
      "m=video 5002 RTP/SAVP 31",
      "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4",
    );
    expect(audio).toMatchObject({
      encrypted: true,
      rtcpMux: true,
      candidates: 2,
      fingerprint: "sha-256 4A:AD:B9:B1:3F:82:18:3B",
      formats: [{ payloadType: 111, encodingName: undefined, clockRate: undefined }],
    });
    expect(video).toMatchObject({
      encrypted: true,
      candidates: 0,
      fingerprint: undefined,
      crypto: [
        {
          tag: 1,
          suite: "AES_CM_128_HMAC_SHA1_80",
          keys: "inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4",
        },
      ],
    });
  });

  it("reads media that are not RTP", () => {
    const [fax, data] = withMedia("m=image 4004 udptl t38", "m=application 32416 udp wb");
    expect(fax).toMatchObject({
      type: "image",
      protocol: "udptl",
      formatNames: ["t38"],
      formats: [],
      rtcp: undefined,
    });
    expect(data).toMatchObject({ type: "application", formatNames: ["wb"] });
  });

  it("reads port counts, ptime and hold by address", () => {
    const [audio, video] = withMedia(
      "m=audio 49170/2 RTP/AVP 0 0 300 x",
      "c=IN IP4 0.0.0.0",
      "a=ptime:20",
      "m=video 0 RTP/AVP 31",
      "c=IN IP6 ff15::101/3",
    );
    expect(audio).toMatchObject({ port: 49170, portCount: 2, ptime: 20, hold: true, direction: "sendrecv" });
    expect(audio!.formats.map(({ payloadType }) => payloadType)).toEqual([0, 0]);
    expect(video).toMatchObject({ port: 0, address: "ff15::101", rtcp: { port: 0 } });
  });

  it("gives each line its bytes", () => {
    const text = "v=0\r\ns=Réunion\nm=audio 1 RTP/AVP 0\rodd line\r\n\r\na=sendrecv";
    const bytes = new TextEncoder().encode(text);
    const session = parseSdp(bytes);
    expect(session.lines).toEqual([
      { type: "v", value: "0", start: 0, end: 3 },
      { type: "s", value: "Réunion", start: 5, end: 15 },
      { type: "m", value: "audio 1 RTP/AVP 0", start: 16, end: 35 },
      { type: "", value: "odd line", start: 36, end: 44 },
      { type: "a", value: "sendrecv", start: 48, end: 58 },
    ]);
    expect(session.media[0]).toMatchObject({ start: 16, end: 58 });
    expect(parseSdp(text)).toEqual(session);
  });

  it.each(["", "garbage", "m=", "m=audio", "c=", "o=x", "a=rtpmap:\nm=audio 99999 RTP/AVP -1 128 1e2"])(
    "takes %j without harm",
    (text) => {
      const { media, origin } = parseSdp(text);
      expect(origin).toBeUndefined();
      for (const { port, formats, address } of media)
        expect([port, formats, address]).toEqual([0, [], undefined]);
    },
  );

  it("pollutes no prototype", () => {
    const hostile = ["a=__proto__:x", "a=constructor:1", "a=fmtp:0 __proto__=1", "a=rtpmap:0 __proto__/8000"];
    const [audio] = withMedia("m=audio 1 RTP/AVP 0 8", ...hostile, "a=crypto:1 __proto__ x");
    expect(audio!.formats[0]).toMatchObject({ encodingName: "__proto__", fmtp: "__proto__=1" });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
