import { hexBytes, textOf } from "../bytes.js";
import type { Field, Protocol } from "../protocol.js";
import { type BerElement, berInteger, berOid, readAllBer, readBer } from "./ber.js";

const SEQUENCE = 0x30;
const OCTETS = 0x04;
const OID = 0x06;
const INTEGER = 0x02;

const TRAP_V1 = 0xa4;
/** RFC 1157 §4.1, RFC 3416 §3, as Wireshark names them. */
const PDUS: Readonly<Record<number, string>> = {
  160: "get-request",
  161: "get-next-request",
  162: "get-response",
  163: "set-request",
  [TRAP_V1]: "trap",
  165: "getBulkRequest",
  166: "informRequest",
  167: "snmpV2-trap",
  168: "report",
};

const VERSIONS: Readonly<Record<number, string>> = { 0: "version-1 (0)", 1: "v2c (1)", 3: "snmpv3 (3)" };

/** What a message holds, as far as it could be read. */
interface SnmpMessage {
  version: BerElement;
  /** Absent in version 3. */
  community: BerElement | undefined;
  /** Absent where it is encrypted. */
  pdu: BerElement | undefined;
}

/** Simple Network Management Protocol (RFC 1157, RFC 3416, RFC 3412). */
export const snmp: Protocol = {
  name: "snmp",
  title: "Simple Network Management Protocol",
  label: "SNMP",
  on: { udp: [161, 162] },

  parse(packet, start, end) {
    if (readMessage(packet.bytes, start, end)) packet.push(snmp, start, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const { pdu } = readMessage(bytes, packet.starts[layer]!, packet.ends[layer]!)!;
    if (!pdu) return "encryptedPDU: privKey Unknown";
    const parts = readAllBer(bytes, pdu.start, pdu.end);
    const names = bindingsIn(bytes, pdu).map(({ name }) => berOid(bytes, name));
    const enterprise =
      pdu.tag === TRAP_V1 && parts[0]?.tag === OID ? [`iso${berOid(bytes, parts[0]).slice(1)}`] : [];
    return [PDUS[pdu.tag], ...enterprise, ...names].join(" ");
  },

  fields(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const { version, community, pdu } = readMessage(bytes, packet.starts[layer]!, packet.ends[layer]!)!;
    const number = berInteger(bytes, version);
    const fields = [field("snmp.version", "version", VERSIONS[number] ?? `${number}`, version)];
    if (community) {
      fields.push(
        field("snmp.community", "community", textOf(bytes, community.start, community.end), community),
      );
    }
    if (pdu)
      fields.push({ ...field("snmp.data", "data", PDUS[pdu.tag]!, pdu), children: pduFields(bytes, pdu) });
    return fields;
  },
};

/** The message in `bytes[start, end)`, or undefined where it is none. */
function readMessage(bytes: Uint8Array, start: number, end: number): SnmpMessage | undefined {
  const outer = readBer(bytes, start, end);
  if (outer?.tag !== SEQUENCE) return undefined;
  const [version, second, third, fourth] = readAllBer(bytes, outer.start, outer.end);
  if (version?.tag !== INTEGER || !second || !third) return undefined;
  if (second.tag === OCTETS) {
    return third.tag in PDUS ? { version, community: second, pdu: third } : undefined;
  }
  // version 3 (RFC 3412 §6): header data, security parameters, then the scoped PDU in the clear or not
  if (second.tag !== SEQUENCE || third.tag !== OCTETS || !fourth) return undefined;
  if (fourth.tag === OCTETS) return { version, community: undefined, pdu: undefined };
  const pdu = readAllBer(bytes, fourth.start, fourth.end)[2];
  return pdu && pdu.tag in PDUS ? { version, community: undefined, pdu } : undefined;
}

interface Binding {
  whole: BerElement;
  name: BerElement;
  value: BerElement | undefined;
}

/** Names and values at the end of a PDU (RFC 3416 §3). */
function bindingsIn(bytes: Uint8Array, pdu: BerElement): Binding[] {
  const list = readAllBer(bytes, pdu.start, pdu.end).at(-1);
  if (list?.tag !== SEQUENCE) return [];
  return readAllBer(bytes, list.start, list.end).flatMap((whole) => {
    const [name, value] = readAllBer(bytes, whole.start, whole.end);
    return whole.tag === SEQUENCE && name?.tag === OID ? [{ whole, name, value }] : [];
  });
}

function pduFields(bytes: Uint8Array, pdu: BerElement): Field[] {
  const [id, status, index] = readAllBer(bytes, pdu.start, pdu.end);
  const fields: Field[] = [];
  if (pdu.tag !== TRAP_V1 && id && status && index) {
    fields.push(
      field("snmp.request_id", "request-id", `${berInteger(bytes, id)}`, id),
      field("snmp.error_status", "error-status", `${berInteger(bytes, status)}`, status),
      field("snmp.error_index", "error-index", `${berInteger(bytes, index)}`, index),
    );
  }
  for (const { whole, name, value } of bindingsIn(bytes, pdu)) {
    const text = `${berOid(bytes, name)}: ${value ? valueText(bytes, value) : ""}`;
    fields.push(field("snmp.variable_bindings", "variable-binding", text, whole));
  }
  return fields;
}

/** A value of the types of RFC 2578 §7.1, as far as they read as text. */
function valueText(bytes: Uint8Array, value: BerElement): string {
  const integers: readonly number[] = [INTEGER, 0x41, 0x42, 0x43, 0x46];
  if (integers.includes(value.tag)) return `${berInteger(bytes, value)}`;
  if (value.tag === OID) return berOid(bytes, value);
  if (value.tag === 0x05) return "Null";
  return hexBytes(bytes, value.start, value.end);
}

function field(name: string, label: string, value: string, { at, end }: BerElement): Field {
  return { name, label, value, start: at, end };
}
