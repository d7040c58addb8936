import type { AccountList } from "../accounts/index.js";
import { reach } from "../dialplan/find.js";
import type { Plan } from "../dialplan/model.js";
import { Finding } from "./finding.js";
import { type Jump, similar } from "./jumps.js";

/** Faults between accounts and plan, and secrets that do not protect. */
export function wrongAccounts(plan: Plan, { accounts }: AccountList, jumps: readonly Jump[]): Finding[] {
  const findings: Finding[] = [];
  const contexts = [...plan.contexts.keys()];
  for (const { name, context, secret, settings, file, line } of accounts) {
    const at = (setting: string) => settings.findLast((entry) => entry.name.toLowerCase() === setting);
    const found = (kind: ConstructorParameters<typeof Finding>[0], setting: string, ...about: string[]) => {
      const place = at(setting) ?? { file, line };
      findings.push(new Finding(kind, place.file, place.line, [name, ...about]));
    };
    if (context === undefined && !plan.contexts.has("default"))
      found("accountDefault", "type", contexts[0] ?? "local");
    if (context !== undefined && !plan.contexts.has(context))
      found("accountContext", "context", context, similar(contexts, context));
    if (secret === undefined && !at("md5secret")) found("noSecret", "type");
    else if (secret !== undefined && /^\d{1,6}$/.test(secret))
      found("weakSecret", "secret", String(10 ** secret.length));
  }
  return [
    ...findings,
    ...unusedContexts(
      plan,
      accounts.map(({ context = "default" }) => context),
      jumps,
    ),
  ];
}

function unusedContexts(plan: Plan, starts: readonly string[], jumps: readonly Jump[]): Finding[] {
  // accounts without a context of the plan say nothing of the ways through it
  if (!starts.some((name) => plan.contexts.has(name))) return [];
  const targets = new Map<string, string[]>();
  for (const { step, context } of jumps)
    targets.set(step.context, [...(targets.get(step.context) ?? []), context]);
  const used = new Set<string>();
  const waiting = [...starts];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const context of reach(plan, name)) {
      if (used.has(context.name)) continue;
      used.add(context.name);
      waiting.push(...(targets.get(context.name) ?? []));
    }
  }
  return [...plan.contexts.values()]
    .filter(({ name, extensions }) => !used.has(name) && extensions.length > 0)
    .map(({ name, file, line }) => new Finding("unusedContext", file, line, [name]));
}
