import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

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
  metadata: { kernelspec?: unknown; language_info?: unknown };
  cells: StoredCell[];
}

export const FOLDER = fileURLToPath(new URL("../../notebooks/", import.meta.url));

/** The lessons in their order, by the names of their files: `00-start`. */
export const NAMES: readonly string[] = namesIn("fr");

/** The captures that lie beside the lessons. */
export const CAPTURES: readonly string[] = readdirSync(`${FOLDER}captures`).filter((name) =>
  /\.pcap(?:ng)?(?:\.gz)?$/.test(name),
);

export function namesIn(language: LessonLanguage): string[] {
  return readdirSync(FOLDER + language)
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => name.replace(".ipynb", ""))
    .sort();
}

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
