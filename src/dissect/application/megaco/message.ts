import { byteString } from "../../sip/byte-string.js";
import { isDescription, isNamed, type MegacoNode, NodeReader } from "./nodes.js";

const SHORTEST_DESCRIPTION = 4;
const HEADER = /^(MEGACO|!)\/(\d\d?)[ \t\r\n]+([^ \t\r\n]+)[ \t\r\n]+/i;

/** A message in text (ITU-T H.248.1 annex B); offsets count from the first octet of the buffer. */
export interface MegacoMessage {
  /** `MEGACO`, or `!` where tokens are short. */
  token: string;
  tokenStart: number;
  version: string;
  /** Who sent it. */
  sender: string;
  senderStart: number;
  /** Requests, replies, errors: as far as they follow each other. */
  transactions: MegacoNode[];
  whole: boolean;
}

/** The message in `bytes[start, end)`; undefined where it does not begin as one, without `transactions` where it ends then. */
export function readMegaco(bytes: Uint8Array, start: number, end: number): MegacoMessage | undefined {
  const text = byteString(bytes, start, end);
  const tokenStart = text.length - text.replace(/^[ \t\r\n]+/, "").length;
  const body = text.slice(tokenStart, tokenStart + 1024);
  if (!/^(?:MEGACO|!)/i.test(body)) return undefined;
  const header = HEADER.exec(body);
  const message: MegacoMessage = {
    token: header?.[1] ?? "",
    tokenStart: start + tokenStart,
    version: header?.[2] ?? "",
    sender: header?.[3] ?? "",
    senderStart: 0,
    transactions: [],
    whole: header !== null,
  };
  if (!header) return message;
  const senderAt = header[0].trimEnd().length - message.sender.length;
  message.senderStart = message.tokenStart + senderAt;
  const nodes = readTransactions(text, tokenStart + header[0].length);
  message.whole = nodes.length > 0 && nodes.every(({ whole, open }) => whole && open !== -1);
  message.transactions = nodes.map((node) => moved(node, start));
  return message;
}

function readTransactions(text: string, from: number): MegacoNode[] {
  const reader = new NodeReader(text, text.length);
  const nodes: MegacoNode[] = [];
  for (let at = from; at < text.length; ) {
    const node = reader.read(at);
    if (!node) break;
    nodes.push(node);
    at = reader.skipBlanks(node.end);
  }
  return nodes;
}

function moved(node: MegacoNode, by: number): MegacoNode {
  if (by === 0) return node;
  const at = (offset: number) => (offset === -1 ? -1 : offset + by);
  return {
    ...node,
    start: at(node.start),
    nameEnd: at(node.nameEnd),
    valueStart: at(node.valueStart),
    valueEnd: at(node.valueEnd),
    open: at(node.open),
    end: at(node.end),
    children: node.children.map((child) => moved(child, by)),
  };
}

/** What a transaction is, or undefined where its token says nothing. */
export function transactionKind(
  node: MegacoNode,
): "error" | "request" | "reply" | "pending" | "acknowledgement" | undefined {
  if (isNamed(node.name, "Transaction", "T")) return "request";
  if (isNamed(node.name, "Reply", "P")) return "reply";
  if (isNamed(node.name, "Pending", "PN")) return "pending";
  if (isNamed(node.name, "TransactionResponseAck", "K")) return "acknowledgement";
  return isNamed(node.name, "Error", "ER") ? "error" : undefined;
}

/** The contexts of a transaction, whose children are commands. */
export function contextsOf(transaction: MegacoNode): MegacoNode[] {
  return transaction.children.filter(({ name, open }) => open !== -1 && isNamed(name, "Context", "C"));
}

/** `NULL`, `All`, `Choose one`, or the context's number. */
export function contextText({ value }: MegacoNode): string {
  if (value.startsWith("$")) return "Choose one";
  if (value.startsWith("*")) return "All";
  const number = numberOf(value);
  return value.startsWith("-") || number === 0 ? "NULL" : `${number | 0}`;
}

export function numberOf(value: string): number {
  return Number.parseInt(value, 10) >>> 0;
}

/** The commands of a context, without the prefixes `O-` (optional) and `W-` (one answer for all terminations). */
export function commandsOf(context: MegacoNode): MegacoNode[] {
  return context.children
    .filter(({ name, valueStart, whole }) => whole && valueStart !== -1 && !/^T[PO]/i.test(name))
    .map((node) => {
      const name = node.name.replace(/^(?:O-)?(?:W-)?/, "");
      return { ...node, name, start: node.start + node.name.length - name.length };
    });
}

/** The session descriptions of a message, in the order in which they come. */
export function descriptionsIn(message: MegacoMessage, bytes: Uint8Array): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const visit = (node: MegacoNode) => {
    if (isDescription(node) && node.whole && node.open !== -1) {
      let start = node.open + 1;
      while (start < node.end - 1 && " \t\r\n".includes(String.fromCharCode(bytes[start]!))) start++;
      if (node.end - 1 - start >= SHORTEST_DESCRIPTION) found.push({ start, end: node.end - 1 });
    }
    node.children.forEach(visit);
  };
  for (const transaction of message.transactions) {
    for (const context of contextsOf(transaction)) commandsOf(context).forEach(visit);
  }
  return found;
}
