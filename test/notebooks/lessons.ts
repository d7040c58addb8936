import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const NAMES = [
  "01-lab",
  "02-registration",
  "03-call-setup",
  "04-conversation",
  "05-teardown",
] as const;
export const LANGUAGES = ["fr", "en"] as const;
export type LessonLanguage = (typeof LANGUAGES)[number];

/** A cell as nbformat 4.5 stores it. */
export interface StoredCell {
  id: string;
  cell_type: string;
  metadata: Record<string, unknown>;
  source: string[];
  outputs?: unknown[];
  execution_count?: number | null;
}

export interface StoredNotebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: { kernelspec?: unknown; language_info?: { name?: string } };
  cells: StoredCell[];
}

export const FOLDER = fileURLToPath(new URL("../../notebooks/", import.meta.url));

export function lesson(language: LessonLanguage, name: string): StoredNotebook {
  return JSON.parse(readFileSync(`${FOLDER}${language}/${name}.ipynb`, "utf8"));
}

export const textOf = ({ source }: StoredCell): string => source.join("");

export const proseOf = ({ cells }: StoredNotebook): StoredCell[] =>
  cells.filter((cell) => cell.cell_type === "markdown");

export const codeOf = ({ cells }: StoredNotebook): StoredCell[] =>
  cells.filter((cell) => cell.cell_type === "code");

/** The headings of a lesson: `## Objectives`. */
export function headingsOf(notebook: StoredNotebook): string[] {
  return proseOf(notebook)
    .flatMap((cell) => withoutFences(textOf(cell)).split("\n"))
    .filter((line) => /^#+ /.test(line));
}

/** Markdown without its fenced code. */
export const withoutFences = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, "");
