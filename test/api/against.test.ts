import { afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type Capture,
  type Comparison,
  jupyterDisplay,
  openCapture,
  readAccounts,
  readDialplan,
  setLanguage,
} from "../../src/core.js";
import { lab } from "../asterisk/goldens.js";
import { captureOf, dialog, type Sent, voice } from "../voip/story.js";
import { lesson } from "./lesson.js";

/** `✓ 100,1: INVITE to 20 | INVITE to 20: 180, 200 | 1,2`. */
function told(comparison: Comparison): string[] {
  return comparison.map(({ agrees, step, predicted, captured, frames }) => {
    const sign = agrees === undefined ? "?" : agrees ? "✓" : "✗";
    const place = step ? ` ${step.extension},${step.priority}:` : "";
    return `${sign}${place} ${predicted} | ${captured} | ${frames.join()}`;
  });
}

describe("the recorded call from 100 to 300", () => {
  afterEach(() => setLanguage("en"));
  let capture: Capture;
  beforeAll(async () => {
    capture = await lesson();
  });
  const accounts = readAccounts(lab("sip.conf"));

  // frames and times: TShark's goldens, and the lab's script (user3 answers after 3 s, user1 hangs up after 72.6 s)
  it("went as the lab's plan has it, frame by frame", () => {
    const comparison = capture.calls[0]!.against(readDialplan(lab("extensions.conf")), { accounts });
    expect(told(comparison)).toEqual([
      "✓ user1 has a secret: 401 with a challenge, and the INVITE again with credentials | 401, then INVITE with credentials | 31,33",
      "✓ 300,1: INVITE to user3, for 8 s at most | INVITE to user3: 100, 180, 200 | 35,36,37,40",
      "✓ user3 answers: 200 OK to the caller | 200 OK after 3.0 s | 40,42",
      "✓ when one hangs up, BYE to the other | the caller’s BYE after 72.5 s, BYE to the phone | 14689,14690,14691,14692",
    ]);
    expect(comparison.agrees).toBe(true);
  });

  it("did not go as another plan has it", () => {
    const other = readDialplan("[local]\nexten => 300,1,VoiceMail(300)\n same => n,Hangup()");
    expect(told(capture.calls[0]!.against(other)).at(-1)).toContain("the caller hangs up (BYE)");
    const busy = capture.calls[0]!.against(readDialplan("[local]\nexten => 300,1,Busy()"));
    expect([busy.agrees, told(busy)[0]]).toEqual([
      false,
      "✗ 300,1: Asterisk refuses the call: 486 Busy Here | 200 OK after 3.0 s | 42",
    ]);
    const absent = capture.calls[0]!.against(readDialplan("[local]\nexten => 301,1,Busy()"));
    expect(told(absent)[0]).toMatch(/^✗ 300 is not in \[local\]: 404 Not Found/);
  });

  it("is shown in both languages, with its frames", () => {
    const comparison = capture.calls[0]!.against(readDialplan(lab("extensions.conf")), { accounts });
    setLanguage("fr");
    const bundle = comparison[jupyterDisplay]();
    expect(String(bundle["text/html"])).toContain("Ce que le plan prédit");
    expect(String(bundle["text/html"])).toContain("BYE de l’appelant après 72,5 s");
    expect(String(bundle["text/html"])).toContain("frame.number in {35..37, 40}");
  });

  it("came from an account that registered, with the secret of sip.conf", () => {
    const [user1, user2, user3] = accounts.in(capture);
    expect([user1!.outcome, user1!.client, user1!.verified]).toEqual(["registered", "192.168.187.10", true]);
    expect([user1!.contact, user1!.calls.length]).toEqual(["sip:user1@192.168.187.10:5060", 1]);
    expect([user2!.outcome, user2!.registrations.length, user2!.verified]).toEqual([undefined, 0, undefined]);
    expect([user3!.outcome, user3!.verified, user3!.registrations.length]).toEqual(["registered", true, 4]);
    const wrong = readAccounts("[user3]\ntype=friend\nsecret=0000").in(capture);
    expect(wrong[0]!.verified).toBe(false);
  });
});

