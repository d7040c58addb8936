import { FieldList } from "../../fields.js";
import type { Field } from "../../protocol.js";
import { sdpFields } from "../sdp-fields.js";
import { longName } from "./info.js";
import {
  commandsOf,
  contextsOf,
  contextText,
  descriptionsIn,
  type MegacoMessage,
  numberOf,
  transactionKind,
} from "./message.js";
import type { MegacoNode } from "./nodes.js";

const KINDS = {
  error: "Error",
  request: "Request",
  reply: "Reply",
  pending: "Reply", // as Wireshark has it
  acknowledgement: "TransactionResponseAck",
};

/** The details of a message: its header, its transactions with their contexts and commands, its descriptions. */
export function megacoFields(bytes: Uint8Array, message: MegacoMessage): Field[] {
  const { token, tokenStart, version, sender, senderStart } = message;
  if (token === "") return [];
  const fields = new FieldList(bytes, bytes.length);
  const versionStart = tokenStart + token.length + 1;
  fields.add("megaco.start_token", "Start token", token, tokenStart, token.length + 1);
  fields.add("megaco.version", "Version", version, versionStart, version.length);
  fields.add("megaco.mId", "MediagatewayID", sender, senderStart, sender.length);
  for (const node of message.transactions) {
    const kind = transactionKind(node);
    if (!kind) break;
    const number = kind === "acknowledgement" ? (node.children[0]?.name ?? "") : node.value;
    const length = (node.open === -1 ? node.end : node.open) - node.start;
    fields.add("megaco.transaction", "Transaction", KINDS[kind], node.start, length);
    if (kind !== "error")
      fields.add("megaco.transid", "Transaction ID", numberOf(number), node.start, length);
    for (const context of contextsOf(node)) listContext(fields, context, token === "!");
  }
  const descriptions = descriptionsIn(message, bytes);
  return [
    ...fields.list,
    ...descriptions.flatMap(({ start, end }) => sdpFields(bytes.subarray(start, end), start)),
  ];
}

function listContext(fields: FieldList, context: MegacoNode, short: boolean): void {
  const length = context.open + 1 - context.start;
  fields.add("megaco.context", "Context", contextText(context), context.start, length);
  for (const { name, start, value, nameEnd, valueStart, valueEnd } of commandsOf(context)) {
    if (/^e/i.test(name)) continue;
    fields.add("megaco.command", "Command", short ? longName(name) : name, start, nameEnd - start);
    fields.add("megaco.termid", "Termination ID", terminationOf(value), valueStart, valueEnd - valueStart);
  }
}

function terminationOf(value: string): string {
  if (value.startsWith("*")) return "WildCard all";
  return value.startsWith("$") ? "WildCard any" : value;
}
