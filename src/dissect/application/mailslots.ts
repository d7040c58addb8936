import { textOf } from "../bytes.js";
import type { Packet } from "../packet.js";
import { byteAt, rowOnly } from "../row.js";
import { formatText } from "../sip/format-text.js";

const SMB = [0xff, 0x53, 0x4d, 0x42];
const TRANSACTION = 0x25;
const HEADER = 33; // with the count of words
const DATA_OFFSET = HEADER + 24;
const NAME = HEADER + 36;

/** Reads an SMB transaction that writes to a mailslot ([MS-MAIL] §2.2.1), `packet.bytes[start, end)`. */
export function readMailslot(packet: Packet, start: number, end: number): void {
  const { bytes } = packet;
  if (end - start < NAME || !SMB.every((byte, i) => bytes[start + i] === byte)) return;
  if (bytes[start + 4] !== TRANSACTION) return;
  const from = start + bytes[start + DATA_OFFSET]! + 256 * bytes[start + DATA_OFFSET + 1]!;
  const slot = textOf(bytes, start + NAME, end).toUpperCase();
  if (slot === "\\MAILSLOT\\BROWSE" || slot === "\\MAILSLOT\\LANMAN") browser.parse(packet, from, end);
  else if (slot.startsWith("\\MAILSLOT\\NET\\")) netlogon.parse(packet, from, end);
}

const COMMANDS: Readonly<Record<number, string>> = {
  1: "Host Announcement",
  2: "Request Announcement",
  8: "Browser Election Request",
  9: "Get Backup List Request",
  10: "Get Backup List Response",
  11: "Become Backup Browser",
  12: "Domain/Workgroup Announcement",
  13: "Master Announcement",
  14: "Reset Browser State",
  15: "Local Master Announcement",
};
/** Those that say a machine's name and what it is. */
const ANNOUNCEMENTS = [1, 12, 15];
const REQUEST = 2;

const SERVER_TYPES = [
  "Workstation",
  "Server",
  "SQL Server",
  "Domain Controller",
  "Backup Controller",
  "Time Source",
  "Apple Server",
  "Novell Server",
  "Domain Member Server",
  "Print Queue Server",
  "Dialin Server",
  "Xenix Server",
  "NT Workstation",
  "Windows for Workgroups",
  "Unknown server type:14",
  "NT Server",
  "Potential Browser",
  "Backup Browser",
  "Master Browser",
  "Domain Master Browser",
  "OSF",
  "VMS",
  "Windows 95 or above",
  "DFS server",
  "Unknown server type:24",
  "Unknown server type:25",
  "Unknown server type:26",
  "Unknown server type:27",
  "Unknown server type:28",
  "Unknown server type:29",
  "Local List Only",
  "Domain Enum",
];

/** How Windows machines find each other ([MS-BRWS] §2.2). */
const browser = rowOnly({
  name: "browser",
  title: "Microsoft Windows Browser Protocol",
  label: "BROWSER",
  info(bytes, start, end) {
    const command = bytes[start]!;
    const name = COMMANDS[command] ?? `Unknown command:0x${command.toString(16).padStart(2, "0")}`;
    if (command === REQUEST) return `${name} ${formatText(textOf(bytes, start + 2, end))}`;
    if (!ANNOUNCEMENTS.includes(command) || start + 28 > end) return name;
    const machine = formatText(textOf(bytes, start + 6, start + 22));
    const types = SERVER_TYPES.filter(
      (_, bit) => byteAt(bytes, start + 24 + (bit >> 3), end) & (1 << (bit & 7)),
    );
    return [`${name} ${machine}`, ...types].join(", ");
  },
});

const netlogon = rowOnly({
  name: "smb_netlogon",
  title: "Microsoft Windows Logon Protocol (Old)",
  label: "SMB_NETLOGON",
});