const PHONE = "10.0.0.10";
const SERVER = "10.0.0.12";
const OTHERS = ["10.0.0.20", "10.0.0.30"] as const;

const caller = (script: string) => dialog({ caller: PHONE, callee: SERVER, callId: "in" }, script);
const leg = (i: 0 | 1, script: string) =>
  dialog({ caller: SERVER, callee: OTHERS[i], callId: `out${i}` }, script);
const registered = (i: 0 | 1) =>
  dialog(
    { caller: OTHERS[i], callee: SERVER, callId: `reg${i}` },
    `0 → REGISTER 1 | Contact: <sip:${i}@${OTHERS[i]}>\n0.01 ← 200 REGISTER 1`,
  ).map((sent) => ({
    ...sent,
    // who registers names itself in To
    payload: new TextEncoder().encode(
      new TextDecoder().decode(sent.payload).replace(/To: <sip:12@/, `To: <sip:${i === 0 ? 20 : 30}@`),
    ),
  }));

async function comparison(plan: string, ...sent: Sent[][]): Promise<string[]> {
  const { calls } = await openCapture(captureOf(...sent));
  return told(calls.find(({ callId }) => callId === "in")!.against(readDialplan(`[local]\n${plan}`)));
}

describe("a call that nobody answered", () => {
  const rung = caller("1 → INVITE 1\n1.1 ← 180 INVITE 1\n9.1 ← 603 INVITE 1\n9.2 → ACK 1");
  const cancelled = leg(
    0,
    "1.05 → INVITE 1\n1.1 ← 180 INVITE 1\n9.05 → CANCEL 1\n9.06 ← 200 CANCEL 1\n9.07 ← 487 INVITE 1",
  );

  // as capture 03b of the lab: CANCEL after 8 s, then 603
  it("ends where the plan has no next priority", async () => {
    expect(
      await comparison("exten => x,1,Dial(SIP/20,8)\nexten => x,3,Dial(SIP/30,8)", rung, cancelled),
    ).toEqual([
      "✓ x,1: INVITE to 20, for 8 s at most | INVITE to 20: 180, 487 | 2,4,7",
      "✓ nobody answers within 8 s: CANCEL | CANCEL after 8.1 s | 5,6",
      "✓ x has no priority 2: 603 Declined | 603 Decline | 8",
    ]);
  });

  it("contradicts a plan that rings longer, or somebody more", async () => {
    const longer = await comparison("exten => x,1,Dial(SIP/20,20)", rung, cancelled);
    expect(longer[1]).toBe("✗ nobody answers within 20 s: CANCEL | CANCEL after 8.1 s | 5,6");
    const plan = "exten => x,1,Dial(SIP/20,8)\nexten => x,2,Dial(SIP/30,8)";
    const unknown = await comparison(plan, rung, cancelled);
    expect(unknown[2]).toBe(
      "? x,2: INVITE to 30, for 8 s at most | no INVITE to 30, which is not seen to register | ",
    );
    const known = await comparison(plan, registered(1), rung, cancelled);
    expect(known[2]).toBe(
      "✗ x,2: INVITE to 30, for 8 s at most | no INVITE to 30, though it is registered | ",
    );
  });

  it("may have been given up by the caller", async () => {
    const given = caller(
      "1 → INVITE 1\n1.1 ← 180 INVITE 1\n4 → CANCEL 1\n4.1 ← 200 CANCEL 1\n4.2 ← 487 INVITE 1",
    );
    const stopped = leg(0, "1.05 → INVITE 1\n1.1 ← 180 INVITE 1\n4.15 → CANCEL 1\n4.2 ← 487 INVITE 1");
    const steps = await comparison("exten => x,1,Dial(SIP/20,8)\n same => n,VoiceMail(1)", given, stopped);
    expect(steps.at(-1)).toMatch(
      /^✓ the caller gives up: CANCEL to the phones \| the caller’s CANCEL after 3\.0 s/,
    );
    expect(steps).toHaveLength(2);
  });

  it("goes to the next step where the phone declines", async () => {
    const declined = leg(0, "1.05 → INVITE 1\n2 ← 603 INVITE 1\n2.1 → ACK 1");
    const taken = caller("1 → INVITE 1\n2.1 ← 200 INVITE 1\n2.2 → ACK 1\n7.2 → BYE 2\n7.3 ← 200 BYE 2");
    const plan = `exten => x,1,Dial(SIP/20,8)\n same => n,GotoIf($["\${DIALSTATUS}" = "BUSY"]?busy)\n same => n,Hangup()\n same => n(busy),VoiceMail(200)`;
    expect((await comparison(plan, taken, declined)).slice(1)).toEqual([
      "✓ the phone refuses (603): DIALSTATUS is BUSY, and the plan goes on | 603 Decline after 1.0 s | 3",
      '? x,2: goes one way or the other, by $["BUSY" = "BUSY"] |  | ',
      "✓ x,4: answers the call (200 OK) and records a message in the mailbox 200 | 200 OK after 0.1 s | 4",
      "✓ the caller hangs up (BYE) while this step runs | the caller’s BYE after 5.1 s | 7,8",
    ]);
  });
});

