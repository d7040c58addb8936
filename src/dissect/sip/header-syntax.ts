import { readAuthentication } from "./authentication.js";
import { parseNumber } from "./characters.js";
import { readCSeq } from "./cseq.js";
import type { Header } from "./header.js";
import { holdsList } from "./header-names.js";
import { type HeaderValue, valuesIn } from "./header-values.js";
import { readNameAddress } from "./name-address.js";
import { readVia } from "./via.js";

const COOKIE = "z9hg4bk"; // RFC 3261 §8.1.1.7; alone it identifies no transaction
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/; // RFC 3261 §20.17

const number = ({ raw }: HeaderValue) => parseNumber(raw) !== undefined;
const address = ({ raw, start }: HeaderValue) => raw === "*" || readNameAddress(raw, start).wellFormed;

/** What a value of a header must be. Headers not named here may hold anything. */
const RULES = new Map<string, (value: HeaderValue, header: Header) => boolean>([
  ["CSeq", ({ raw }) => readCSeq(raw).wellFormed],
  ["Call-ID", ({ raw }) => raw !== "" && !/[ \t]/.test(raw)],
  ["Content-Length", number],
  ["Max-Forwards", number],
  ["Date", ({ raw }) => DATE.test(raw)],
  ["Via", isVia],
]);
for (const name of [
  "From",
  "To",
  "Contact",
  "Route",
  "Record-Route",
  "Reply-To",
  "Refer-To",
  "Referred-By",
]) {
  RULES.set(name, address);
}
for (const name of ["WWW-Authenticate", "Proxy-Authenticate", "Authorization", "Proxy-Authorization"]) {
  RULES.set(name, (_, header) => readAuthentication(header).wellFormed);
}

/** Whether a header follows the grammar of RFC 3261 §25.1, as far as it matters for what is read from it. */
export function isWellFormed(header: Header): boolean {
  if (!header.wellFormed) return false;
  const name = header.canonicalName;
  const rule = RULES.get(name);
  if (rule === undefined) return true;
  const values = valuesIn(header);
  return values.every((value) => (value.raw !== "" || !holdsList(name)) && rule(value, header));
}

function isVia({ raw, start }: HeaderValue): boolean {
  const { wellFormed, branch } = readVia(raw, start);
  return wellFormed && branch?.toLowerCase() !== COOKIE;
}
