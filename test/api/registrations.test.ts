import { beforeAll, describe, expect, it } from "vitest";
import { type Capture, jupyterDisplay, openCapture } from "../../src/core.js";
import { captureOf, dialog } from "../voip/story.js";
import { lesson } from "./lesson.js";

describe("the passwords of the recorded registrations", () => {
  let capture: Capture;
  beforeAll(async () => {
    capture = await lesson();
  });

  it("are 0000, 123 and 1234 of user3, as the lab's script typed them", () => {
    const [, ...attempts] = capture.registrations;
    const right = (secret: string) => attempts.map((attempt) => attempt.verify(secret)?.verified);
    expect(right("0000")).toEqual([true, false, false, false, false]);
    expect(right("123")).toEqual([false, true, false, false, false]);
    expect(right("1234")).toEqual([false, false, true, true, true]);
    expect(right("1235")).toEqual([false, false, false, false, false]);
    expect(right("")).toEqual([false, false, false, false, false]);
  });

  it("are computed step by step (RFC 2617 §3.2.2): the steps by openssl md5", () => {
    const { ha1, ha2, response, sent } = capture.registrations[3]!.verify("1234")!;
    // printf user3:asterisk:1234 | openssl md5, printf REGISTER:sip:192.168.187.12 | openssl md5
    expect([ha1, ha2]).toEqual(["163bbcb8f228144482ce82dfdf4341fb", "b588d857989aa863a8e40d589e03356d"]);
    expect([response, sent]).toEqual([sent, capture.registrations[3]!.credentials!.response]);
  });

  it("have a challenge and credentials beside them", () => {
    const { challenge, credentials, messages, frames, contact } = capture.registrations[3]!;
    expect([challenge!.realm, challenge!.nonce]).toEqual([credentials!.realm, credentials!.nonce]);
    expect(messages.map(({ label }) => label)).toEqual([
      "REGISTER",
      "401 Unauthorized (REGISTER)",
      "REGISTER",
      "200 OK (REGISTER)",
    ]);
    expect([frames, contact]).toEqual([[24, 25, 26, 27], "sip:user3@192.168.187.51"]);
  });
});

describe("a registration that cannot be verified", () => {
  const verification = async (script: string) => {
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const { registrations } = await openCapture(captureOf(dialog(parties, script)));
    return registrations[0]!.verify("1234");
  };

  it("sent no digest, or one by another algorithm", async () => {
    expect(await verification("0 → REGISTER 1")).toBeUndefined();
    expect(await verification("0 → REGISTER 1 | Authorization: Basic MTIzNA==")).toBeUndefined();
    const digest = 'Digest username="a", realm="b", nonce="c", uri="d", response="e", algorithm=SHA-256';
    expect(await verification(`0 → REGISTER 1 | Authorization: ${digest}`)).toBeUndefined();
  });

  it("shows both responses where they differ", async () => {
    const digest = 'Digest username="a", realm="b", nonce="c", uri="d", response="00ff", algorithm=MD5';
    const found = await verification(`0 → REGISTER 1 | Authorization: ${digest}`);
    expect([found!.verified, found!.sent]).toEqual([false, "00ff"]);
    const text = String(found![jupyterDisplay]()["text/plain"]);
    expect(text).toContain(found!.response);
    expect(text).toMatch(/the same\s+no/);
  });
});