describe("a phone that registered another name than its account's", () => {
  it("is known by the place where it registered", async () => {
    const random = registered(0).map((sent) => ({
      ...sent,
      // many softphones: the user of the contact is of the phone's own making
      payload: new TextEncoder().encode(
        new TextDecoder()
          .decode(sent.payload)
          .replace(/To: <sip:20@/, "To: <sip:desk@")
          .replace("<sip:0@", "<sip:x@"),
      ),
    }));
    const steps = await comparison(
      "exten => x,1,Dial(SIP/desk,8)",
      random,
      caller("1 → INVITE 1\n3 ← 200 INVITE 1\n3.2 → ACK 1\n9 → BYE 2\n9.1 ← 200 BYE 2"),
      leg(0, "1.05 → INVITE 1\n2.9 ← 200 INVITE 1\n3.1 → ACK 1\n9.1 → BYE 2\n9.2 ← 200 BYE 2"),
    );
    expect(steps[0]).toBe("✓ x,1: INVITE to desk, for 8 s at most | INVITE to desk: 200 | 4,5");
  });
});

describe("a call to several phones", () => {
  it("is of the first that answers; the others are cancelled", async () => {
    const steps = await comparison(
      "exten => x,1,Dial(SIP/20&SIP/30,10)",
      caller("1 → INVITE 1\n3.1 ← 200 INVITE 1\n3.2 → ACK 1\n9 ← BYE 1\n9.1 → 200 BYE 1"),
      leg(0, "1.05 → INVITE 1\n3.1 → CANCEL 1\n3.2 ← 200 CANCEL 1\n3.3 ← 487 INVITE 1"),
      leg(1, "1.06 → INVITE 1\n3 ← 200 INVITE 1\n3.1 → ACK 1\n8.9 ← BYE 1\n8.95 → 200 BYE 1"),
    );
    expect(steps.map((step) => step.replace(/ \| [\d,]*$/, ""))).toEqual([
      "✓ x,1: INVITE to 20, 30, for 10 s at most | INVITE to 20: 487; INVITE to 30: 200",
      "✓ 30 answers: 200 OK to the caller, CANCEL to the other phones | 200 OK after 2.0 s",
      "✓ when one hangs up, BYE to the other | the phone’s BYE after 5.9 s, BYE to the caller",
    ]);
  });
});

