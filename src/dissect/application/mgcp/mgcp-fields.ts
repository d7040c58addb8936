import { FieldList, named } from "../../fields.js";
import type { Field } from "../../protocol.js";
import { byteString } from "../../sip/byte-string.js";
import { lineEnd, nextLine } from "../../sip/lines.js";
import { sdpFields } from "../sdp-fields.js";
import { CODES } from "./codes.js";
import { type MgcpMessage, VERBS } from "./message.js";
import { CONNECTION_PARAMETERS, PARAMETERS } from "./parameters.js";

const utf8 = new TextDecoder();

/** The details of a message: the words of its first line, its parameters, its session description. */
export function mgcpFields(bytes: Uint8Array, message: MgcpMessage): Field[] {
  const fields = new FieldList(bytes, message.end);
  listFirstLine(fields, message);
  const { parametersStart, parametersEnd, descriptionStart } = message;
  if (parametersEnd > parametersStart) {
    fields.group(
      "mgcp.params",
      "Parameters",
      "",
      parametersStart,
      parametersEnd - parametersStart,
      (list) => {
        for (let at = parametersStart; at < parametersEnd; ) {
          const stop = lineEnd(bytes, at, parametersEnd);
          listParameter(list, at, stop);
          at = nextLine(bytes, stop, parametersEnd);
        }
      },
    );
  }
  return [...fields.list, ...sdpFields(bytes.subarray(descriptionStart, message.end), descriptionStart)];
}

function listFirstLine(fields: FieldList, { kind, words, code }: MgcpMessage): void {
  const [first, transaction, third, version] = words;
  if (!first || !kind) return;
  const length = first.end - first.start;
  if (kind === "request") {
    const verb = VERBS[first.text.toUpperCase()] ?? "*Experimental*";
    fields.add("mgcp.req.verb", `${first.text} (${verb})`, "", first.start, length);
  } else {
    fields.add("mgcp.rsp.rspcode", "Response Code", named(CODES)(code), first.start, length);
  }
  if (transaction) {
    const { text, start, end } = transaction;
    fields.add("mgcp.transid", "Transaction ID", text, start, end - start);
  }
  if (third) {
    const [name, label] =
      kind === "request" ? ["mgcp.req.endpoint", "Endpoint"] : ["mgcp.rsp.rspstring", "Response String"];
    fields.add(name!, label!, third.text, third.start, third.end - third.start);
  }
  if (version)
    fields.add("mgcp.version", "Version", version.text, version.start, version.end - version.start);
}

function listParameter(fields: FieldList, start: number, end: number): void {
  const text = utf8.decode(fields.bytes.subarray(start, end));
  const [, name = "", value = ""] = /^([^:]*):[ \t]*(.*)$/s.exec(text) ?? [];
  const key = name.toUpperCase();
  const known = PARAMETERS[key];
  if (!known) {
    const [filter, label] = unknownParameter(key);
    fields.add(`mgcp.param.${filter}`, label, text, start, end - start);
    return;
  }
  const [filter, label] = known;
  // Wireshark shows those that hold lists with their own name
  const whole = key === "P" || key === "L";
  fields.group(`mgcp.param.${filter}`, label, whole ? text : value, start, end - start, (list) => {
    if (key === "P") listConnectionParameters(list, start, end);
  });
}

function unknownParameter(key: string): readonly [filter: string, label: string] {
  if (key.startsWith("X+")) return ["extensioncritical", "Extension Parameter (critical)"];
  if (key.startsWith("X-")) return ["extension", "Extension Parameter (non-critical)"];
  return ["invalid", "Invalid Parameter"];
}

/** `P: PS=1245, OS=62345` (RFC 3435 §3.2.2.7). */
function listConnectionParameters(fields: FieldList, start: number, end: number): void {
  const parts = byteString(fields.bytes, start, end).slice("P:".length).split(",");
  let at = start + "P:".length;
  for (const part of parts) {
    const from = at + part.length - part.trimStart().length;
    at += part.length;
    const [name, value] = part.trimStart().split("=");
    const known = CONNECTION_PARAMETERS[name!.toUpperCase()];
    if (known && value !== undefined) {
      fields.add(`mgcp.param.connectionparam.${known[0]}`, known[1], value, from, at - from);
    }
    at++;
  }
}
