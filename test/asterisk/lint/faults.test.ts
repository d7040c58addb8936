import { describe, expect, it } from "vitest";
import { type FindingKind, lint, readPjsip, readPlan, readSip } from "../../../src/asterisk/index.js";

const SIP = "[general]\ncontext=a\n[user1]\ntype=friend\nsecret=aB3dEf6hIj\ncallerid=user1 <100>\n";
const end = "exten => 9,n,Hangup()";

/** A fault, what makes it, and the same without it. */
type Case = [kind: FindingKind, line: number, faulty: string, right: string];

const CASES: Case[] = [
  ["gap", 3, "exten => 1,1,NoOp()\nexten => 1,3,Hangup()", "exten => 1,1,NoOp()\nexten => 1,2,Hangup()"],
  ["gap", 3, "exten => 1,1,NoOp()\n same => 3,Hangup()", "exten => 1,1,Goto(3)\n same => 3,Hangup()"],
  ["noFirst", 2, "exten => 1,2,NoOp()", "exten => 1,2,NoOp()\nexten => 1,1,NoOp()"],
  ["missingPriority", 2, "exten => 1,Hangup()", "exten => 1,1,Hangup()"],
  [
    "duplicatePriority",
    3,
    "exten => 1,1,NoOp()\nexten => 1,1,Hangup()",
    "exten => 1,1,NoOp()\nexten => 1,n,Hangup()",
  ],
  ["unread", 2, "exten 1,1,NoOp()", "exten => 1,1,NoOp()"],
  ["unread", 2, "extension => 1,1,NoOp()", "exten => 1,1,NoOp()"],
  ["refused", 2, "[b](none)", "[b]"],
  ["unknownContext", 2, "exten => 1,1,Goto(A,1,1)", "exten => 1,1,Goto(a,1,1)"],
  ["unknownContext", 2, "exten => 1,1,GotoIf($[1]?b,1,1)", "exten => 1,1,GotoIf($[1]?a,1,1)"],
  ["unknownExtension", 2, "exten => 1,1,Goto(2,1)", "exten => 1,1,Goto(2,1)\nexten => _X,1,NoOp()"],
  ["unknownPriority", 2, "exten => 1,1,Goto(7)", "exten => 1,1,Goto(1)"],
  ["unknownLabel", 2, "exten => 1,1,Goto(there)", "exten => 1,1,Goto(there)\n same => n(there),NoOp()"],
  ["unknownInclude", 2, "include => b", "include => b\n[b]"],
  [
    "unknownPeer",
    2,
    "exten => 1,1,Dial(SIP/user1&SIP/user9,8)",
    "exten => 1,1,Dial(SIP/user1&SIP/0612@user1,8)",
  ],
  ["otherDriver", 2, "exten => 1,1,Dial(PJSIP/user1)", "exten => 1,1,Dial(SIP/user1)"],
  ["noApplication", 2, "exten => 1,1", "exten => 1,1,NoOp()"],
  ["noUnderscore", 2, "exten => 1XX,1,NoOp()", "exten => _1XX,1,NoOp()"],
  ["noUnderscore", 2, "exten => X.,1,NoOp()", "exten => N,1,NoOp()"],
  ["catchAll", 2, "exten => _.,1,NoOp()", "exten => _X.,1,NoOp()"],
  ["soundOnServer", 2, "exten => 1,1,System(/usr/bin/aplay a.wav)", "exten => 1,1,System(/bin/display a)"],
  ["noInvalid", 2, "exten => s,1,WaitExten(3)", "exten => s,1,WaitExten(3)\nexten => i,1,Hangup()"],
  ["noMailbox", 2, "exten => 1,1,VoiceMail(8,u)", "exten => 1,1,VoiceMail(9@default,u)"],
  ["unanswered", 2, "exten => 1,1,SayDigits(12)", "exten => 1,1,Answer()\n same => n,SayDigits(12)"],
  [
    "neverReached",
    3,
    "exten => 1,1,Hangup()\n same => n,NoOp()",
    "exten => 1,1,Hangup()\n same => n(x),NoOp()",
  ],
  ["answersLate", 2, "exten => 1,1,Playback(a)", "exten => 1,1,Answer()\n same => n,Playback(a)"],
  ["answersLate", 2, "exten => 1,1,Playback(a)", "exten => 1,1,Playback(a,noanswer)"],
  [
    "endlessMenu",
    3,
    "exten => s,1,WaitExten(2)\nexten => s,2,Goto(1)",
    "exten => s,1,WaitExten(2)\nexten => s,2,GotoIf($[1]?4)\nexten => s,3,Goto(1)\nexten => s,4,Hangup()",
  ],
];

