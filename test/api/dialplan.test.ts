import { afterEach, describe, expect, it } from "vitest";
import {
  Accounts,
  Findings,
  jupyterDisplay,
  readAccounts,
  readDialplan,
  readPjsip,
  setLanguage,
  Trace,
  toPjsip,
} from "../../src/core.js";
import type { Displayable, MimeBundle } from "../../src/display/index.js";
import { lab } from "../asterisk/goldens.js";

type Shown = [name: string, made: () => Displayable, en: string[], fr: string[]];

const plan = () => readDialplan(lab("extensions.conf"));
const accounts = () => readAccounts(lab("sip.conf"));

const SHOWN: Shown[] = [
  ["a dial plan", plan, ["Line", "Dial(SIP/user1&SIP/user2,10)", "WaitExten(2)"], ["Ligne", "Étiquette"]],
  [
    "a trace",
    () => plan().trace("300"),
    ["Step", "When", "no answer, busy or unreachable", "local,300,2", "rings user3 for 8 s at most"],
    ["Étape", "Quand", "décroché", "fait sonner user3 pendant 8 s au plus"],
  ],
  [
    "what is wrong",
    () => plan().lint({ accounts: accounts() }),
    ["What is wrong", "100 has a priority 3 but no 2", "sip.conf", "extensions.conf"],
    ["Ce qui ne va pas", "100 a une priorité 3 mais pas de 2"],
  ],
  [
    "what could not be read",
    () => readDialplan(lab("extensions-explained.conf"), "my.conf").problems,
    ["What could not be read", "my.conf, line 9"],
    ["Ce qui n’a pas pu être lu", "my.conf, ligne 9"],
  ],
  ["accounts", accounts, ["Caller ID", "user1 <100>", "100@default", "dynamic"], ["Identité affichée"]],
];

const unescaped = (html: unknown) =>
  String(html)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe("what is shown of", () => {
  afterEach(() => setLanguage("en"));

  describe.each(SHOWN)("%s", (_name, make, en, fr) => {
    it.each([
      ["en", en],
      ["fr", fr],
    ] as const)("in %s", (language, expected) => {
      const made = make();
      setLanguage(language);
      const html = unescaped((made[jupyterDisplay]() as MimeBundle)["text/html"]);
      for (const text of expected) expect(html).toContain(text);
    });
  });

  it("a hostile file is text", () => {
    const evil = '<img src=x onerror="alert(1)">';
    const hostile = readDialplan(
      `[${evil}]\nexten => ${evil},1,${evil}(${evil})\n same => n,Goto(${evil},1)\n${evil}`,
    );
    const bundles = [hostile, hostile.problems, hostile.lint(), hostile.trace(evil)].map((one) =>
      one[jupyterDisplay](),
    );
    bundles.push(readAccounts(`[${evil}]\ntype=${evil}\nsecret=${evil}`)[jupyterDisplay]());
    for (const bundle of bundles) {
      expect(String(bundle["text/html"])).toContain("&lt;img");
      expect(String(bundle["text/html"])).not.toContain("<img");
    }
  });
});

describe("a dial plan in a notebook", () => {
  it("traces from the context of the account that calls", () => {
    const two = readDialplan(
      "[a]\nexten => 1,1,NoOp(a)\n[b]\nexten => 1,1,NoOp(b)\n[default]\nexten => 1,1,NoOp(d)",
    );
    const from = (context?: string) => ({ context, callerNumber: "100" });
    const first = (trace: Trace) => trace[0]!.step!.context;
    expect(first(two.trace("1", { from: from("b") }))).toBe("b");
    expect(first(two.trace("1", { context: "a" }))).toBe("a");
    expect(first(two.trace("1"))).toBe("default");
    expect(first(readDialplan("[a]\n[b]\nexten => 1,1,NoOp()").trace("1"))).toBe("b");
  });

  it("gives rows that stay of their kind", () => {
    const findings = plan().lint();
    expect(findings.filter(({ severity }) => severity === "fault")).toBeInstanceOf(Findings);
    expect(findings.filter(({ severity }) => severity === "fault")).toHaveLength(3);
    expect(plan().trace("50").slice(0, 3)).toBeInstanceOf(Trace);
    expect(accounts().filter(({ name }) => name === "user1")).toBeInstanceOf(Accounts);
    expect(plan().contexts).toEqual(["local", "Menu"]);
  });

  it("is judged together with accounts of either kind", () => {
    const pjsip = readPjsip(toPjsip(accounts()));
    const kinds = plan()
      .lint({ accounts: pjsip })
      .map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "otherDriver")).toHaveLength(6);
    expect(
      plan().lint({ beside: readDialplan(lab("extensions-explained.conf"), "b") }).length,
    ).toBeGreaterThan(7);
  });
});
