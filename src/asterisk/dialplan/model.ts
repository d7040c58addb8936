import type { Problem } from "../config/index.js";

/** A step of an extension: `exten => 100,1,Dial(SIP/user1,8)`. */
export interface Step {
  context: string;
  /** The extension's name, a pattern with its `_`. */
  extension: string;
  /** Only for callers with this number: `exten => 100/300,1,…`. */
  caller: string | undefined;
  /** From 1, or a hint: which devices' state the extension shows. */
  priority: number | "hint";
  label: string | undefined;
  /** As written; Asterisk does not mind its case. */
  application: string;
  /** What stands between the parentheses. */
  arguments: string;
  file: string;
  line: number;
}

/** The steps of one name or pattern in a context. */
export interface Extension {
  name: string;
  caller: string | undefined;
  /** By priority. */
  steps: Map<Step["priority"], Step>;
  labels: Map<string, Step>;
}

/** `include => other`, `switch => IAX2/…`, `ignorepat => 9`. */
export interface Directive {
  value: string;
  file: string;
  line: number;
}

export interface Context {
  name: string;
  file: string;
  /** Of its first section. */
  line: number;
  /** In the order in which Asterisk tries them. */
  extensions: Extension[];
  includes: Directive[];
  switches: Directive[];
  ignored: Directive[];
}

/** What an `extensions.conf` says. */
export interface Plan {
  file: string;
  /** By name; Asterisk minds its case. */
  contexts: Map<string, Context>;
  /** Global variables of `[globals]`, by name. */
  globals: Map<string, string>;
  /** `[general] autofallthrough`: whether a call without a next step is ended (the default) or waits for keys. */
  fallsThrough: boolean;
  /** In the order of the file. */
  steps: Step[];
  problems: Problem[];
}

/** `Dial(SIP/user1,8)`, `Hangup()`; of a hint its devices. */
export function written({ application, arguments: data, priority }: Step): string {
  return priority === "hint" ? application : `${application}(${data})`;
}
