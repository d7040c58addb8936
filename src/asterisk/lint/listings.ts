import { type Plan, type Step, written } from "../dialplan/model.js";
import { Finding } from "./finding.js";

/** Where two listings of one plan disagree: in extensions that both have, step by step. */
export function differences(plan: Plan, other: Plan): Finding[] {
  const findings: Finding[] = [];
  const theirs = extensionsOf(other);
  for (const [place, steps] of extensionsOf(plan)) {
    const beside = theirs.get(place);
    if (!beside) continue;
    // one of the listings may be an excerpt: what it lacks is no difference
    for (const [priority, there] of beside) {
      const here = steps.get(priority);
      if (here && written(here) === written(there)) continue;
      const { file, line } = here ?? [...steps.values()].at(-1)!;
      const name = `${place.split("\n")[1]},${priority}`;
      findings.push(
        new Finding("listingsDiffer", file, line, [name, here ? written(here) : NONE, written(there)]),
      );
    }
  }
  return findings;
}

const NONE = "∅";

function extensionsOf({ contexts }: Plan): Map<string, Map<Step["priority"], Step>> {
  return new Map(
    [...contexts.values()].flatMap(({ name, extensions }) =>
      extensions.map((extension) => [`${name}\n${extension.name}`, extension.steps] as const),
    ),
  );
}
