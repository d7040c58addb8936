import { describe, expect, it } from "vitest";
import { addressSpec, parameterOf, parseNameAddress, parseUri } from "../../../src/dissect/sip/index.js";
import { withHeaders } from "./wire.js";

describe("parseUri", () => {
  // RFC 3261 §19.1.3
  it.each([
    ["sip:alice@atlanta.com", { user: "alice", host: "atlanta.com" }],
    ["sip:alice:secretword@atlanta.com;transport=tcp", { user: "alice", password: "secretword" }],
    ["sips:alice@atlanta.com?subject=project%20x&priority=urgent", { scheme: "sips", host: "atlanta.com" }],
    ["sip:+1-212-555-1212:1234@gateway.com;user=phone", { user: "+1-212-555-1212", password: "1234" }],
    ["sips:1212@gateway.com", { user: "1212", host: "gateway.com" }],
    ["sip:alice@192.0.2.4", { host: "192.0.2.4", port: undefined }],
    ["sip:atlanta.com;method=REGISTER?to=alice%40atlanta.com", { user: undefined, host: "atlanta.com" }],
    ["sip:alice;day=tuesday@atlanta.com", { user: "alice;day=tuesday", host: "atlanta.com" }],
    ["sip:bob@[2001:db8::9:1]:5070;lr", { host: "2001:db8::9:1", port: 5070 }],
    ["SIP:192.168.187.12:5060", { scheme: "sip", host: "192.168.187.12", port: 5060 }],
  ])("reads %s", (text, parts) => {
    expect(parseUri(text)).toMatchObject({ ...parts, text, wellFormed: true });
  });

  it("reads parameters and headers with their bytes", () => {
    const uri = parseUri("sip:é@b;lr;x=1?Subject=a&Priority=b");
    expect(uri.parameters).toEqual([
      { name: "lr", value: undefined, start: 9, end: 11 },
      { name: "x", value: "1", start: 12, end: 15 },
    ]);
    expect(uri.headers.map(({ name, value }) => [name, value])).toEqual([
      ["Subject", "a"],
      ["Priority", "b"],
    ]);
    expect(uri).toMatchObject({ user: "é", start: 0, end: 36 });
  });

  it("reads telephone numbers (RFC 3966 §6)", () => {
    expect(parseUri("tel:+1-201-555-0123")).toMatchObject({ scheme: "tel", number: "+1-201-555-0123" });
    const local = parseUri("tel:7042;phone-context=example.com");
    expect(local).toMatchObject({ number: "7042", wellFormed: true });
    expect(parameterOf(local.parameters, "phone-context")).toBe("example.com");
  });

  it("knows the scheme of any other", () => {
    expect(parseUri("urn:service:sos")).toMatchObject({ scheme: "urn", host: undefined, wellFormed: true });
  });

  it.each([
    "",
    "sip:",
    "alice",
    "sip:a b@c",
    "sip:a@",
    "sip:a@b:70000",
    "sip:a@b:x",
    "sip:a%4@b",
    "tel:abc!",
    "1:x",
  ])("marks %j as not well-formed", (text) => {
    expect(parseUri(text).wellFormed).toBe(false);
  });
});

describe("parseNameAddress", () => {
  // RFC 3261 §20.10, §20.20, §20.39
  it.each([
    ['"Mr. Watson" <sip:watson@worcester.bell-telephone.com>;q=0.7', "Mr. Watson", undefined],
    ['"A. G. Bell" <sip:agb@bell-telephone.com> ;tag=a48s', "A. G. Bell", "a48s"],
    ["sip:+12125551212@server.phone2net.com;tag=887s", undefined, "887s"],
    ["Anonymous <sip:c8oqz84zk7z@privacy.org>;tag=hyh8", "Anonymous", "hyh8"],
    ["The Operator <sip:operator@cs.columbia.edu>;tag=287447", "The Operator", "287447"],
    ["caller<sip:caller@example.com>;tag=323", "caller", "323"], // RFC 4475 §3.1.1.6
    ['"say \\"hi\\"; now" <sip:a@b;tag=no>', 'say "hi"; now', undefined],
    ['"user1" <sip:user1@192.168.187.12>;tag=x', "user1", "x"],
  ])("reads %s", (text, displayName, tag) => {
    expect(parseNameAddress(text)).toMatchObject({ displayName, tag, wellFormed: true });
  });

  it("keeps the URI's parameters from the header's", () => {
    const contact = parseNameAddress("<sip:a@b;transport=tcp>;expires=60");
    expect(contact.uri.parameters.map(({ name }) => name)).toEqual(["transport"]);
    expect(contact.parameters.map(({ name }) => name)).toEqual(["expires"]);
  });

  it.each([
    '"Mr. J. User <sip:j.user@example.com>', // RFC 4475 §3.1.2.6 and the next ones
    '"Watson, Thomas" < sip:t.watson@example.org >',
    "Bell, Alexander <sip:a.g.bell@example.com>;tag=43",
    "sip:user@example.com?Route=%3Csip:sip.example.com%3E",
    '"Joe" <sip:joe@example.org>;;;;',
    "<sip:a@b",
    "<sip:a@b> x;tag=1",
    "<sip:a@b>;=1",
    "",
  ])("marks %j as not well-formed", (text) => {
    expect(parseNameAddress(text).wellFormed).toBe(false);
  });
});

describe("addressSpec", () => {
  it.each([
    ['"user1" <sip:user1@192.168.187.12>;tag=1', "sip:user1@192.168.187.12"],
    ["<sip:user3@192.168.187.51;transport=udp>", "sip:user3@192.168.187.51"],
    ["<sip:asterisk@192.168.187.10:5060;ob>", "sip:asterisk@192.168.187.10:5060"],
    ["sip:watson@example.com;tag=1", "sip:watson@example.com"],
    ["<sip:alice;day=tuesday@atlanta.com?a=b>", "sip:alice;day=tuesday@atlanta.com"],
    ["<tel:+331;x=y>", "tel:+331"],
  ])("of %s is %s", (text, spec) => {
    expect(addressSpec(parseNameAddress(text))).toBe(spec);
  });
});

describe("the addresses of a message", () => {
  it("know their bytes", () => {
    const register = withHeaders(
      "REGISTER sip:d SIP/2.0",
      "From: Zoé <sip:zoe@d>;tag=5",
      "m: <sip:1@d>;expires=60, <sip:2@d>",
      "Contact: sip:3@d",
    );
    expect(register.textOf(register.from!.uri)).toBe("sip:zoe@d");
    expect(register.textOf(register.from!.parameters[0]!)).toBe("tag=5");
    expect(register.contacts.map((contact) => register.textOf(contact))).toEqual([
      "<sip:1@d>;expires=60",
      "<sip:2@d>",
      "sip:3@d",
    ]);
  });

  it("leave out a Contact that is *", () => {
    expect(withHeaders("REGISTER sip:d SIP/2.0", "Contact: *").contacts).toEqual([]);
  });
});
