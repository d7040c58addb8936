import { describe, expect, it } from "vitest";
import { digestResponse } from "../../../../src/dissect/sip/index.js";
import { message } from "../wire.js";

const MUFASA = {
  username: "Mufasa",
  realm: "testrealm@host.com",
  secret: "Circle Of Life",
  method: "GET",
  uri: "/dir/index.html",
  nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093",
};

describe("digestResponse", () => {
  it("is that of RFC 2617 §3.5", () => {
    expect(digestResponse({ ...MUFASA, qop: "auth", nc: "00000001", cnonce: "0a4f113b" })).toEqual({
      ha1: "939e7578ed9e3c518a452acee763bce9",
      ha2: "39aff3a2bab6126f332b942af96d3366",
      response: "6629fae49393a05397450978507c4ef1",
    });
  });

  it("is that of RFC 7616 §3.9.1", () => {
    const digest = digestResponse({
      username: "Mufasa",
      realm: "http-auth@example.org",
      secret: "Circle of Life",
      method: "GET",
      uri: "/dir/index.html",
      nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
      nc: "00000001",
      cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
      qop: "auth",
      algorithm: "MD5",
    });
    expect(digest?.response).toBe("8ca523f5e9506fed4657c9700eebdbec");
  });

  it("without qop leaves out nc and cnonce (RFC 2069)", () => {
    // md5(ha1:nonce:ha2), computed with Python's hashlib
    expect(digestResponse(MUFASA)?.response).toBe("670fd8c2df070c60b045671b8b24ff02");
  });

  it("with MD5-sess binds the secret to the nonces, with auth-int the body", () => {
    // RFC 2617 §3.2.2.2 and §3.2.2.3, computed with Python's hashlib
    const session = { ...MUFASA, algorithm: "MD5-sess", nc: "00000001", cnonce: "0a4f113b", qop: "auth" };
    expect(digestResponse(session)?.response).toBe("8e3825c57e897f5a0dec6c2d4e5059d0");
    const integrity = { ...session, algorithm: "MD5", qop: "auth-int", body: new TextEncoder().encode("hi") };
    expect(digestResponse(integrity)?.response).toBe("0360768ef78a830555f10902a52c711f");
  });

  it("knows no other algorithm", () => {
    expect(digestResponse({ ...MUFASA, algorithm: "SHA-256" })).toBeUndefined();
  });

  // 01-call-100-to-300.pcapng, frames 3, 9, 21 and 26 (as TShark 4.0.17 shows them): user1 with its password, user3
  // with 0000, 123 and at last its own
  it.each([
    ["user1", "1b7df169", "24a0978d2d6d6363f6052f9ad9d2b303", "1234"],
    ["user3", "43c6198f", "14d72aeb8f18dd3971cf6424d0a333e0", "0000"],
    ["user3", "4451d848", "7cd0bd244e11861fba93895c589e7651", "123"],
    ["user3", "4891004c", "b4430b89d2f3e87b411800628e18c5e1", "1234"],
  ])("verifies what %s sent for nonce %s", (username, nonce, response, secret) => {
    const request = message(
      `REGISTER sip:192.168.187.12 SIP/2.0\nAuthorization: Digest username="${username}", realm="asterisk", ` +
        `nonce="${nonce}", uri="sip:192.168.187.12", response="${response}", algorithm=MD5\n\n`,
    );
    const [sent] = request.credentials;
    const digest = (guess: string) =>
      digestResponse({
        username: sent!.username!,
        realm: sent!.realm!,
        nonce: sent!.nonce!,
        uri: sent!.uri!,
        algorithm: sent!.algorithm,
        secret: guess,
        method: request.method!,
      })?.response;
    expect(digest(secret)).toBe(sent!.response);
    expect(digest("azerty")).not.toBe(sent!.response);
  });
});
