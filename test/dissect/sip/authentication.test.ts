import { describe, expect, it } from "vitest";
import { withHeaders } from "./wire.js";

describe("a challenge", () => {
  it("is read with the bytes of each field (RFC 3261 §20.44)", () => {
    const response = withHeaders(
      "SIP/2.0 401 Unauthorized",
      'WWW-Authenticate: Digest realm="atlanta.com", domain="sip:boxesbybob.com", qop="auth,auth-int",',
      ' nonce="f84f1cec41e6cbe5aea9c8e88d359", opaque="", stale=FALSE, algorithm=MD5',
    );
    const [challenge] = response.challenges;
    expect(challenge).toMatchObject({
      header: "WWW-Authenticate",
      scheme: "Digest",
      realm: "atlanta.com",
      domain: "sip:boxesbybob.com",
      qop: "auth,auth-int",
      nonce: "f84f1cec41e6cbe5aea9c8e88d359",
      opaque: "",
      stale: false,
      algorithm: "MD5",
      wellFormed: true,
    });
    expect(challenge!.parameters.map((range) => response.textOf(range))).toContain(
      'nonce="f84f1cec41e6cbe5aea9c8e88d359"',
    );
    expect(response.textOf(challenge!)).toMatch(/^WWW-Authenticate: [\s\S]*algorithm=MD5$/);
  });

  it("may come from a proxy, and say that the nonce was too old", () => {
    const { challenges } = withHeaders(
      "SIP/2.0 407 Proxy Authentication Required",
      'proxy-authenticate: digest realm="a", nonce="b", stale=True',
    );
    expect(challenges).toMatchObject([{ header: "Proxy-Authenticate", scheme: "digest", stale: true }]);
  });
});

describe("credentials", () => {
  it("are read whole", () => {
    const { credentials } = withHeaders(
      "REGISTER sip:d SIP/2.0",
      'Authorization: Digest username="Zo\\"é, B", realm="asterisk", nonce="n", uri="sip:d;x=1",',
      '  response="0123", algorithm=MD5, cnonce="c", qop=auth, nc=00000001, opaque=o',
      "Proxy-Authorization: NoOneKnowsThisScheme opaque-data=here",
    );
    expect(credentials).toMatchObject([
      {
        header: "Authorization",
        username: 'Zo"é, B',
        uri: "sip:d;x=1",
        response: "0123",
        cnonce: "c",
        qop: "auth",
        nc: "00000001",
        opaque: "o",
      },
      { header: "Proxy-Authorization", scheme: "NoOneKnowsThisScheme", realm: undefined, wellFormed: true },
    ]);
  });

  it.each(["Digest", "Digest realm", 'Digest realm="a', "Digest ,,", "", "Dig(est a=b"])(
    "that are %j are read without harm",
    (value) => {
      const [credentials] = withHeaders("REGISTER sip:d SIP/2.0", `Authorization: ${value}`).credentials;
      expect(credentials).toMatchObject({ username: undefined, response: undefined, nonce: undefined });
    },
  );
});
