import { describe, expect, it } from "vitest";
import { addressSpec } from "../../../src/dissect/sip/index.js";
import { message, withHeaders } from "./wire.js";

/** RFC 3261 §24.2, F2; the SDP, which is not shown there, from RFC 4566 §5. */
const INVITE = message(`
INVITE sip:bob@biloxi.com SIP/2.0
Via: SIP/2.0/UDP bigbox3.site3.atlanta.com;branch=z9hG4bK77ef4c2312983.1
Via: SIP/2.0/UDP pc33.atlanta.com;branch=z9hG4bKnashds8
 ;received=192.0.2.1
Max-Forwards: 69
To: Bob <sip:bob@biloxi.com>
From: Alice <sip:alice@atlanta.com>;tag=1928301774
Call-ID: a84b4c76e66710
CSeq: 314159 INVITE
Contact: <sip:alice@pc33.atlanta.com>
Content-Type: application/sdp
Content-Length: 144

v=0
o=jdoe 2890844526 2890842807 IN IP4 10.47.16.5
s=SDP Seminar
c=IN IP4 224.2.17.12/127
t=2873397496 2873404696
m=audio 49170 RTP/AVP 0
`);

/** RFC 3261 §24.1, F1 and F2. */
const REGISTER = message(`
REGISTER sip:registrar.biloxi.com SIP/2.0
Via: SIP/2.0/UDP bobspc.biloxi.com:5060;branch=z9hG4bKnashds7
Max-Forwards: 70
To: Bob <sip:bob@biloxi.com>
From: Bob <sip:bob@biloxi.com>;tag=456248
Call-ID: 843817637684230@998sdasdh09
CSeq: 1826 REGISTER
Contact: <sip:bob@192.0.2.4>
Expires: 7200
Content-Length: 0

`);
const REGISTERED = message(`
SIP/2.0 200 OK
Via: SIP/2.0/UDP bobspc.biloxi.com:5060;branch=z9hG4bKnashds7
 ;received=192.0.2.4
To: Bob <sip:bob@biloxi.com>;tag=2493k59kd
From: Bob <sip:bob@biloxi.com>;tag=456248
Call-ID: 843817637684230@998sdasdh09
CSeq: 1826 REGISTER
Contact: <sip:bob@192.0.2.4>
Expires: 7200
Content-Length: 0

`);

describe("an INVITE on its way through a proxy", () => {
  it("names its dialog and transaction", () => {
    expect(INVITE.callId).toBe("a84b4c76e66710");
    expect(INVITE.cseq).toEqual({ number: 314159, method: "INVITE", wellFormed: true });
    expect(INVITE.from).toMatchObject({ displayName: "Alice", tag: "1928301774" });
    expect(INVITE.to).toMatchObject({ displayName: "Bob", tag: undefined });
    expect(addressSpec(INVITE.to!)).toBe("sip:bob@biloxi.com");
    expect(INVITE.maxForwards).toBe(69);
  });

  it("lists its hops", () => {
    const [proxy, phone] = INVITE.vias;
    expect(proxy).toMatchObject({
      protocol: "SIP/2.0",
      transport: "UDP",
      host: "bigbox3.site3.atlanta.com",
      port: undefined,
      branch: "z9hG4bK77ef4c2312983.1",
      received: undefined,
    });
    expect(phone).toMatchObject({ branch: "z9hG4bKnashds8", received: "192.0.2.1" });
    expect(INVITE.textOf(phone!)).toMatch(/^SIP\/2\.0\/UDP pc33[\s\S]*192\.0\.2\.1$/);
  });

  it("carries a session description", () => {
    expect(INVITE.contentType).toBe("application/sdp");
    expect(INVITE.sdp).toHaveLength(1);
    expect(INVITE.textOf(INVITE.sdp[0]!)).toMatch(/^v=0\r\n[\s\S]*RTP\/AVP 0\r\n$/);
    expect(INVITE.sdp[0]!.end).toBe(INVITE.length);
  });

  it("has no defects", () => {
    expect(INVITE.defects.map(({ text }) => text)).toEqual([]);
  });
});

describe("a registration", () => {
  it("asks for a binding and gets it", () => {
    expect(REGISTER).toMatchObject({ method: "REGISTER", expires: 7200, contentLength: 0 });
    expect(REGISTERED).toMatchObject({ status: 200, reason: "OK", expires: 7200 });
    expect(REGISTERED.contacts[0]!.uri.text).toBe(REGISTER.contacts[0]!.uri.text);
    expect(REGISTERED.vias[0]).toMatchObject({ port: 5060, received: "192.0.2.4" });
    expect(REGISTERED.to?.tag).toBe("2493k59kd");
    expect([...REGISTER.defects, ...REGISTERED.defects]).toEqual([]);
  });
});

describe("other headers", () => {
  it("say what they say", () => {
    const options = withHeaders(
      "OPTIONS sip:a@b SIP/2.0",
      "User-Agent: Linphonec/5.1.65",
      "Server: Asterisk PBX 18.26.4",
      "Route: <sip:p1;lr>, <sip:p2;lr>",
      "Record-Route: <sip:p3;lr>",
      "Via: SIP/2.0/TLS [2001:db8::1]:5061;rport;branch=z9hG4bK1, SIP / 2.0 / WS h ; rport=4711",
      "Content-Type: Text/Plain;charset=utf-8",
    );
    expect(options.userAgent).toBe("Linphonec/5.1.65");
    expect(options.server).toBe("Asterisk PBX 18.26.4");
    expect(options.routes.map(({ uri }) => uri.host)).toEqual(["p1", "p2"]);
    expect(options.recordRoutes.map(({ uri }) => uri.host)).toEqual(["p3"]);
    expect(options.contentType).toBe("text/plain");
    expect(options.vias).toMatchObject([
      { transport: "TLS", host: "2001:db8::1", port: 5061, rport: undefined, wellFormed: true },
      { protocol: "SIP/2.0", transport: "WS", host: "h", rport: 4711, wellFormed: true },
    ]);
  });

  it("that are absent are undefined", () => {
    const bare = message("OPTIONS sip:a@b SIP/2.0\n\n");
    for (const name of ["callId", "cseq", "from", "to", "maxForwards", "expires", "contentType"] as const) {
      expect(bare[name]).toBeUndefined();
    }
    expect(bare.vias).toEqual([]);
    expect(bare.challenges).toEqual([]);
  });

  it("without a number are undefined as numbers", () => {
    const odd = withHeaders("OPTIONS sip:a@b SIP/2.0", "Max-Forwards: many", "Expires: -1", "CSeq: OPTIONS");
    expect(odd).toMatchObject({ maxForwards: undefined, expires: undefined });
    expect(odd.cseq).toEqual({ number: Number.NaN, method: "OPTIONS", wellFormed: false });
  });
});
