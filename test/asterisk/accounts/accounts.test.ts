import { describe, expect, it } from "vitest";
import { readPjsip, readSip, toPjsip } from "../../../src/asterisk/index.js";
import { golden, lab } from "../goldens.js";

describe("accounts of a sip.conf", () => {
  // `sip show peer user1` and the like, Asterisk 18.26.4, of templates.conf
  it("are as Asterisk 18.26.4 shows them", () => {
    const { accounts, problems } = readSip(golden("templates.conf"));
    const shown = accounts.map(({ name, context, mailboxes, host, callerName, callerNumber, codecs }) =>
      [name, context, mailboxes.join(), host, callerName, callerNumber, codecs.join("|")].map(String),
    );
    expect(shown).toEqual([
      ["user1", "incoming", "100@default", "dynamic", "user1", "100", "ulaw|alaw"],
      ["user2", "incoming", "", "dynamic", "User Two", "200", "ulaw|alaw|gsm"],
      ["user3", "other", "", "192.168.187.51", "undefined", "undefined", "ulaw"],
    ]);
    // the log: Section 'typeless' lacks type
    expect(problems.map(({ kind, found }) => [kind, found])).toEqual([["noType", "typeless"]]);
  });

  it("take secrets from templates, a backslash before a semicolon", () => {
    const { accounts } = readSip(golden("templates.conf"));
    expect(accounts.map(({ secret }) => secret)).toEqual(["1234", "0000", "a;b"]);
  });

  it("know their lines, templates' settings those of the template", () => {
    const [user1] = readSip(golden("templates.conf")).accounts;
    const lines = user1!.settings.map(({ name, line }) => `${name} ${line}`);
    expect([user1!.line, lines.slice(-4)]).toEqual([
      11,
      ["secret 10", "secret 12", "callerid 13", "mailbox 18"],
    ]);
  });

  it("of the lab are three", () => {
    const { accounts } = readSip(lab("sip.conf"));
    expect(
      accounts.map(({ name, secret, callerNumber, host, line }) => [name, secret, callerNumber, host, line]),
    ).toEqual([
      ["user1", "1234", "100", "dynamic", 5],
      ["user2", "1234", "200", "dynamic", 12],
      ["user3", "1234", "300", "dynamic", 19],
    ]);
  });
});

describe("accounts of a pjsip.conf", () => {
  it("are endpoints with their auth and aor", () => {
    const { accounts, problems } = readPjsip(
      "[u]\ntype=endpoint\nauth=a\naors=b\ncontext=local\nallow=ulaw\n[a]\ntype=auth\nusername=alice\npassword=x\n[b]\ntype=aor\ncontact=sip:10.0.0.1\n[v]\ntype=endpoint\nauth=none",
    );
    expect(accounts[0]).toMatchObject({
      technology: "PJSIP",
      name: "u",
      username: "alice",
      secret: "x",
      host: "sip:10.0.0.1",
      context: "local",
      codecs: ["ulaw"],
    });
    expect(problems.map(({ line, found }) => [line, found])).toEqual([[14, "type=auth [none]"]]);
  });

  it("made from a sip.conf are the same accounts", () => {
    const { accounts } = readSip(lab("sip-mended.conf"));
    const text = toPjsip(accounts);
    const same = readPjsip(text).accounts;
    const known = (list: typeof accounts) =>
      list.map(({ technology, type, file, line, settings, ...rest }) => rest);
    expect(known(same)).toEqual(known(accounts));
    expect(text).toContain("dtmf_mode=rfc4733\ndirect_media=no");
    expect(readPjsip(text).problems).toEqual([]);
  });

  it("keep a semicolon in a secret", () => {
    const { accounts } = readSip(golden("templates.conf"));
    expect(readPjsip(toPjsip(accounts)).accounts[2]!.secret).toBe("a;b");
  });
});
