import { afterEach, describe, expect, it } from "vitest";
import { setLanguage } from "../../../src/language.js";
import { message, withHeaders } from "./wire.js";

const COMPLETE = [
  "Via: SIP/2.0/UDP c;branch=z9hG4bK1",
  "From: <sip:a@b>;tag=1",
  "To: <sip:c@d>",
  "Call-ID: 1@2",
  "CSeq: 1 OPTIONS",
  "Max-Forwards: 70",
];
const options = (...more: string[]) => withHeaders("OPTIONS sip:c@d SIP/2.0", ...COMPLETE, ...more);

afterEach(() => setLanguage("en"));

describe("defects", () => {
  it("are none in a complete request", () => {
    expect(options().defects).toEqual([]);
  });

  it("are none in a response, which needs no Max-Forwards", () => {
    expect(withHeaders("SIP/2.0 200 OK", ...COMPLETE.slice(0, 5)).defects).toEqual([]);
  });

  it("point to the bytes", () => {
    const repeated = options("Max-Forwards: 7");
    const [defect] = repeated.defects;
    expect(defect).toMatchObject({ kind: "repeated", header: "Max-Forwards", found: "7" });
    expect(repeated.textOf(defect!)).toBe("Max-Forwards: 7");
  });

  it("name a body without a type", () => {
    const untyped = message(`OPTIONS sip:c@d SIP/2.0\n${COMPLETE.join("\n")}\n\nhi`);
    expect(untyped.defects).toMatchObject([{ kind: "missing", header: "Content-Type" }]);
    expect(untyped.textOf(untyped.defects[0]!)).toBe("hi");
  });

  it("name a status that no response has", () => {
    const odd = withHeaders("SIP/2.0 799 Odd", ...COMPLETE);
    expect(odd.defects).toMatchObject([{ kind: "range", header: "Status-Code", found: "799" }]);
  });

  it("name a line without a colon, and one that begins with a blank", () => {
    expect(options("what is this").defects).toMatchObject([{ kind: "malformed", found: "what is this" }]);
    const early = withHeaders("OPTIONS sip:c@d SIP/2.0", " Subject: x", ...COMPLETE);
    expect(early.defects).toMatchObject([{ kind: "malformed", header: "Subject" }]);
  });

  it("name headers that do not end", () => {
    const cut = message(`OPTIONS sip:c@d SIP/2.0\n${COMPLETE.join("\n")}`);
    expect(cut.defects).toMatchObject([{ kind: "unterminated", start: cut.length, end: cut.length }]);
  });

  it("are said in the reader's language", () => {
    const long = options("Content-Length: 12");
    expect(long.defects[0]!.text).toBe(
      "Content-Length says 12 bytes, 0 are there: the body is cut short or the length is wrong",
    );
    setLanguage("fr");
    expect(long.defects[0]!.text).toBe(
      "Content-Length annonce 12 octets, il y en a 0 : corps tronqué ou longueur fausse",
    );
  });

  it("quote no more than a line of what was found", () => {
    const [defect] = options(`Contact: <sip:${"a".repeat(500)}`).defects;
    expect(defect!.found).toHaveLength(505);
    expect(defect!.text.length).toBeLessThan(140);
  });
});
