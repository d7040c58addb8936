import { Problem, type ReadOptions, readConfig, type Section } from "../config/index.js";
import type { Account, AccountList } from "./model.js";
import { callerOf, codecsOf, listed, setting } from "./settings.js";

/**
 * Reads a `pjsip.conf` (docs.asterisk.org, "PJSIP Configuration Sections and Relationships"): an account is an
 * endpoint, the auth that it names (password), and the aor where its phone registers. Sections of different types
 * may share a name.
 */
export function readPjsip(text: string, file = "pjsip.conf", options: ReadOptions = {}): AccountList {
  const { sections, problems } = readConfig(text, file, options);
  const objects = sections.filter(({ template }) => !template);
  const byType = new Map<string, Map<string, Section>>();
  for (const section of objects) {
    const type = setting(section.entries, "type");
    if (type === undefined) problems.push(new Problem("noType", section.file, section.line, section.name));
    const named = byType.get(type ?? "") ?? new Map<string, Section>();
    byType.set(type ?? "", named.set(section.name, section));
  }
  const accounts: Account[] = [];
  for (const endpoint of byType.get("endpoint")?.values() ?? []) {
    const named = (type: string, name: string | undefined) => {
      const found = name === undefined ? undefined : byType.get(type)?.get(name);
      if (name !== undefined && !found)
        problems.push(new Problem("noObject", endpoint.file, endpoint.line, `type=${type} [${name}]`));
      return found;
    };
    const auth = named("auth", listed(endpoint.entries, "auth")[0]);
    const aor = named("aor", listed(endpoint.entries, "aors")[0]);
    accounts.push(accountOf(endpoint, auth, aor));
  }
  return { file, technology: "PJSIP", accounts, problems };
}

function accountOf(endpoint: Section, auth: Section | undefined, aor: Section | undefined): Account {
  const { name, entries, file, line } = endpoint;
  const { callerName, callerNumber } = callerOf(setting(entries, "callerid"));
  const contact = aor && setting(aor.entries, "contact");
  const registers = aor && Number(setting(aor.entries, "max_contacts") ?? 0) > 0;
  return {
    technology: "PJSIP",
    name,
    type: "endpoint",
    username: (auth && setting(auth.entries, "username")) ?? name,
    secret: auth && setting(auth.entries, "password"),
    host: contact ?? (registers ? "dynamic" : undefined),
    context: setting(entries, "context"),
    mailboxes: [...listed(entries, "mailboxes"), ...(aor ? listed(aor.entries, "mailboxes") : [])],
    callerName,
    callerNumber,
    codecs: codecsOf(entries),
    file,
    line,
    settings: [...entries, ...(auth?.entries ?? []), ...(aor?.entries ?? [])],
  };
}
