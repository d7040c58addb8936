import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseSip, type SipMessage, sipInfo } from "../../../src/dissect/sip/index.js";
import { wire } from "./wire.js";

/** The messages of RFC 4475, each in a file named as there. */
function torture(name: string): SipMessage | undefined {
  const text = readFileSync(new URL(`torture/${name}.txt`, import.meta.url), "utf8");
  return parseSip(wire(text.slice(0, -1)));
}

function defectsOf(name: string): string[] {
  return torture(name)!.defects.map(({ kind, header }) => `${kind} ${header}`.trim());
}

describe("RFC 4475 §3.1.1: valid messages have no defects", () => {
  it.each(
    `wsinv intmeth esc01 escnull esc02 lwsdisp longreq semiuri transports mpart01 unreason noreason`.split(
      " ",
    ),
  )("%s", (name) => {
    expect(defectsOf(name)).toEqual([]);
  });
});

describe("RFC 4475 §3.1.2, §3.2: invalid messages are read, and what is wrong is said", () => {
  it.each([
    ["badinv01", ["malformed Via", "malformed Contact"]],
    ["clerr", ["content-length Content-Length"]],
    ["ncl", ["malformed Content-Length"]],
    ["scalar02", ["range CSeq", "range Max-Forwards", "range Expires", "range Contact"]],
    ["scalarlg", ["range CSeq", "range Retry-After"]],
    ["quotbal", ["malformed To"]],
    ["ltgtruri", ["malformed Request-URI"]],
    ["escruri", ["malformed Request-URI"]],
    ["baddate", ["malformed Date"]],
    ["regbadct", ["malformed Contact"]],
    ["badaspec", ["malformed To"]],
    ["baddn", ["malformed From", "malformed To"]],
    ["mismatch01", ["method CSeq"]],
    ["mismatch02", ["method CSeq"]],
    ["badbranch", ["malformed Via"]],
  ])("%s", (name, defects) => {
    expect(defectsOf(name)).toEqual(defects);
  });

  it.each(["lwsruri", "lwsstart", "trws", "badvers", "bigcode"])(
    "%s is refused by its first line",
    (name) => {
      expect(torture(name)).toBeUndefined();
    },
  );
});

describe("RFC 4475 §3.3, §3.4: odd but well-formed, or not for the parser to judge", () => {
  it.each([
    ["insuf", ["missing From", "missing To", "missing Call-ID", "missing Max-Forwards"]],
    [
      "multi01",
      ["repeated From", "repeated To", "repeated Call-ID", "repeated CSeq", "repeated Max-Forwards"],
    ],
    ["mcl01", ["repeated Content-Length", "trailing"]],
    ["inv2543", ["missing Max-Forwards"]],
    ...`unkscm novelsc unksm2 bext01 invut regaut01 bcast zeromf cparam01 cparam02 regescrt sdp01`
      .split(" ")
      .map((name): [string, string[]] => [name, []]),
  ])("%s", (name, defects) => {
    expect(defectsOf(name)).toEqual(defects);
  });
});

describe("what RFC 4475 says of its messages", () => {
  it("wsinv: folds, blanks and escapes everywhere", () => {
    const message = torture("wsinv")!;
    expect(message).toMatchObject({ maxForwards: 68, cseq: { number: 9, method: "INVITE" } });
    expect(message.from).toMatchObject({ displayName: 'J Rosenberg \\"', tag: "98asjd8" });
    expect(message.to?.tag).toBe("1918181833n");
    expect(message.vias.map(({ transport, host, branch }) => [transport, host, branch])).toEqual([
      ["UDP", "192.0.2.2", "390skdjuw"],
      ["TCP", "spindle.example.com", "z9hG4bK9ikj8"],
      ["UDP", "192.168.255.111", "z9hG4bK30239"],
    ]);
    expect(message.contacts[0]).toMatchObject({ displayName: 'Quoted string ""' });
    expect(message.contacts[0]!.parameters.map(({ name, value }) => [name, value])).toEqual([
      ["newparam", "newvalue"],
      ["secondparam", undefined],
      ["q", "0.33"],
    ]);
    expect(message.header("NewFangledHeader")).toBe("newfangled value continued newfangled value");
    expect(message.header("UnknownHeaderWithUnusualValue")).toBe(";;,,;;,;");
    expect(message.sdp).toHaveLength(1);
  });

  it("intmeth: a method, names and values of unusual characters", () => {
    const message = torture("intmeth")!;
    expect(message.method).toBe("!interesting-Method0123456789_*+`.%indeed'~");
    expect(message.uri?.user).toBe("1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*");
    expect(message.uri?.password).toBe("&it+has=1,weird!*pas$wo~d_too.(doesn't-it)");
    expect(message.to?.displayName).toBe("BEL:\x07 NUL:\0 DEL:\x7f");
    expect(message.from?.parameters[0]?.value).toBe("работающий");
    expect(message.header("extensionHeader-!.%*+_`'~")).toBe("\ufeff大停電");
  });

  it("esc02: escapes in names are not undone", () => {
    expect(torture("esc02")).toMatchObject({ method: "RE%47IST%45R" });
    expect(torture("esc02")!.contacts).toHaveLength(2);
  });

  it("longreq: long values, 34 hops", () => {
    expect(torture("longreq")!.vias).toHaveLength(34);
  });

  it("dblreq: what follows the body in a datagram is not part of the message", () => {
    const message = torture("dblreq")!;
    expect(message.text.endsWith("Content-Length: 0\r\n\r\n")).toBe(true);
    expect(message.defects).toMatchObject([{ kind: "trailing", found: "450" }]);
  });

  it("semiuri: a user part that holds a semicolon", () => {
    expect(torture("semiuri")!.uri).toMatchObject({ user: "user;par=u%40example.net", parameters: [] });
  });

  it("mpart01: two parts, one of bytes", () => {
    const { content, body } = torture("mpart01")!;
    expect(content.parts.map(({ contentType }) => contentType)).toEqual([
      "text/plain",
      "application/octet-stream",
    ]);
    expect(body.end - body.start).toBe(553);
  });

  it("noreason: an empty reason phrase", () => {
    expect(torture("noreason")).toMatchObject({ status: 100, reason: "" });
  });

  it("cparam01, cparam02: the brackets tell whose parameter it is", () => {
    expect(torture("cparam01")!.contacts[0]).toMatchObject({ parameters: [{ name: "unknownparam" }] });
    expect(torture("cparam02")!.contacts[0]!.uri).toMatchObject({ parameters: [{ name: "unknownparam" }] });
  });

  it("regescrt: a header in a Contact's URI", () => {
    expect(torture("regescrt")!.contacts[0]!.uri.headers).toMatchObject([{ name: "Route" }]);
  });

  it("unreason: a reason phrase in UTF-8, as TShark 4.0.17 shows it", () => {
    expect(sipInfo(torture("unreason")!)).toBe(
      "Status: 200 = 2**3 * 5**2 но сто девяносто девять - простое (INVITE) | ",
    );
  });
});
