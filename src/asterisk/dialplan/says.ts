import { refusalOf, UNREGISTERED } from "./causes.js";
import type { Effect } from "./effect.js";
import { type Said, said } from "./messages.js";
import { ANY } from "./path.js";

/** What a step does, in words. */
export function saysOf(effect: Effect, answered: boolean): Said {
  const answers = answered ? "" : "answers";
  switch (effect.kind) {
    case "dial": {
      const devices = effect.targets.map(({ resource }) => resource).join(", ");
      return effect.seconds === undefined
        ? said("dial", devices)
        : said(effect.targets.length > 1 ? "dialTogether" : "dialFor", devices, String(effect.seconds));
    }
    case "voicemail":
      return said("voicemail", effect.mailboxes.join(", "), answers);
    case "mailboxes":
      return said("mailboxes", answers);
    case "playback":
    case "background":
      return said(effect.kind, effect.sounds.join(", "), effect.answers ? answers : "");
    case "say":
      return said("say", effect.what);
    case "waitExten":
      return said("waitExten", String(effect.seconds ?? 10));
    case "wait":
      return said("wait", String(effect.seconds ?? 0));
    case "read":
      return said("read", effect.variable);
    case "goto":
    case "gosub":
      return said(
        effect.kind,
        [effect.place.context, effect.place.extension, effect.place.priority].filter(Boolean).join(","),
      );
    case "gotoIf":
      return said("gotoIf", effect.condition);
    case "set":
      return said("set", effect.name, effect.value);
    case "system":
      return said("system", effect.command);
    case "other":
      return said("other", effect.call);
    default:
      return said(effect.kind);
  }
}

/** What `Hangup` says to a caller whom nothing has answered: its cause, or that which the last Dial left behind. */
export function refused(cause: number | undefined, status: string | undefined): Said {
  if (cause !== undefined || status === undefined) return said("refused", refusalOf(cause));
  if (status === "CHANUNAVAIL") return said("refused", refusalOf(UNREGISTERED));
  return said(
    status === ANY ? "refusedOpen" : status === "BUSY" ? "refusedBusy" : "refused",
    refusalOf(undefined),
  );
}
