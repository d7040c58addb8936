import { type Step, written } from "./model.js";

/** Where a jump goes: what is not said stays as it is. */
export interface Place {
  context?: string | undefined;
  extension?: string | undefined;
  /** A priority, a label, or steps from here (`+2`). */
  priority: string;
}

/** A device or number that `Dial` calls: `SIP/user1`. */
export interface Target {
  technology: string;
  resource: string;
}

/** What an application does to a call, as far as a plan can be followed by it. */
export type Effect =
  | { kind: "dial"; targets: Target[]; seconds: number | undefined; options: string }
  | { kind: "voicemail"; mailboxes: string[] }
  | { kind: "mailboxes" | "answer" | "ringing" | "progress" | "busy" | "congestion" | "return" | "nothing" }
  | { kind: "playback" | "background"; sounds: string[]; answers: boolean }
  | { kind: "say"; what: string }
  | { kind: "waitExten" | "wait"; seconds: number | undefined }
  | { kind: "read"; variable: string; digits: string }
  | { kind: "goto" | "gosub"; place: Place }
  | { kind: "gotoIf"; condition: string; yes: Place | undefined; no: Place | undefined }
  | { kind: "hangup"; cause: number | undefined }
  | { kind: "set"; name: string; value: string }
  | { kind: "system"; command: string }
  | { kind: "other"; call: string };

type Reader = (data: string, parts: string[]) => Effect | undefined;

const simple =
  (
    kind: "mailboxes" | "answer" | "ringing" | "progress" | "busy" | "congestion" | "return" | "nothing",
  ): Reader =>
  () => ({ kind });
const sounds =
  (kind: "playback" | "background"): Reader =>
  (_, [files = "", options = ""]) => ({
    kind,
    sounds: files.split("&").filter(Boolean),
    answers: !/noanswer|^n|skip/i.test(options),
  });
const say: Reader = (_, [what = ""]) => ({ kind: "say", what });
const nothing = simple("nothing");

/** By name in lower case. docs.asterisk.org, "Dialplan Applications", has a page for each. */
const READERS: Readonly<Record<string, Reader>> = {
  dial: (_, [devices = "", seconds, options = ""]) => {
    const targets = devices.split("&").filter(Boolean).map(targetOf);
    if (targets.length === 0) return undefined;
    return { kind: "dial", targets, seconds: secondsOf(seconds), options };
  },
  voicemail: (_, [boxes = ""]) => ({ kind: "voicemail", mailboxes: boxes.split("&").filter(Boolean) }),
  voicemailmain: simple("mailboxes"),
  answer: simple("answer"),
  ringing: simple("ringing"),
  progress: simple("progress"),
  busy: simple("busy"),
  congestion: simple("congestion"),
  return: simple("return"),
  noop: nothing,
  verbose: nothing,
  log: nothing,
  playback: sounds("playback"),
  background: sounds("background"),
  saynumber: say,
  saydigits: say,
  sayalpha: say,
  sayphonetic: say,
  waitexten: (_, [seconds]) => ({ kind: "waitExten", seconds: secondsOf(seconds) }),
  wait: (_, [seconds]) => ({ kind: "wait", seconds: secondsOf(seconds) }),
  read: (_, [variable = "", , digits = ""]) => ({ kind: "read", variable, digits }),
  goto: (data) => ({ kind: "goto", place: placeOf(data) }),
  gosub: (data) => ({ kind: "gosub", place: placeOf(data.split("(")[0]!) }),
  gotoif: gotoIf,
  gotoiftime: gotoIf,
  hangup: (_, [cause = ""]) => ({
    kind: "hangup",
    cause: /^\d{1,3}$/.test(cause) ? Number(cause) : undefined,
  }),
  set: (data) => {
    const equals = data.indexOf("=");
    const name = data
      .slice(0, equals)
      .trim()
      .replace(/^_{1,2}/, "");
    return equals === -1 ? { kind: "nothing" } : { kind: "set", name, value: data.slice(equals + 1) };
  },
  system: (data) => ({ kind: "system", command: data }),
  trysystem: (data) => ({ kind: "system", command: data }),
};

/** What a step does; `data` are its arguments with what is known put in the place of variables. */
export function effectOf(step: Step, data = step.arguments): Effect {
  const reader = Object.hasOwn(READERS, step.application.toLowerCase())
    ? READERS[step.application.toLowerCase()]
    : undefined;
  const parts = data.split(",").map((part) => part.trim());
  return reader?.(data, parts) ?? { kind: "other", call: written({ ...step, arguments: data }) };
}

/** `context,extension,priority`, `extension,priority`, `priority`; the priority may be a label. */
export function placeOf(text: string): Place {
  const parts = text.split(",").map((part) => part.trim());
  const [priority = "", extension, context] = parts.slice(0, 3).reverse();
  return { context, extension, priority };
}

/** `condition?yes:no`; a colon or question mark may stand in the condition's quotes or brackets. */
function gotoIf(data: string): Effect {
  const question = outside(data, "?");
  const rest = data.slice(question + 1);
  const colon = outside(rest, ":");
  const place = (text: string) => (text.trim() === "" ? undefined : placeOf(text));
  return {
    kind: "gotoIf",
    condition: data.slice(0, question),
    yes: question === data.length ? undefined : place(rest.slice(0, colon)),
    no: place(rest.slice(colon + 1)),
  };
}

function outside(text: string, character: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const here = text[at]!;
    if (here === '"') quoted = !quoted;
    else if (!quoted && "[{(".includes(here)) depth++;
    else if (!quoted && "]})".includes(here)) depth--;
    else if (here === character && depth <= 0 && !quoted) return at;
  }
  return text.length;
}

function targetOf(device: string): Target {
  const slash = device.indexOf("/");
  return { technology: device.slice(0, Math.max(slash, 0)).trim(), resource: device.slice(slash + 1).trim() };
}

function secondsOf(text: string | undefined): number | undefined {
  const seconds = Number.parseFloat(text ?? "");
  return seconds > 0 ? seconds : undefined;
}