describe("of a plan", () => {
  const kinds = (conf: string) =>
    lint(readPlan(`[a]\n${conf}\n`), { accounts: readSip(SIP), voicemail: "[default]\n9 => 1234" });

  it.each(CASES)("%s at line %i", (kind, line, faulty, right) => {
    const own = kinds(faulty).filter((finding) => finding.kind === kind);
    expect(own.map((finding) => finding.line)).toEqual([line]);
    const [{ text, why, mend }] = own as [(typeof own)[0]];
    for (const sentence of [text, why, mend]) expect(sentence).toMatch(/^\S(?:(?!undefined).)*$/);
    expect(kinds(right).filter((finding) => finding.kind === kind)).toEqual([]);
  });

  it("without autofallthrough, an extension must hang up", () => {
    const plan = (conf: string) =>
      readPlan(`[general]\nautofallthrough=no\n[a]\nexten => 9,1,NoOp()\n${conf}`);
    expect(lint(plan("")).map(({ kind }) => kind)).toEqual(["noHangup"]);
    expect(lint(plan(end))).toEqual([]);
  });

  it("a name that is nearly right is proposed", () => {
    const mends = (conf: string) => kinds(conf).map(({ mend }) => mend);
    expect(mends("exten => 1,1,Goto(A,1,1)")).toEqual(["add [A] with the extension; did you mean a?"]);
    expect(mends("exten => 1,1,Dial(SIP/100)")).toEqual(["add [100]; did you mean user1?"]);
    expect(mends("exten => 1,1,Dial(SIP/user2)")).toEqual(["add [user2]; did you mean user1?"]);
  });
});

describe("between accounts and plan", () => {
  const of = (sip: string, plan = "[a]\nexten => 1,1,NoOp()\n[b]\nexten => 2,1,NoOp()") =>
    lint(readPlan(plan), { accounts: readSip(sip) }).map(({ kind, file, line }) => `${kind} ${file} ${line}`);

  it("contexts must be there", () => {
    expect(of("[u]\ntype=friend\ncontext=c\nsecret=aB3dEf6hIj")).toEqual(["accountContext sip.conf 3"]);
    expect(of("[u]\ntype=friend\nsecret=aB3dEf6hIj")).toEqual(["accountDefault sip.conf 2"]);
    expect(of("[u]\ntype=friend\nsecret=aB3dEf6hIj", "[default]\nexten => 1,1,NoOp()")).toEqual([]);
  });

  it("contexts must be led to", () => {
    expect(of(SIP)).toEqual(["unusedContext extensions.conf 3"]);
    expect(of(SIP, "[a]\ninclude => b\n[b]\nexten => 2,1,NoOp()")).toEqual([]);
    expect(of(SIP, "[a]\nexten => 1,1,Goto(b,2,1)\n[b]\nexten => 2,1,NoOp()")).toEqual([]);
  });

  it("secrets must be there, and not be guessed", () => {
    const secret = (line: string) => of(`[u]\ntype=friend\ncontext=a\n${line}`, "[a]\nexten => 1,1,NoOp()");
    expect(secret("")).toEqual(["noSecret sip.conf 2"]);
    expect(secret("secret=123456")).toEqual(["weakSecret sip.conf 4"]);
    expect(secret("md5secret=0123456789abcdef0123456789abcdef")).toEqual([]);
  });

  it("a pjsip.conf is not rung by SIP/", () => {
    const accounts = readPjsip("[u]\ntype=endpoint\ncontext=a");
    const [finding] = lint(readPlan("[a]\nexten => 1,1,Dial(SIP/u)"), { accounts });
    expect([finding!.kind, finding!.mend]).toEqual(["otherDriver", "Dial(PJSIP/u,…)"]);
  });
});
