import { hexNumber, u24, viewOf } from "../bytes.js";
import { framed } from "../framed.js";
import type { Protocol } from "../protocol.js";

const NETBIOS = 4;
const SMB = 0x534d42;
const Version = { one: 0xff, two: 0xfe, encrypted: 0xfd, compressed: 0xfc } as const;

const SESSION: Readonly<Record<number, string>> = {
  129: "Session request",
  130: "Positive session response",
  131: "Negative session response",
  132: "Retarget session response",
  133: "Session keep-alive",
};

/** NetBIOS sessions (RFC 1002 §4.3), and SMB in them, by what it begins with. */
export const netbiosSession: Protocol = framed({
  name: "nbss",
  title: "NetBIOS Session Service",
  label: labelOf,
  on: { tcp: [139, 445] },
  header: NETBIOS,
  lengthAt: (bytes, at) => (isSession(bytes[at]!) ? NETBIOS + u24(bytes, at + 1) : 0),
  info: infoOf,
});

function isSession(type: number): boolean {
  return type === 0 || SESSION[type] !== undefined;
}

function versionOf(bytes: Uint8Array, start: number, end: number): number {
  const at = start + NETBIOS;
  return bytes[start] === 0 && at + 4 <= end && u24(bytes, at + 1) === SMB ? bytes[at]! : 0;
}

function labelOf(bytes: Uint8Array, start: number, end: number): string {
  const version = versionOf(bytes, start, end);
  if (version === Version.one) return "SMB";
  return version >= Version.compressed ? "SMB2" : "NBSS";
}

function infoOf(bytes: Uint8Array, start: number, end: number): string {
  const at = start + NETBIOS;
  switch (versionOf(bytes, start, end)) {
    case Version.one:
      return smbInfo(bytes, at, end);
    case Version.two:
      return smb2Info(bytes, at, end);
    case Version.encrypted:
      return "Encrypted SMB3";
    case Version.compressed:
      return "Compressed SMB3";
    default:
      return SESSION[bytes[start]!] ?? "Session message";
  }
}

const RESPONSE = 1;
const SMB_RESPONSE = 0x80;

const COMMANDS: Readonly<Record<number, string>> = {
  4: "Close",
  6: "Delete",
  7: "Rename",
  8: "Query Information",
  16: "Check Directory",
  36: "Locking AndX",
  37: "Trans",
  43: "Echo",
  45: "Open AndX",
  46: "Read AndX",
  47: "Write AndX",
  50: "Trans2",
  52: "Find Close2",
  112: "Tree Connect",
  113: "Tree Disconnect",
  114: "Negotiate Protocol",
  115: "Session Setup AndX",
  116: "Logoff AndX",
  117: "Tree Connect AndX",
  160: "NT Trans",
  162: "NT Create AndX",
  164: "NT Cancel",
};

/** Server Message Block ([MS-CIFS] §2.2.3.1). */
function smbInfo(bytes: Uint8Array, at: number, end: number): string {
  if (at + 10 > end) return "";
  const name = COMMANDS[bytes[at + 4]!] ?? `unknown-${hexNumber(bytes[at + 4]!, 2)}`;
  return `${name} ${bytes[at + 9]! & SMB_RESPONSE ? "Response" : "Request"}`;
}

const COMMANDS_2 = [
  "Negotiate Protocol",
  "Session Setup",
  "Session Logoff",
  "Tree Connect",
  "Tree Disconnect",
  "Create",
  "Close",
  "Flush",
  "Read",
  "Write",
  "Lock",
  "Ioctl",
  "Cancel",
  "KeepAlive",
  "Find",
  "Notify",
  "GetInfo",
  "SetInfo",
  "Break",
];

const STATUSES: Readonly<Record<number, string>> = {
  259: "STATUS_PENDING",
  2147483653: "STATUS_BUFFER_OVERFLOW",
  2147483654: "STATUS_NO_MORE_FILES",
  3221225485: "STATUS_INVALID_PARAMETER",
  3221225488: "STATUS_INVALID_DEVICE_REQUEST",
  3221225494: "STATUS_MORE_PROCESSING_REQUIRED",
  3221225506: "STATUS_ACCESS_DENIED",
  3221225524: "STATUS_OBJECT_NAME_NOT_FOUND",
  3221225530: "STATUS_OBJECT_PATH_NOT_FOUND",
  3221225581: "STATUS_LOGON_FAILURE",
  3221225676: "STATUS_BAD_NETWORK_NAME",
  3221225659: "STATUS_NOT_SUPPORTED",
  3221225768: "STATUS_FILE_CLOSED",
};

const decoder = new TextDecoder("utf-16le");
const HEADER_2 = 64;
const Command = { treeConnect: 3, create: 5, read: 8, write: 9 } as const;

/** Its second version ([MS-SMB2] §2.2.1); the numbers are little-endian. */
function smb2Info(bytes: Uint8Array, at: number, end: number): string {
  if (at + HEADER_2 > end) return "";
  const view = viewOf(bytes);
  const command = view.getUint16(at + 12, true);
  const name = COMMANDS_2[command] ?? `unknown-${hexNumber(command, 2)}`;
  if (view.getUint32(at + 16, true) & RESPONSE) {
    const status = view.getUint32(at + 8, true);
    return `${name} Response${status === 0 ? "" : `, Error: ${STATUSES[status] ?? `Unknown (${hexNumber(status, 8)})`}`}`;
  }
  const body = at + HEADER_2;
  const text = `${name} Request`;
  if (command === Command.treeConnect && body + 8 <= end)
    return `${text} Tree: ${stringAt(view, at, body + 4, end)}`;
  if (command === Command.create && body + 48 <= end)
    return `${text} File: ${stringAt(view, at, body + 44, end)}`;
  return text;
}

/** A text of UTF-16 to which an offset from the header and a length at `where` point. */
function stringAt(view: DataView, header: number, where: number, end: number): string {
  const from = header + view.getUint16(where, true);
  const to = from + view.getUint16(where + 2, true);
  return to > end ? "" : decoder.decode(new Uint8Array(view.buffer, view.byteOffset + from, to - from));
}