describe("a menu", () => {
  const PLAN =
    "exten => x,1,Background(hello)\n same => n,WaitExten(5)\n same => n,Goto(x,1)\nexten => 2,1,Dial(SIP/20,8)\nexten => 4,1,Hangup()";
  const answeredCall = (end: string) =>
    caller(`1 → INVITE 1 audio=4000\n1.1 ← 200 INVITE 1 audio=5000\n1.2 → ACK 1\n${end}`);

  /** RFC 4733 §2.3: event, end bit and volume, duration; three packets with the timestamp of the event's beginning. */
  const key = (time: number, digit: number): Sent[] =>
    voice(time, `${PHONE}:4000`, `${SERVER}:5000`, { payloadType: 101, packets: 3 }).map((sent, i) => {
      const payload = sent.payload.slice(0, 16);
      new DataView(payload.buffer).setUint32(4, Math.round(time * 8000));
      payload.set([digit, i === 2 ? 0x8a : 10, 0, 160 * (i + 1)], 12);
      return { ...sent, payload };
    });

  it("leads where the key says", async () => {
    const bye = answeredCall("6 ← BYE 1\n6.1 → 200 BYE 1");
    const { calls } = await openCapture(captureOf(bye, key(5, 4)));
    expect(calls[0]!.keys.map(({ key: digit, time, frame }) => [digit, time, frame])).toEqual([["4", 4, 4]]);
    expect((await comparison(PLAN, bye, key(5, 4))).slice(1)).toEqual([
      "✓ the key 4 leads to local,4,1 | key 4 after 3.9 s (telephone-event) | 4",
      "✓ 4,1: Asterisk hangs up: BYE | Asterisk’s BYE after 1.0 s | 7,8",
    ]);
    const stayed = await comparison(PLAN, answeredCall("9 → BYE 2\n9.1 ← 200 BYE 2"), key(5, 4));
    expect(stayed.at(-1)).toMatch(/^✗ 4,1: Asterisk hangs up: BYE \| the caller’s BYE after 4\.0 s/);
  });

  it("hangs up where the key is not on offer", async () => {
    const steps = await comparison(PLAN, answeredCall("6 ← BYE 1\n6.1 → 200 BYE 1"), key(5, 9));
    expect(steps.slice(1)).toEqual([
      "✓ the key 9 is not in [local], which has no i: Asterisk hangs up | key 9 after 3.9 s (telephone-event) | 4",
      "✓ Asterisk hangs up: BYE | Asterisk’s BYE after 1.0 s | 7,8",
    ]);
  });

  it("waits until the caller hangs up, or the capture ends", async () => {
    const left = await comparison(PLAN, answeredCall("9 → BYE 2\n9.1 ← 200 BYE 2"));
    expect(left.at(-1)).toMatch(/^✓ the caller hangs up \(BYE\) while this step runs/);
    const open = await comparison(PLAN, answeredCall(""));
    expect(open.at(-1)).toBe("? the caller hangs up (BYE) while this step runs | the capture ends first | ");
  });
});

describe("a plan that cannot be followed to its end", () => {
  const call = caller("1 → INVITE 1\n2 ← 603 INVITE 1");

  it("by a condition that nobody knows, says so", async () => {
    const steps = await comparison(`exten => x,1,GotoIf($[\${RAND(1,2)} > 1]?5)\n same => n,Hangup()`, call);
    expect(steps.at(-1)).toContain(
      `what follows depends on $[\${RAND(1,2)} > 1], which the capture does not show`,
    );
  });

  it("by turning in circles, ends", async () => {
    expect((await comparison("exten => x,1,Goto(x,1)", call)).at(-1)).toContain("the plan turns in circles");
  });

  it("by a jump to nowhere, ends the call", async () => {
    expect((await comparison("exten => x,1,Goto(y,1)", call)).slice(1)).toEqual([
      "? local,y,1 is not there: Asterisk ends the call |  | ",
      "✓ Asterisk refuses the call: 603 Declined | 603 Decline | 2",
    ]);
  });
});
