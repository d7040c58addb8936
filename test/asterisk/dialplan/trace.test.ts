import { afterEach, describe, expect, it } from "vitest";
import { readPlan, type TraceOptions, trace, written } from "../../../src/asterisk/index.js";
import { setLanguage } from "../../../src/language.js";
import { lab } from "../goldens.js";

/** A trace as lines: when, which step, what happens. */
function told(conf: string, number: string, options: Partial<TraceOptions> = {}): string[] {
  return trace(readPlan(conf), number, { context: "local", ...options }).map(({ when, step, says }) => {
    const head = when ? `${when()}: ` : "";
    return head + (step ? `${step.context},${step.extension},${step.priority} ${written(step)}` : says());
  });
}

const TALK =
  "answered: both talk; when one hangs up, Asterisk hangs up the other (BYE) and the plan ends here";
const BYE = "Asterisk hangs up (BYE)";

describe("a call through the lab's plan", () => {
  afterEach(() => setLanguage("en"));
  const conf = lab("extensions.conf");

  it("to 300 rings user3, then records a message", () => {
    expect(told(conf, "300")).toEqual([
      "local,300,1 Dial(SIP/user3,8)",
      TALK,
      "no answer, busy or unreachable: local,300,2 VoiceMail(300)",
      "local,300,3 Hangup()",
      BYE,
    ]);
  });

  // capture 03b of the same plan: 603 Declined to the caller, and no INVITE to user2
  it("to 100 ends at the missing priority", () => {
    expect(told(conf, "100")).toEqual([
      "local,100,1 Dial(SIP/user1,8)",
      TALK,
      "no answer, busy or unreachable: 100 has no priority 2: Asterisk refuses the call (603 Declined; 486 if busy, 503 if unreachable)",
    ]);
  });

  it("to 50 offers a menu, each key with its way", () => {
    const steps = told(conf, "50");
    expect(steps.slice(0, 5)).toEqual([
      "local,50,1 goto(Menu,s,1)",
      "Menu,s,1 Background(/var/msg/standard)",
      "Menu,s,2 WaitExten(2)",
      "Menu,s,3 Goto(Menu,s,1)",
      "goes on as at step 2",
    ]);
    const keys = steps.filter((step) => step.startsWith("key "));
    expect(keys).toEqual([1, 2, 3, 4, 5, 6].map((key) => `key ${key}: Menu,${key},1 SayNumber(${key})`));
    expect(steps).toContain("local,200,1 Dial(SIP/user2,8)");
    expect(steps).toContain(
      "secretariat,s,1 is not there, as there is no context [secretariat]: Asterisk hangs up",
    );
    expect(steps.at(-1)).toBe("any other key: [Menu] has no extension i: Asterisk hangs up");
  });

  it("to a number that is not there gets 404", () => {
    expect(told(conf, "400")).toEqual(["400 is not in [local]: the caller gets 404 Not Found"]);
    expect(told(conf, "100", { context: "default" })).toEqual([
      "there is no context [default]: the caller gets 404 Not Found",
    ]);
  });

  it("is told in the language of the moment", () => {
    const [first, , third] = trace(readPlan(conf), "300", { context: "local" });
    setLanguage("fr");
    expect([first!.says(), third!.when!(), third!.says()]).toEqual([
      "fait sonner user3 pendant 8 s au plus",
      "pas de réponse, occupé ou injoignable",
      "décroche (200 OK) et enregistre un message dans la boîte 300",
    ]);
  });
});

describe("a trace", () => {
  it("follows each way of not answering where the plan asks which", () => {
    const conf = `[local]
exten => 1,1,Dial(SIP/u,5)
 same => n,GotoIf($["\${DIALSTATUS}" = "BUSY"]?busy:other)
 same => n(busy),Busy()
 same => n(other),Goto(s-\${DIALSTATUS},1)
exten => s-NOANSWER,1,Hangup(19)
exten => _s-.,1,Congestion()`;
    const steps = told(conf, "1");
    expect(steps).toContain(`busy: local,1,2 GotoIf($["\${DIALSTATUS}" = "BUSY"]?busy:other)`);
    expect(steps.filter((step) => /Busy\(\)|Hangup|_s-/.test(step))).toEqual([
      "local,1,3 Busy()",
      "local,_s-.,1 Congestion()",
      "local,s-NOANSWER,1 Hangup(19)",
    ]);
    expect(steps).toContain("the call was not answered: Asterisk refuses it (480 Temporarily unavailable)");
  });

  it("puts values in the place of variables", () => {
    const conf = `[globals]\nTRUNK=SIP/gw\n[local]\nexten => _0X.,1,Set(to=\${EXTEN:1})\n same => n,Dial(\${TRUNK}/\${to},5)`;
    const steps = trace(readPlan(conf), "0612", { context: "local" });
    expect(steps.map(({ says }) => says()).slice(0, 2)).toEqual([
      "notes to = 612",
      "rings gw/612 for 5 s at most",
    ]);
  });

  it("goes both ways where a condition is not known", () => {
    const conf = `[local]\nexten => 1,1,GotoIf($[\${TIME} > 5]?late)\n same => n,Answer()\n same => n(late),Hangup()`;
    expect(told(conf, "1")).toEqual([
      `local,1,1 GotoIf($[\${TIME} > 5]?late)`,
      `if not $[\${TIME} > 5]: local,1,2 Answer()`,
      "local,1,3 Hangup()",
      BYE,
      `if $[\${TIME} > 5]: goes on as at step 3`,
    ]);
  });

  it("goes to subroutines and back, and to h after the call", () => {
    const conf =
      "[local]\nexten => 1,1,Gosub(sub,s,1)\n same => n,Hangup()\nexten => h,1,NoOp()\n[sub]\nexten => s,1,Answer()\n same => n,Return()";
    expect(told(conf, "1")).toEqual([
      "local,1,1 Gosub(sub,s,1)",
      "sub,s,1 Answer()",
      "sub,s,2 Return()",
      "local,1,2 Hangup()",
      BYE,
      "after the call: local,h,1 NoOp()",
    ]);
  });

  it("goes to t where no key comes and no step follows", () => {
    const conf = "[local]\nexten => 1,1,Answer()\n same => n,WaitExten(3)\nexten => t,1,Hangup()";
    expect(told(conf, "1")).toContain("no key: local,t,1 Hangup()");
    expect(told(conf.replace("exten => t", "exten => x"), "1")).toContain(
      "no key: there is no next priority, and [local] has no extension t: Asterisk hangs up",
    );
  });

  it("ends, whatever turns the plan makes", () => {
    const turning = `[local]\nexten => 1,1,Goto(1,1)\nexten => 2,1,GotoIf($[\${X}]?2,1:1,1)`;
    expect(told(turning, "1")).toEqual(["local,1,1 Goto(1,1)", "goes on as at step 1"]);
    expect(told(turning, "2").length).toBeLessThan(6);
    const counting = `[local]\nexten => _X!,1,Goto(\${EXTEN}1,1)`;
    expect(told(counting, "1").at(-1)).toMatch(/after 300 steps/);
  });
});
