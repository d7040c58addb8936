import { formatText } from "../../sip/format-text.js";
import {
  commandsOf,
  contextsOf,
  contextText,
  type MegacoMessage,
  numberOf,
  transactionKind,
} from "./message.js";
import { isNamed, type MegacoNode } from "./nodes.js";

/** What the packet list says of a message: its transactions with their contexts, commands and terminations. */
export function megacoInfo(message: MegacoMessage): string {
  const short = message.token === "!";
  let text = "";
  for (const transaction of message.transactions) {
    if (transaction.open === -1) break;
    const first = text === "" ? "" : `${text} `;
    const number = numberOf(transaction.value) | 0;
    switch (transactionKind(transaction)) {
      case "error":
        return "Error  ";
      case "pending":
        return `${first}${number} Pending`;
      case "acknowledgement":
        return `${first}${numberOf(transaction.children[0]?.name ?? "") | 0} TransactionResponseAck`;
      case "reply":
        // as in Wireshark, what stood there before is gone
        text = `${number} Reply  `;
        if (/^e/i.test(transaction.children[0]?.name ?? "")) return text;
        break;
      case "request":
        text = `${first}${number} Request`;
        break;
      case undefined:
        return text;
    }
    for (const context of contextsOf(transaction)) {
      text += ` |=${contextText(context)}`;
      if (!transaction.whole) break; // nor does Wireshark look for commands then
      for (const command of commandsOf(context)) text += commandText(command, short);
    }
  }
  return text;
}

function commandText(command: MegacoNode, short: boolean): string {
  if (/^e/i.test(command.name)) return ""; // an error in place of a command
  const name = short ? longName(command.name) : command.name;
  return (
    (name && ` ${formatText(name)}`) +
    terminationText(command.value) +
    command.children.map(descriptorText).join("")
  );
}

/** The long form of a command, as the first two letters of its short one say. */
export function longName(name: string): string {
  const [first, second] = name.toUpperCase();
  switch (first) {
    case "A":
      return second === "V" ? "AuditValue" : second === "C" ? "AuditCapability" : "Add";
    case "I":
      return second === "E" ? "IEPSCall" : "";
    case "N":
      return "Notify";
    case "M":
      return second === "F" ? "Modify" : second === "V" ? "Move" : "";
    case "P":
      return { G: "Packages", N: "Pending", R: "Priority", F: "Profile" }[second ?? ""] ?? "";
    case "S":
      return second === "C" ? "ServiceChange" : "Subtract";
    default:
      return "";
  }
}

/** As in Wireshark, what begins with a wildcard is that, and ephemeral terminations are left out. */
function terminationText(value: string): string {
  if (/^[eo]/i.test(value)) return "";
  return `=${/^[*$]/.test(value) ? value[0] : formatText(value)}`;
}

function descriptorText(descriptor: MegacoNode): string {
  if (isNamed(descriptor.name, "Signals", "SG"))
    return descriptor.open === -1 ? " (Signal:none)" : " (Signal:{)";
  return isNamed(descriptor.name, "Media", "M") ? modesIn(descriptor) : "";
}

function modesIn(media: MegacoNode): string {
  return media.children
    .map((node) => {
      if (isNamed(node.name, "Stream", "ST")) return modesIn(node);
      if (!isNamed(node.name, "LocalControl", "O")) return "";
      const modes = node.children.filter(({ name }) => isNamed(name, "Mode", "MO"));
      return modes.map(({ value }) => ` (Mode:${formatText(value)})`).join("");
    })
    .join("");
}
