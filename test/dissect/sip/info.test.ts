import { describe, expect, it } from "vitest";
import { parseSip, sipInfo, sipLabel } from "../../../src/dissect/sip/index.js";
import { message, wire, withHeaders } from "./wire.js";

// All expected texts are the Protocol and Info columns of TShark 4.0.17 for the same bytes on UDP port 5060.

const request = (method: string, ...headers: string[]) =>
  sipInfo(withHeaders(`${method} sip:d SIP/2.0`, ...headers));

describe("the Info column of first lines", () => {
  it.each([
    ["ACK sip:300@192.168.187.12:5060 SIP/2.0", "Request: ACK sip:300@192.168.187.12:5060 | "],
    ["PUBLISH sip:c@d SIP/2.0", "Request: PUBLISH sip:c@d | "],
    ["FOO sip:c@d SIP/2.0", "Unknown request: FOO sip:c@d | "],
    ["invite sip:c@d SIP/2.0", "Unknown request: invite sip:c@d | "],
    ["INVITE sip:é@b SIP/2.0", "Request: INVITE sip:é@b | "],
    ["INVITE sip:a\tb@b SIP/2.0", "Request: INVITE sip:a\\tb@b | "],
    ["SIP/2.0 000 OK", "Status: 000 OK | "],
    ["SIP/2.0 200 OK", "Status: 200 OK () | "],
    ["SIP/2.0 200 ", "Status: 200  () | "],
    ["SIP/2.0 486 Occupé €", "Status: 486 Occupé € | "],
    ["SIP/2.0 486 Occup<hex>E9</hex>", "Status: 486 Occup\ufffd | "],
    ['SIP/2.0 486 a\tb<hex>07017F</hex>c"<\\', 'Status: 486 a\\tb\\a\\001\\177c"<\\ | '],
    ["SIP/2.0 486 a\u0085b\u200b😀\u{e0001}", "Status: 486 a\\u0085b\\u200B😀\\U000E0001 | "],
  ])("%j", (line, info) => {
    expect(sipInfo(message(`${line}\n\n`))).toBe(info);
  });

  it("name the method of a 200, and of no other", () => {
    const status = (line: string, cseq: string) => sipInfo(withHeaders(`SIP/2.0 ${line}`, `CSeq: ${cseq}`));
    expect(status("200 Ok", "20 BYE")).toBe("Status: 200 Ok (BYE) | ");
    expect(status("202 Accepted", "20 REFER")).toBe("Status: 202 Accepted | ");
    expect(status("401 Unauthorized", "1 REGISTER")).toBe("Status: 401 Unauthorized | ");
    expect(status("200 OK", "1 register")).toBe("Status: 200 OK (register) | ");
    expect(status("200 OK", "x REGISTER")).toBe("Status: 200 OK (x REGISTER) | ");
    expect(status("200 OK", "1")).toBe("Status: 200 OK");
    expect(status("200 OK", "1 METHODOFSEVENTEEN")).toBe("Status: 200 OK");
  });

  it("are cut after 4095 characters", () => {
    expect(sipInfo(message(`INVITE sip:${"a".repeat(5000)}@b SIP/2.0\n\n`))).toHaveLength(4095);
  });
});

describe("in-dialog", () => {
  it.each(["INVITE", "SUBSCRIBE", "REFER"])("marks a %s whose To has a tag", (method) => {
    expect(request(method, "To: <sip:c@d>;tag=9")).toBe(`Request: ${method} sip:d, in-dialog | `);
    expect(request(method, "To: <sip:c@d>")).toBe(`Request: ${method} sip:d | `);
  });

  it.each(["BYE", "UPDATE", "NOTIFY", "invite"])("marks no %s", (method) => {
    expect(request(method, "To: <sip:c@d>;tag=9")).not.toContain("in-dialog");
  });

  it.each([
    ["To: sip:c@d;tag=3", true],
    ["t: <sip:c@d>;tag=3", true],
    ["To: <sip:c@d>\n ;tag=3", true],
    ["To: <sip:c@d>;tag=", true],
    ["To: <sip:c@d>;xtag=3", true],
    ["To: tel:12;tag=4", true],
    ['To: "x;tag=3 <sip:c@d>', true],
    ["To: <sip:c@d;tag=3", true],
    ["To: tag=1", true],
    ["To: <sip:c@d;tag=3>", false],
    ['To: "x tag=1" <sip:c@d>', false],
    ["To: x tag=1 <sip:c@d>", false],
    ["To: <sip:c@d>;Tag=3", false],
    ["To: <sip:c@d>; tag = 3", false],
    ["To : <sip:c@d>;tag=3", false],
    ["To: sip:c@d?tag=3", false],
    ["To:", false],
  ])("%j: %s", (header, marked) => {
    expect(request("INVITE", header)).toBe(`Request: INVITE sip:d${marked ? ", in-dialog" : ""} | `);
  });
});

