import { configLines, strip } from "./comments.js";
import { Problem, type ProblemKind } from "./problem.js";

/** A `name = value` or `name => value`. */
export interface Entry {
  name: string;
  value: string;
  file: string;
  /** From 1; an inherited entry keeps the line of its template. */
  line: number;
}

export interface Section {
  name: string;
  file: string;
  line: number;
  /** `[name](!)`: only there to be inherited from. */
  template: boolean;
  entries: Entry[];
}

export interface Config {
  file: string;
  /** In order; a name may stand several times. */
  sections: Section[];
  problems: Problem[];
}

export interface ReadOptions {
  /** The text of a file named by `#include`; undefined where there is none. Includes are not followed without it. */
  include?: (name: string) => string | undefined;
}

/** Files that include files: Asterisk's own bound. */
const DEEPEST = 10;
/** Entries in all; templates that inherit from one another could double them line by line. */
const MOST_ENTRIES = 200_000;

/**
 * Reads the form that all of Asterisk's configuration files have (docs.asterisk.org, "Asterisk Configuration
 * Files"): sections, templates, additions, includes, repeated names, each entry with its line. No line makes it
 * throw: what cannot be read is told in `problems`, and reading goes on where Asterisk would give up the file.
 */
export function readConfig(text: string, file: string, options: ReadOptions = {}): Config {
  const reader = new ConfigReader(options);
  reader.read(text, file, 1);
  return { file, sections: reader.sections, problems: reader.problems };
}

class ConfigReader {
  readonly sections: Section[] = [];
  readonly problems: Problem[] = [];
  private current: Section | undefined;
  private count = 0;
  /** The first section of a name, in lower case; of those that are no templates, and of all. */
  private readonly plain = new Map<string, Section>();
  private readonly all = new Map<string, Section>();
  /** The last entry of a name in a section. */
  private readonly latest = new Map<Section, Map<string, Entry>>();

  constructor(private readonly options: ReadOptions) {}

  read(text: string, file: string, level: number): void {
    const problem = (kind: ProblemKind, line: number, found: string) => {
      this.problems.push(new Problem(kind, file, line, found));
    };
    for (const { number, text: line } of configLines(text, problem)) {
      if (line.startsWith("[")) this.section(line, file, number);
      else if (line.startsWith("#")) this.directive(line, file, number, level);
      else this.entry(line, file, number);
    }
  }

  /** `[name]`, `[name](!)`, `[name](+)`, `[name](template,other)`. */
  private section(line: string, file: string, number: number): void {
    const problem = (kind: ProblemKind, found: string) =>
      this.problems.push(new Problem(kind, file, number, found));
    const close = line.indexOf("]");
    const section: Section = {
      name: line.slice(1, close === -1 ? line.length : close),
      file,
      line: number,
      template: false,
      entries: [],
    };
    if (close === -1) problem("noBracket", line);
    let target = section;
    if (close !== -1 && line[close + 1] === "(") {
      const end = line.indexOf(")", close);
      if (end === -1) problem("noParenthesis", line);
      for (const option of line.slice(close + 2, end === -1 ? line.length : end).split(",")) {
        if (option === "!") section.template = true;
        else if (option.startsWith("+")) {
          const earlier = this.plain.get(section.name.toLowerCase());
          if (earlier) target = earlier;
          else problem("noAddition", section.name);
        } else {
          const base = this.all.get(option.toLowerCase());
          if (base) for (const entry of base.entries) this.add(section, entry);
          else problem("noBase", option);
        }
      }
    }
    if (target === section) this.append(section);
    else for (const entry of section.entries) this.add(target, entry);
    this.current = target;
  }

  private append(section: Section): void {
    const name = section.name.toLowerCase();
    this.sections.push(section);
    if (!this.all.has(name)) this.all.set(name, section);
    if (!section.template && !this.plain.has(name)) this.plain.set(name, section);
  }

  /** `#include "file"`, `#include <file>`, `#tryinclude file`, `#exec program`. */
  private directive(line: string, file: string, number: number, level: number): void {
    const problem = (kind: ProblemKind, found: string) =>
      this.problems.push(new Problem(kind, file, number, found));
    const [, name = "", rest = ""] = /^#([^\0- ]*)(.*)$/s.exec(line) ?? [];
    const known = name.toLowerCase();
    const argument = unquoted(strip(rest));
    if (!["include", "tryinclude", "exec"].includes(known)) problem("unknownDirective", `#${name}`);
    else if (argument === "") problem("noArgument", `#${name}`);
    else if (known === "exec") problem("notExecuted", argument);
    else if (!this.options.include) problem("notFollowed", argument);
    else if (level >= DEEPEST) problem("deepInclude", argument);
    else {
      const text = this.options.include(argument);
      if (text !== undefined) this.read(text, argument, level + 1);
      else if (known === "include") problem("missingFile", argument);
    }
  }

  /** `name = value`, `name => value`, `name += more`. */
  private entry(line: string, file: string, number: number): void {
    const problem = (kind: ProblemKind, found: string) =>
      this.problems.push(new Problem(kind, file, number, found));
    if (!this.current) {
      problem("noSection", line);
      // an unnamed section takes the lines up to the first one with a name, so that each is not told again
      this.current = { name: "", file, line: number, template: true, entries: [] };
    }
    const escaped = line.startsWith("\\");
    if (escaped && !(line.charCodeAt(1) > 32)) return void problem("noEscape", line);
    const text = escaped ? line.slice(1) : line;
    const equals = text.indexOf("=", escaped ? 1 : 0);
    if (equals === -1) return void problem("noEquals", line);
    const appends = equals > (escaped ? 1 : 0) && text[equals - 1] === "+";
    const name = strip(text.slice(0, appends ? equals - 1 : equals));
    const value = strip(text.slice(!appends && text[equals + 1] === ">" ? equals + 2 : equals + 1));
    const earlier = appends && this.latest.get(this.current)?.get(name);
    if (earlier) this.extend(earlier, value, problem);
    else if (name === "") problem("noName", line);
    else this.add(this.current, { name, value, file, line: number });
  }

  private extend(entry: Entry, value: string, problem: (kind: ProblemKind, found: string) => void): void {
    if (entry.value.length + value.length > MOST_ENTRIES) problem("tooMuch", entry.name);
    else entry.value = strip(entry.value + value);
  }

  private add(section: Section, entry: Entry): void {
    if (this.count === MOST_ENTRIES)
      this.problems.push(new Problem("tooMuch", entry.file, entry.line, entry.name));
    if (this.count++ >= MOST_ENTRIES) return;
    const own = { ...entry };
    section.entries.push(own);
    const names = this.latest.get(section) ?? new Map<string, Entry>();
    this.latest.set(section, names.set(own.name, own));
  }
}

function unquoted(text: string): string {
  const close = text.startsWith("<") ? ">" : '"';
  const quoted = /^["<]/.test(text) && text.length > 1 && text.endsWith(close);
  return quoted ? text.slice(1, -1) : text;
}
