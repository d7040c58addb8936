import { describe, expect, it } from "vitest";
import { type Registration, registrationsOf } from "../../src/voip/registrations.js";
import { analysed, dialog, type Sent, sip } from "./story.js";

const PHONE = "10.0.0.10";
const SERVER = "10.0.0.12";

async function registrationsIn(...sent: (Sent | Sent[])[]): Promise<Registration[]> {
  const { signalling } = await analysed(...sent);
  return registrationsOf(signalling.byCallId);
}

const CONTACT = "| Contact: <sip:10@10.0.0.10:5060>";
const DIGEST =
  '| Authorization: Digest username="10", realm="asterisk", nonce="4f", uri="sip:10.0.0.12", response="00"';
const CHALLENGE = '| WWW-Authenticate: Digest realm="asterisk", nonce="4f", algorithm=MD5';

/** Outcome, last status and requests of each attempt. */
async function outcomes(script: string): Promise<string[]> {
  const found = await registrationsIn(dialog({ caller: PHONE, callee: SERVER, callId: "r" }, script));
  return found.map(({ outcome, finalStatus, attempts }) => `${outcome} ${finalStatus ?? "-"} ${attempts}`);
}

const CHALLENGED = `0 → REGISTER 1 ${CONTACT}\n0.1 ← 401 REGISTER 1 ${CHALLENGE}`;
const ACCEPTED = `${CHALLENGED}\n0.2 → REGISTER 2 ${CONTACT} ${DIGEST}\n0.3 ← 200 REGISTER 2`;

describe("the outcome of a registration", () => {
  it.each([
    ["taken", ["registered 200 2"], ACCEPTED],
    ["taken without a question", ["registered 200 1"], `0 → REGISTER 1 ${CONTACT}\n1 ← 200 REGISTER 1`],
    [
      "wrong credentials, as Asterisk says it",
      ["refused 403 2"],
      `${CHALLENGED}\n0.2 → REGISTER 2 ${CONTACT} ${DIGEST}\n0.3 ← 403 REGISTER 2`,
    ],
    [
      "wrong credentials, as a server says it that asks again",
      ["refused 401 2"],
      `${CHALLENGED}\n0.2 → REGISTER 2 ${CONTACT} ${DIGEST}\n0.3 ← 401 REGISTER 2 ${CHALLENGE}`,
    ],
    ["no credentials", ["challenged 401 1"], CHALLENGED],
    [
      "credentials for an old nonce, and then none",
      ["challenged 401 1"],
      `0 → REGISTER 1 ${CONTACT} ${DIGEST}\n0.1 ← 401 REGISTER 1 ${CHALLENGE}, stale=true`,
    ],
    [
      "credentials for an old nonce, then for the new one",
      ["registered 200 2"],
      `0 → REGISTER 1 ${CONTACT} ${DIGEST}\n0.1 ← 401 REGISTER 1 ${CHALLENGE}, stale=true
       0.2 → REGISTER 2 ${CONTACT} ${DIGEST}\n0.3 ← 200 REGISTER 2`,
    ],
    ["a dead server", ["unanswered - 3"], `0 → REGISTER 1 ${CONTACT}\n0.5 → REGISTER 1\n1.5 → REGISTER 1`],
    [
      "a server that dies on seeing credentials",
      ["unanswered - 2"],
      `${CHALLENGED}\n0.2 → REGISTER 2 ${CONTACT} ${DIGEST}\n0.3 ← 100 REGISTER 2`,
    ],
    [
      "taken away",
      ["unregistered 200 1"],
      `0 → REGISTER 1 ${CONTACT} | Expires: 0 ${DIGEST}\n0.1 ← 200 REGISTER 1`,
    ],
    [
      "taken away by the Contact's own parameter",
      ["unregistered 200 1"],
      "0 → REGISTER 1 | Contact: <sip:10@10.0.0.10>;expires=0 | Expires: 60\n0.1 ← 200 REGISTER 1",
    ],
    [
      "all taken away",
      ["unregistered 200 1"],
      "0 → REGISTER 1 | Contact: * | Expires: 0\n0.1 ← 200 REGISTER 1",
    ],
    ["only asked about", ["queried 200 1"], "0 → REGISTER 1\n0.1 ← 200 REGISTER 1"],
    ["too brief", ["refused 423 1"], `0 → REGISTER 1 ${CONTACT}\n0.1 ← 423 REGISTER 1`],
  ])("%s", async (_name, expected, script) => {
    expect(await outcomes(script)).toEqual(expected);
  });
});