describe("bindings", () => {
  it.each([
    ["(fetch bindings)", []],
    ["(fetch bindings)", ["Contact: *"]],
    ["(fetch bindings)", ["Contact: garbage"]],
    ["(remove all bindings)", ["Contact: *", "Expires: 0"]],
    ["(1 binding)", ["Contact: <sip:a@1>"]],
    ["(1 binding)", ["m: sip:a@1;expires=10", "Expires: 0"]],
    ["(1 binding)", ["Contact: <sip:a@1>; expires=0"]],
    ["(1 binding)", ["Contact: <sip:a@1>;expires=0x"]],
    ["(1 binding)", ["Contact: <sip:a@1;x=1,2>"]],
    ["(2 bindings)", ["Contact: <sip:a@1>,<sip:a@2>"]],
    ["(2 bindings)", ["Contact: <sip:a@1>\n ,sip:a@2"]],
    ["(remove 1 binding)", ["Contact: <sip:a@1>", "Expires: 0"]],
    ["(remove 1 binding)", ["Contact: <sip:a@1>;Expires=0"]],
    ["(remove 1 binding)", ["Contact: <sip:a@1>\n ;expires=0"]],
    ["(remove 1 binding)", ['Contact: <sip:a@1>;+sip.instance="<urn:uuid:1>";expires=0']],
    ["(remove 2 bindings)", ["Expires: 0", "Contact: <sip:a@1>;expires=0"]], // one, counted twice
    ["(remove 1 binding) (add 1 binding)", ["Contact: <sip:a@1>, <sip:a@2>;expires=0"]],
    ["(remove 1 binding) (add 2 bindings)", ["Contact: sip:a,sip:b", "Contact: <sip:c>;expires=00"]],
  ])("%s: %j", (bindings, headers) => {
    expect(request("REGISTER", ...headers)).toBe(`Request: REGISTER sip:d  ${bindings} | `);
  });

  it.each([
    ["200 OK (REGISTER)  (0 bindings)", []],
    ["200 OK (REGISTER)  (0 bindings)", ["Contact: *", "Expires: 0"]],
    ["200 OK (REGISTER)  (1 binding)", ["Contact: <sip:a@1>;expires=60"]],
    ["200 OK (REGISTER)  (removed 1 binding)", ["Contact: <sip:a@1>;expires=0"]],
    ["200 OK (REGISTER)  (removed 1 binding) (1 binding kept)", ["m: <sip:a>;expires=0, <sip:b>;expires=5"]],
    ["202 Accepted  (1 binding)", ["Contact: <sip:a@1>"]],
    ["404 Not Found", ["Contact: <sip:a@1>"]],
  ])("Status: %s: %j", (status, headers) => {
    const line = status.replace(/ *\(.*/, "");
    const info = sipInfo(withHeaders(`SIP/2.0 ${line}`, "CSeq: 1 REGISTER", ...headers));
    expect(info).toBe(`Status: ${status} | `);
  });
});

describe("bodies", () => {
  const SDP = "v=0\no=- 1 1 IN IP4 1.2.3.4\ns=-\nc=IN IP4 1.2.3.4\nt=0 0\nm=audio 7000 RTP/AVP 0\n";
  const columns = (type: string, body: string, ...headers: string[]) => {
    const sip = message(["INFO sip:d SIP/2.0", `Content-Type: ${type}`, ...headers, "", body].join("\n"));
    return [sipLabel(sip), sipInfo(sip).replace("Request: INFO sip:d | ", "")];
  };
  const part = (type: string, content: string) => `--bb\nContent-Type: ${type}\n\n${content}\n`;

  it.each([
    ["application/sdp", SDP, "SIP/SDP", ""],
    ["APPLICATION/SDP ;x=y", SDP, "SIP/SDP", ""],
    ["application/sdp", "", "SIP", ""],
    ["application/dtmf-relay", "Signal=5\n", "SIP", ""],
    ["application/simple-message-summary", "Messages-Waiting: no\n", "SIP", ""],
    ["application/pidf+xml", "<a/>", "SIP/XML", ""],
    ["application/dialog-info+xml", "<a/>", "SIP", ""],
    ["application/cpim-pidf+xml", "<a/>", "SIP/PRESENCE", ""],
    ["application/json", "{}", "SIP/JSON", ", JavaScript Object Notation (application/json)"],
    ["text/plain", "hi", "SIP", " (text/plain)"],
    ["text/plain", `<?xml version="1.0"?>\n<a><b>1</b></a>\n`, "SIP/XML", ""],
    ["message/sipfrag", "SIP/2.0 200 OK", "SIP/sipfrag", ", with Sipfrag(SIP/2.0 200 OK)"],
    ["message/sipfrag;version=2.0", "SIP/2.0 200 OK\n", "SIP/sipfrag", ", with Sipfrag(SIP/2.0 200 OK)"],
    ["message/sipfrag", "SIP/2.0 200 OK\nTo: x\n", "SIP/sipfrag", ", with Sipfrag(SIP/2.0 200 OK...)"],
    ["message/sipfrag", "\nabc", "SIP/sipfrag", ", with Sipfrag(...)"],
    [
      "message/sip",
      `INVITE sip:inner@x SIP/2.0\nTo: <sip:a@b>;tag=1\nc: application/sdp\n\n${SDP}`,
      "SIP/SDP",
      "Request: INVITE sip:inner@x, in-dialog | ",
    ],
    [
      "multipart/mixed;boundary=bb",
      `${part("text/plain", "hi")}${part("application/sdp", SDP)}--bb--\n`,
      "SIP/SDP",
      " (text/plain)",
    ],
    [
      'multipart/foo; BOUNDARY="bb"',
      `${part("application/sdp", SDP)}${part("application/sdp", SDP)}--bb--\n`,
      "SIP/SDP/SDP",
      "",
    ],
    [
      "multipart/mixed;boundary=bb",
      `${part("application/foo", "x")}${part("application/octet-stream", "x")}--bb--\n`,
      "SIP",
      " (application/foo)",
    ],
    ["multipart/mixed;boundary=bb", part("application/sdp", SDP), "SIP", ""], // no closing boundary
    ["multipart/mixed", part("application/sdp", SDP), "SIP", ""],
  ])("%s", (type, body, label, info) => {
    expect(columns(type, body)).toEqual([label, info]);
  });

  it("are as long as the last Content-Length says, or 0 where it is no number", () => {
    expect(columns("application/sdp", SDP, "l: 0")[0]).toBe("SIP");
    expect(columns("application/sdp", SDP, "l: 0", "l: 50")[0]).toBe("SIP/SDP");
    expect(columns("application/sdp", SDP, "l: 9999")[0]).toBe("SIP/SDP");
    expect(columns("application/sdp", SDP, "l: many")[0]).toBe("SIP");
  });
});

describe("a message that is cut short", () => {
  it("says that the capture kept only part of it", () => {
    const cut = parseSip(wire("INVITE sip:c@d SIP/2.0\nTo: <sip:a@b>;tag=2\nCon"))!;
    expect([sipLabel(cut, true), sipInfo(cut, true)]).toEqual([
      "SIP",
      "Request: INVITE sip:c@d[Packet size limited during capture]",
    ]);
  });

  it("is malformed where its last header line does not end", () => {
    expect(sipInfo(message("INVITE sip:c@d SIP/2.0\nTo: <sip:a@b>;tag=2\nCon"))).toBe(
      "Request: INVITE sip:c@d, in-dialog[Malformed Packet]",
    );
    expect(sipInfo(message("SIP/2.0 200 OK\nCSeq: 1 REGISTER\n"))).toBe(
      "Status: 200 OK (REGISTER)  (0 bindings) | ",
    );
  });
});
