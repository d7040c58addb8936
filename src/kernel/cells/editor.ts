import type { TypeScript } from "./compiler/typescript.js";
import { questionIn } from "./question.js";
import type { Session } from "./session.js";

/** Positions here count UTF-16 units, as JavaScript does; the front translates Jupyter's code points. */

/** What may stand at a position, for a `complete_reply`. */
export function complete(session: Session, code: string, position: number) {
  try {
    const { candidates, start, end } = session.complete(code, position);
    return { status: "ok", matches: [...new Set(candidates)], start, end: Math.max(end, start) };
  } catch {
    return { status: "ok", matches: [], start: position, end: position };
  }
}

/** Type and documentation of what stands at a position, or of the function whose arguments are being written. */
export function inspect(session: Session, code: string, position: number) {
  for (const place of [position, position - 1, openCall(code, position)]) {
    if (place < 0 || !/[\w$]/.test(code.charAt(place))) continue;
    const info = session.inspect(code, place);
    if (!info?.displayParts?.length) continue;
    // the library's names are aliases, which is no news to the reader
    const signature = join(info.displayParts).replace(/^\(alias\) (.*)\nimport .*$/s, "$1");
    if (signature === "any") continue; // a word that names nothing
    const documentation = join(info.documentation);
    const tags = (info.tags ?? []).map(({ name, text }) => [name, join(text)] as const);
    const plain = [documentation, ...tags.map(([name, text]) => `@${name} ${text}`)];
    const marked = [documentation, ...tags.map(([name, text]) => `*@${name}* ${text}`)];
    const text = plain.filter((note) => note.trim() !== "").join("\n");
    return {
      status: "ok",
      found: true,
      data: {
        "text/plain": text ? `${signature}\n\n${text}` : signature,
        "text/markdown": [`\`\`\`typescript\n${signature}\n\`\`\``, ...marked].join("\n\n"),
      },
      metadata: {},
    };
  }
  return { status: "ok", found: false, data: {}, metadata: {} };
}

function join(parts: { text: string }[] | undefined): string {
  return (parts ?? []).map(({ text }) => text).join("");
}

/** The last letter of the function before the innermost open parenthesis; -1 when there is none. */
function openCall(code: string, position: number): number {
  for (let at = position - 1, depth = 0; at >= 0; at--) {
    if (code[at] === ")") depth++;
    if (code[at] === "(" && depth-- === 0) return at - 1;
  }
  return -1;
}

/** Diagnostics that say "the end came too early" wherever they are put. */
const unterminated = new Set([1010, 1160]); // comment, template

/** Whether Enter should run the code, or a line is missing. */
export function isComplete(typescript: TypeScript, code: string) {
  if (questionIn(code) !== undefined) return { status: "complete" };
  const file = typescript.createSourceFile("cell.ts", code, typescript.ScriptTarget.ES2022);
  const { parseDiagnostics } = file as unknown as {
    parseDiagnostics: { code: number; start: number; messageText: unknown }[];
  };
  if (parseDiagnostics.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const missing = parseDiagnostics.every((one) => one.start >= end || unterminated.has(one.code));
  return missing ? { status: "incomplete", indent: nextIndent(code) } : { status: "invalid" };
}

function nextIndent(code: string): string {
  const line = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = line.match(/^\s*/)?.[0] ?? "";
  return /[{([]$/.test(line) ? `${indent}  ` : indent;
}
