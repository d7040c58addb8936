import type { AccountList } from "../accounts/index.js";
import { type Effect, effectOf, type Place, type Target } from "../dialplan/effect.js";
import { type Context, type Plan, type Step, written } from "../dialplan/model.js";
import { isOpen } from "../dialplan/variables.js";
import { Finding } from "./finding.js";
import { similar } from "./jumps.js";

/** Programs that play a sound on the machine they run on. */
const PLAYERS = /(?:^|[\s/])(?:aplay|paplay|play|mpg123|mpg321|mplayer|ffplay|cvlc|sox)\b/;

/** Faults in what steps do: whom they ring, what they play, where they record. */
export function wrongApplications(
  plan: Plan,
  accounts: AccountList | undefined,
  mailboxes: ReadonlySet<string> | undefined,
): Finding[] {
  const steps = plan.steps.flatMap((step): Finding[] => {
    const effect = effectOf(step);
    const found = (kind: ConstructorParameters<typeof Finding>[0], ...about: string[]) =>
      new Finding(kind, step.file, step.line, [written(step), ...about]);
    switch (effect.kind) {
      case "dial":
        return accounts ? effect.targets.flatMap((target) => unknownPeer(target, accounts, found)) : [];
      case "system":
        return PLAYERS.test(effect.command) ? [found("soundOnServer")] : [];
      case "voicemail":
        return mailboxes ? effect.mailboxes.flatMap((box) => unknownMailbox(box, mailboxes, found)) : [];
      default:
        return [];
    }
  });
  return [...steps, ...[...plan.contexts.values()].flatMap(inContext)];
}

type Found = (kind: ConstructorParameters<typeof Finding>[0], ...about: string[]) => Finding;

function unknownPeer({ technology, resource }: Target, list: AccountList, found: Found): Finding[] {
  // SIP/user1, SIP/user1/0600, SIP/0600@gateway
  const name = resource.split("/")[0]!.split("@").at(-1)!;
  if (!/^(?:SIP|PJSIP)$/i.test(technology) || isOpen(resource) || /[.:]/.test(name)) return [];
  if (technology.toUpperCase() !== list.technology)
    return [found("otherDriver", technology, list.file, `${list.technology}/${resource}`)];
  if (list.accounts.some((account) => account.name === name)) return [];
  const numbered = list.accounts.find(({ callerNumber }) => callerNumber === name)?.name;
  const near = similar(
    list.accounts.map((account) => account.name),
    name,
  );
  return [found("unknownPeer", name, list.file, numbered ?? near)];
}

function unknownMailbox(mailbox: string, known: ReadonlySet<string>, found: Found): Finding[] {
  const [box = "", context = "default"] = mailbox.split("@");
  return isOpen(mailbox) || known.has(`${box}@${context}`) ? [] : [found("noMailbox", mailbox, box, context)];
}

/** What is missing around sounds and menus. */
function inContext(context: Context): Finding[] {
  const findings: Finding[] = [];
  const extensions = context.extensions.map(({ steps }) =>
    [...steps.values()].map((step) => ({ step, effect: effectOf(step) })),
  );
  const all = extensions.flat();
  const menu = all.some(({ effect }) => effect.kind === "background");
  for (const own of extensions) {
    let answered = false;
    for (const [i, { step, effect }] of own.entries()) {
      const found = (kind: "answersLate" | "unanswered" | "endlessMenu") =>
        findings.push(new Finding(kind, step.file, step.line, [written(step)]));
      if (!answered && (effect.kind === "playback" || effect.kind === "background")) {
        if (effect.answers) found("answersLate");
      } else if (!answered && !menu && effect.kind === "say") found("unanswered");
      if (answers(effect)) answered = true;
      if (effect.kind === "goto" && loops(effect.place, step, own, i)) found("endlessMenu");
    }
  }
  const first = all.find(({ effect }) => effect.kind === "background" || effect.kind === "waitExten")?.step;
  if (first && !context.extensions.some(({ name }) => name === "i"))
    findings.push(new Finding("noInvalid", first.file, first.line, [context.name]));
  return findings;
}

function answers(effect: Effect): boolean {
  if (effect.kind === "playback" || effect.kind === "background") return effect.answers;
  return ["answer", "voicemail", "mailboxes"].includes(effect.kind);
}

/** A way back to an earlier step of the same extension, with a key waited for between and nothing that counts. */
function loops(
  place: Place,
  step: Step,
  own: readonly { step: Step; effect: Effect }[],
  at: number,
): boolean {
  const here = (place.context ?? step.context) === step.context;
  if (!here || (place.extension ?? step.extension) !== step.extension) return false;
  const start = own.findIndex(
    ({ step: { priority, label } }) => String(priority) === place.priority || label === place.priority,
  );
  if (start === -1) return false;
  const between = own.slice(start, at).map(({ effect }) => effect.kind);
  return (between.includes("waitExten") || between.includes("background")) && !between.includes("gotoIf");
}
