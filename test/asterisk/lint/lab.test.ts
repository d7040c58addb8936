import { afterEach, describe, expect, it } from "vitest";
import { lint, readPlan, readSip } from "../../../src/asterisk/index.js";
import { setLanguage } from "../../../src/language.js";
import { lab } from "../goldens.js";

const found = (findings: ReturnType<typeof lint>) =>
  findings.map(({ line, kind, severity }) => `${line} ${kind} ${severity}`);

describe("the lab's own files", () => {
  afterEach(() => setLanguage("en"));

  it("hold the faults of the report, with their lines", () => {
    expect(found(lint(readPlan(lab("extensions.conf"))))).toEqual([
      "6 gap fault",
      "22 neverReached note",
      "25 answersLate note",
      "25 noInvalid warning",
      "27 endlessMenu note",
      "37 unknownContext fault",
      "39 unknownContext fault",
    ]);
  });

  it("disagree in the two listings of the plan", () => {
    const beside = readPlan(lab("extensions-explained.conf"), "extensions-explained.conf");
    const both = lint(readPlan(lab("extensions.conf")), { beside });
    const kinds = ["listingsDiffer", "missingPriority"];
    const own = both.filter(({ kind }) => kinds.includes(kind));
    expect(own.map(({ file, line, text, mend }) => [file, line, text, mend])).toEqual([
      [
        "extensions.conf",
        9,
        "200,2: VoiceMail(200) here, System(/usr/bin/aplay /var/msg/standard/test.wav) in the other listing",
        "keep one of the two, and print it from the server",
      ],
      ["extensions-explained.conf", 9, "200,VoiceMail(200) has no priority", "exten => 200,n,VoiceMail(200)"],
    ]);
    expect(lint(beside).map(({ kind }) => kind)).toContain("soundOnServer");
  });

  it("lack a context for the accounts, and secrets worth the name", () => {
    const accounts = readSip(lab("sip.conf"));
    const own = lint(readPlan(lab("extensions.conf")), { accounts }).filter(
      ({ file }) => file === "sip.conf",
    );
    expect(found(own)).toEqual(
      [6, 13, 20].flatMap((line) => [`${line} weakSecret warning`, `${line + 2} accountDefault fault`]),
    );
    expect(own[0]!.why).toContain("10000");
  });

  it("are without fault when mended", () => {
    const accounts = readSip(lab("sip-mended.conf"), "sip-mended.conf");
    const voicemail = "[default]\n100 => 1234\n200 => 1234\n300 => 1234";
    expect(found(lint(readPlan(lab("extensions-mended.conf")), { accounts, voicemail }))).toEqual([]);
  });

  it("are judged in both languages", () => {
    const [gap] = lint(readPlan(lab("extensions.conf")));
    expect([gap!.text, gap!.mend]).toEqual([
      "100 has a priority 3 but no 2",
      "exten => 100,2,Dial(SIP/user2,8) (or n in the place of 2)",
    ]);
    expect(gap!.why).toContain("Dial(SIP/user2,8) never runs");
    setLanguage("fr");
    expect([gap!.text, gap!.mend]).toEqual([
      "100 a une priorité 3 mais pas de 2",
      "exten => 100,2,Dial(SIP/user2,8) (ou n à la place de 2)",
    ]);
    expect(gap!.why).toContain("Dial(SIP/user2,8) n’est jamais exécuté");
  });
});