describe("where one attempt ends and the next begins", () => {
  it.each([
    [
      "a request sent again is of the same, also after the answer",
      ["registered 200 3"],
      `${CHALLENGED}\n0.15 → REGISTER 1 ${CONTACT}\n0.2 → REGISTER 2 ${CONTACT} ${DIGEST}\n0.3 ← 200 REGISTER 2`,
    ],
    [
      "and after the last answer",
      ["registered 200 3"],
      `${ACCEPTED}\n0.35 → REGISTER 2 ${CONTACT} ${DIGEST}\n0.4 ← 200 REGISTER 2`,
    ],
    [
      "what follows an answer is new",
      ["registered 200 2", "registered 200 1"],
      `${ACCEPTED}\n60 → REGISTER 3 ${CONTACT} ${DIGEST}\n60.1 ← 200 REGISTER 3`,
    ],
    [
      "what follows a challenge without credentials is new",
      ["challenged 401 1", "challenged 401 1"],
      `${CHALLENGED}\n9 → REGISTER 2 ${CONTACT}\n9.1 ← 401 REGISTER 2 ${CHALLENGE}`,
    ],
    [
      "what follows a request that timed out is new",
      ["unanswered - 1", "registered 200 1"],
      `0 → REGISTER 1 ${CONTACT}\n33 → REGISTER 2 ${CONTACT}\n33.1 ← 200 REGISTER 2`,
    ],
    [
      "a late answer to the first request changes nothing",
      ["registered 200 2"],
      `${ACCEPTED}\n0.4 ← 401 REGISTER 1 ${CHALLENGE}`,
    ],
    ["an answer to nothing is no attempt", [], "0 ← 200 REGISTER 1"],
  ])("%s", async (_name, expected, script) => {
    expect(await outcomes(script)).toEqual(expected);
  });

  it("another Call-ID is another, in the order of the first requests", async () => {
    const parties = { caller: PHONE, callee: SERVER };
    const found = await registrationsIn(
      dialog({ ...parties, callId: "b" }, `1 → REGISTER 1 ${CONTACT}\n4 ← 403 REGISTER 1`),
      dialog({ ...parties, callId: "a" }, `2 → REGISTER 1 ${CONTACT}\n3 ← 200 REGISTER 1`),
    );
    expect(found.map(({ frame, finalStatus }) => [frame, finalStatus])).toEqual([
      [1, 403],
      [2, 200],
    ]);
  });
});

describe("what a registration says", () => {
  // A phone and Asterisk 18 as they speak, made shorter.
  const request = (cseq: number, more = "") => `REGISTER sip:10.0.0.12 SIP/2.0
Via: SIP/2.0/UDP 10.0.0.10:5060;rport;branch=z9hG4bKPj${cseq}
From: <sip:user1@10.0.0.12>;tag=1b
To: "User one" <sip:user1@10.0.0.12>
Call-ID: 6005381e
CSeq: ${cseq} REGISTER
Contact: <sip:user1@10.0.0.10:5060;ob>
Expires: 300${more}`;
  const challenge = `SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 10.0.0.10:5060;branch=z9hG4bKPj1;received=10.0.0.10;rport=5060
From: <sip:user1@10.0.0.12>;tag=1b
To: "User one" <sip:user1@10.0.0.12>;tag=as00
Call-ID: 6005381e
CSeq: 1 REGISTER
WWW-Authenticate: Digest algorithm=MD5, realm="asterisk", nonce="6d2f"`;
  const credentials =
    '\nAuthorization: Digest username="user1", realm="asterisk", nonce="6d2f", uri="sip:10.0.0.12", response="ab", algorithm=MD5';
  const accepted = (contact: string) => `SIP/2.0 200 OK
From: <sip:user1@10.0.0.12>;tag=1b
To: "User one" <sip:user1@10.0.0.12>;tag=as00
Call-ID: 6005381e
CSeq: 2 REGISTER
Expires: 120
${contact}`;

  const register = async (contact: string) => {
    const [found] = await registrationsIn(
      sip(5, PHONE, SERVER, request(1)),
      sip(5.1, SERVER, PHONE, challenge),
      sip(5.2, PHONE, SERVER, request(2, credentials)),
      sip(5.3, SERVER, PHONE, accepted(contact)),
    );
    return found!;
  };

  it("is what its messages say", async () => {
    const found = await register("Contact: <sip:user1@10.0.0.10:5060;ob>;expires=90");
    expect(found).toMatchObject({
      time: 0,
      frame: 1,
      client: PHONE,
      registrar: SERVER,
      addressOfRecord: "sip:user1@10.0.0.12",
      contact: "sip:user1@10.0.0.10:5060",
      expires: 90,
      attempts: 2,
      outcome: "registered",
      finalStatus: 200,
    });
    expect(found.challenge).toMatchObject({ realm: "asterisk", nonce: "6d2f", algorithm: "MD5" });
    expect(found.credentials).toMatchObject({ username: "user1", response: "ab", uri: "sip:10.0.0.12" });
    expect(found.events.map(({ frame }) => frame)).toEqual([1, 2, 3, 4]);
  });

  it("takes the lifetime of its own Contact, else the Expires header (RFC 3261 §10.2.1.1)", async () => {
    const others = "Contact: <sip:user1@10.0.0.99>;expires=7, <sip:user1@10.0.0.10:5060;ob>;expires=61";
    expect((await register(others)).expires).toBe(61);
    expect((await register("Contact: <sip:user1@10.0.0.10:5060;ob>")).expires).toBe(120);
    expect((await register("Contact: <sip:user1@10.0.0.99>;expires=7")).expires).toBe(120);
  });

  it("takes what was asked for where nothing was granted", async () => {
    const [found] = await registrationsIn(
      sip(0, PHONE, SERVER, request(1)),
      sip(1, SERVER, PHONE, challenge),
    );
    expect([found!.expires, found!.outcome]).toEqual([300, "challenged"]);
  });
});
