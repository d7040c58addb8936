/**
 * Where a French text is not set as French is: a curly apostrophe, guillemets with unbreakable blanks inside, an
 * unbreakable blank before a colon, a narrow one before the other double marks (`??` is code).
 */
const FAULTS: readonly RegExp[] = [
  /\p{L}'(?=\p{L}|$)/gu,
  / (?:[:;!»]|\?(?!\?))/g,
  /«(?!\u00a0)/g,
  /(?<!\u00a0)»/g,
  /\u00a0[;!?]/g,
  /\u202f:/g,
];

/** The faults of a text, each with a little around it; code between backquotes is left alone. */
export function faultsOf(text: string): string[] {
  const prose = text.replace(/`[^`]*`/g, "``");
  return FAULTS.flatMap((fault) =>
    [...prose.matchAll(fault)].map(({ index }) => prose.slice(Math.max(0, index - 12), index + 12)),
  );
}
