import type { AccountList } from "../accounts/index.js";
import { readConfig } from "../config/index.js";
import type { Plan } from "../dialplan/model.js";
import { wrongAccounts } from "./accounts.js";
import { wrongApplications } from "./applications.js";
import type { Finding } from "./finding.js";
import { wrongOrder } from "./flow.js";
import { danglingJumps, jumpsOf } from "./jumps.js";
import { differences } from "./listings.js";
import { unreadLines } from "./reading.js";

export interface LintOptions {
  /** The accounts that call and are called: they are judged together with the plan. */
  accounts?: AccountList | undefined;
  /** The text of `voicemail.conf`: which mailboxes there are. */
  voicemail?: string | undefined;
  /** Another listing that is said to be the same plan. */
  beside?: Plan | undefined;
}

/** What is wrong in a plan: by file, then line. */
export function lint(plan: Plan, { accounts, voicemail, beside }: LintOptions = {}): Finding[] {
  const jumps = jumpsOf(plan);
  const mailboxes = voicemail === undefined ? undefined : mailboxesOf(voicemail);
  const findings = [
    ...unreadLines(plan.problems),
    ...wrongOrder(plan, jumps),
    ...danglingJumps(plan, jumps),
    ...wrongApplications(plan, accounts, mailboxes),
    ...(accounts ? [...unreadLines(accounts.problems), ...wrongAccounts(plan, accounts, jumps)] : []),
    ...(beside ? [...unreadLines(beside.problems), ...differences(plan, beside)] : []),
  ];
  const files = [...new Set(findings.map(({ file }) => file))];
  return findings.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
}

/** `300 => 1234,user3` in `[default]` is `300@default`. */
function mailboxesOf(text: string): Set<string> {
  const { sections } = readConfig(text, "voicemail.conf");
  const contexts = sections.filter(({ name }) => !/^(?:general|zonemessages)$/i.test(name));
  return new Set(contexts.flatMap(({ name, entries }) => entries.map((entry) => `${entry.name}@${name}`)));
}
