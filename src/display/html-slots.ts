/** What a place in a template can hold: see `html`. */
export type Slot = "text" | "tag" | "value" | "url" | "number" | "nothing";

const known = new WeakMap<TemplateStringsArray, readonly Slot[]>();

/** The kind of each place between the literal parts of a template, found once a template. */
export function slotsOf(strings: TemplateStringsArray): readonly Slot[] {
  let slots = known.get(strings);
  if (slots === undefined) {
    slots = read(strings);
    known.set(strings, slots);
  }
  return slots;
}

const URLS = /^(?:href|src|action|formaction|poster|cite|data|xlink:href)$/i;

/** Where reading stands: outside tags, in one, or in a quoted value. */
interface Place {
  in: "text" | "tag" | "value";
  tag: string;
  attribute: string;
  quote: string;
}

function read(strings: TemplateStringsArray): Slot[] {
  const place: Place = { in: "text", tag: "", attribute: "", quote: "" };
  return strings.slice(0, -1).map((literal) => {
    let rest = literal;
    while (rest !== "") rest = step(rest, place);
    return slotAt(literal, place);
  });
}

function slotAt(literal: string, place: Place): Slot {
  if (place.in === "text")
    return /<\/?$/.test(literal) || /^(?:script|style)$/i.test(place.tag) ? "nothing" : "text";
  if (place.in === "tag") return /\s$/.test(literal) ? "tag" : "nothing";
  if (/^(?:on|srcdoc|srcset)/i.test(place.attribute)) return "nothing";
  if (place.attribute.toLowerCase() === "style") return "number";
  return URLS.test(place.attribute) ? "url" : "value";
}

/** Reads one piece of a literal and gives what is left of it. */
function step(text: string, place: Place): string {
  if (place.in === "text") {
    const tag = /<(\/?[A-Za-z][\w:-]*)/.exec(text);
    if (!tag) return "";
    place.in = "tag";
    place.tag = tag[1]!;
    return text.slice(tag.index + tag[0].length);
  }
  if (place.in === "tag") {
    const next = /([\w:-]+)\s*=\s*(["'])|>/.exec(text);
    if (!next) return "";
    place.in = next[0] === ">" ? "text" : "value";
    place.attribute = next[1] ?? "";
    place.quote = next[2] ?? "";
    return text.slice(next.index + next[0].length);
  }
  const end = text.indexOf(place.quote);
  if (end < 0) return "";
  place.in = "tag";
  return text.slice(end + 1);
}
