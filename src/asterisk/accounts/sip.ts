import { type Entry, Problem, type ReadOptions, readConfig, type Section } from "../config/index.js";
import type { Account, AccountList } from "./model.js";
import { callerOf, codecsOf, listed, setting } from "./settings.js";

/** Sections of `sip.conf` that are no accounts. */
const RESERVED = /^(?:general|authentication)$/i;

/**
 * Reads a `sip.conf` as Asterisk's chan_sip does (configs/samples/sip.conf.sample tells its settings): each section
 * with a `type` is an account, `[general]` gives what accounts leave unsaid.
 */
export function readSip(text: string, file = "sip.conf", options: ReadOptions = {}): AccountList {
  const { sections, problems } = readConfig(text, file, options);
  const own = sections.filter(({ template }) => !template);
  const general = own.filter(({ name }) => /^general$/i.test(name)).flatMap(({ entries }) => entries);
  const accounts: Account[] = [];
  for (const section of own) {
    if (RESERVED.test(section.name)) continue;
    const type = setting(section.entries, "type");
    if (type === undefined) problems.push(new Problem("noType", section.file, section.line, section.name));
    else accounts.push(accountOf(section, type, general));
  }
  return { file, technology: "SIP", accounts, problems };
}

function accountOf(section: Section, type: string, general: readonly Entry[]): Account {
  const { name, entries, file, line } = section;
  const { callerName, callerNumber } = callerOf(setting(entries, "callerid"));
  return {
    technology: "SIP",
    name,
    type: type.toLowerCase(),
    username: name,
    secret: setting(entries, "secret"),
    host: setting(entries, "host"),
    context: setting(entries, "context") ?? setting(general, "context"),
    mailboxes: listed(entries, "mailbox"),
    callerName,
    callerNumber,
    codecs: codecsOf([...general, ...entries]),
    file,
    line,
    settings: [...general, ...entries],
  };
}
