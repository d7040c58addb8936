/** Deeper nesting than any honest message has: what lies deeper is passed over. */
const DEEPEST = 16;

/** `name = value { children }`, each part but the name perhaps missing (ITU-T H.248.1 annex B). */
export interface MegacoNode {
  name: string;
  value: string;
  start: number;
  /** Where the name ends, and where value and braces begin and end; -1 where there are none. */
  nameEnd: number;
  valueStart: number;
  valueEnd: number;
  open: number;
  /** Behind the closing brace, or where the text ends before it. */
  end: number;
  /** Its closing brace is there, if it has an opening one. */
  whole: boolean;
  children: MegacoNode[];
}

const BLANKS = " \t\r\n";

/** Reads the nodes of a message, given as text of one character an octet. */
export class NodeReader {
  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  /** The node at `at`, or undefined where no name begins there. */
  read(at: number, depth = 0): MegacoNode | undefined {
    const start = this.skipBlanks(at);
    const nameEnd = this.scan(start, "={},");
    if (nameEnd === start) return undefined;
    const node: MegacoNode = {
      name: this.text.slice(start, nameEnd).trimEnd(),
      value: "",
      start,
      nameEnd,
      valueStart: -1,
      valueEnd: -1,
      open: -1,
      end: nameEnd,
      whole: true,
      children: [],
    };
    node.nameEnd = start + node.name.length;
    if (this.text[node.end] === "=" && node.end < this.end) this.readValue(node);
    if (this.text[node.end] === "{" && node.end < this.end) this.readBraces(node, depth);
    return node;
  }

  skipBlanks(at: number): number {
    let after = at;
    while (after < this.end && BLANKS.includes(this.text[after]!)) after++;
    return after;
  }

  private readValue(node: MegacoNode): void {
    node.valueStart = this.skipBlanks(node.end + 1);
    node.end = this.scan(node.valueStart, "{},");
    node.value = this.text.slice(node.valueStart, node.end).trimEnd();
    node.valueEnd = node.valueStart + node.value.length;
  }

  private readBraces(node: MegacoNode, depth: number): void {
    node.open = node.end;
    if (isDescription(node) || depth === DEEPEST) {
      const close = this.text.indexOf("}", node.open);
      node.whole = close !== -1 && close < this.end;
      node.end = node.whole ? close + 1 : this.end;
      return;
    }
    let at = node.open + 1;
    for (;;) {
      const child = this.read(at, depth + 1);
      if (child) node.children.push(child);
      at = this.skipBlanks(child?.end ?? at);
      if (at >= this.end || this.text[at] === "}") break;
      at++; // a comma, or what should be one
    }
    node.whole = at < this.end && (node.children.at(-1)?.whole ?? true);
    node.end = Math.min(this.end, at + 1);
  }

  /** Where one of `stops` comes that stands in no quotes and no brackets. */
  private scan(from: number, stops: string): number {
    let at = from;
    while (at < this.end && !stops.includes(this.text[at]!)) {
      const closing = this.text[at] === '"' ? '"' : this.text[at] === "[" ? "]" : undefined;
      const close = closing === undefined ? at : this.text.indexOf(closing, at + 1);
      at = close === -1 || close >= this.end ? this.end : close + 1;
    }
    return at;
  }
}

/** Local and Remote hold a session description, up to the first closing brace. */
export function isDescription({ name }: MegacoNode): boolean {
  return isNamed(name, "Local", "L") || isNamed(name, "Remote", "R");
}

/** Whether a token is one of these two: its long form or its short one, in any case. */
export function isNamed(token: string, long: string, short: string): boolean {
  const upper = token.toUpperCase();
  return upper === long.toUpperCase() || upper === short;
}
