import { describe, expect, test } from "vitest";
import { fieldOf, hex, join, udpFrame, Wire } from "../media/wire.js";
import { dnsMessage, domainName, netbiosName, question, record, text, word } from "./bytes-of.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same frames.

const row = (payload: Uint8Array, destinationPort: number) => new Wire().row({ destinationPort, payload });

const NAME = domainName("ex.com");
const answer = (type: number, data: Uint8Array) =>
  row(
    dnsMessage({ flags: 0x8180, questions: [question(NAME, type)], answers: [record(NAME, type, data)] }),
    53,
  );

describe("a DNS row", () => {
  test.each([
    ["query", { flags: 0x0100, questions: [question(NAME, 1)] }, "Standard query 0x1234 A ex.com"],
    ["root", { flags: 0, questions: [question(domainName(""), 2)] }, "Standard query 0x1234 NS <Root>"],
    [
      "two questions",
      { flags: 0, questions: [question(NAME, 1), question(NAME, 28)] },
      "Standard query 0x1234 A ex.com AAAA ex.com",
    ],
    [
      "no such name",
      { flags: 0x8183, questions: [question(NAME, 1)] },
      "Standard query response 0x1234 No such name A ex.com",
    ],
    [
      "unknown error",
      { flags: 0x818f, questions: [question(NAME, 1)] },
      "Standard query response 0x1234 Unknown error (15) A ex.com",
    ],
    ["update", { flags: 0x2800, questions: [question(NAME, 6)] }, "Dynamic update 0x1234 SOA ex.com"],
    [
      "unknown operation",
      { flags: 0x1800, questions: [question(NAME, 1)] },
      "Unknown operation (3) 0x1234 A ex.com",
    ],
    [
      "unknown type",
      { flags: 0, questions: [question(NAME, 4242)] },
      "Standard query 0x1234 Unknown (4242) ex.com",
    ],
    [
      "control characters",
      { flags: 0, questions: [question(join(hex("03"), hex("61 04 62"), hex("00")), 1)] },
      "Standard query 0x1234 A a\\004b",
    ],
    [
      "a pointer to itself",
      { flags: 0, questions: [question(hex("c00c"), 1)] },
      "Standard query 0x1234 A <Name contains a pointer that loops>",
    ],
    [
      "a pointer out of the message",
      { flags: 0, questions: [question(hex("c0ff"), 1)] },
      "Standard query 0x1234[Malformed Packet]",
    ],
  ])("%s", (_, message, info) => {
    expect(row(dnsMessage(message), 53)).toBe(`DNS | ${info}`);
  });

  test.each([
    [1, hex("0a000001"), "A ex.com A 10.0.0.1"],
    [1, hex("0a0000"), "A ex.com A[Malformed Packet]"],
    [28, hex("20010db8000000000000000000000001"), "AAAA ex.com AAAA 2001:db8::1"],
    [5, domainName("cn.x"), "CNAME ex.com CNAME cn.x"],
    [5, hex("c00c"), "CNAME ex.com CNAME ex.com"],
    [6, join(domainName("m.x"), domainName("r.x"), new Uint8Array(20)), "SOA ex.com SOA m.x"],
    [13, join(hex("03"), text("cpu"), hex("02"), text("os")), "HINFO ex.com HINFO cpu os"],
    [15, join(word(10), domainName("mx.x")), "MX ex.com MX 10 mx.x"],
    [16, join(hex("05"), text("hello")), "TXT ex.com TXT"],
    [33, join(word(1), word(2), word(5060), domainName("sip.x")), "SRV ex.com SRV 1 2 5060 sip.x"],
    [
      35,
      join(word(1), word(2), hex("01"), text("s"), hex("00 00"), domainName("r.x")),
      "NAPTR ex.com NAPTR 1 2 s",
    ],
    [41, hex(""), "OPT ex.com OPT"],
  ])("type %i", (type, data, info) => {
    expect(answer(type, data)).toBe(`DNS | Standard query response 0x1234 ${info}`);
  });

  test("a count larger than what is there", () => {
    const message = dnsMessage({ flags: 0x8180, questions: [question(NAME, 1)] });
    message[5] = 3;
    expect(row(message, 53)).toBe("DNS | Standard query response 0x1234 A ex.com[Malformed Packet]");
  });

  test("many pointers in many names cost no more than the bytes", () => {
    const chain = join(...Array.from({ length: 12_000 }, (_, i) => join(word(0xc000 | (10 + 2 * i)))));
    const message = join(hex("1234 8180 ffff 0000 0000 0000"), chain);
    expect(row(message.subarray(0, 30_000), 53)).toMatch(/^DNS/);
  });
});

describe("multicast DNS and LLMNR", () => {
  const service = domainName("_sip._udp.local");

  test("who may answer, and what caches are to forget", () => {
    const questions = [question(service, 12, 0x8001), question(service, 12)];
    expect(row(dnsMessage({ flags: 0, questions }), 5353)).toBe(
      'MDNS | Standard query 0x1234 PTR _sip._udp.local, "QU" question PTR _sip._udp.local, "QM" question',
    );
    const answers = [record(NAME, 1, hex("0a000001"), 0x8001), record(service, 12, domainName("i.local"))];
    expect(row(dnsMessage({ flags: 0x8400, answers }), 5353)).toBe(
      "MDNS | Standard query response 0x1234 A, cache flush 10.0.0.1 PTR i.local",
    );
  });

  test("EDNS's size is no flag", () => {
    const questions = [question(service, 12)];
    const additional = [record(domainName(""), 41, hex("000400080102030405060708"), 0x9000)];
    expect(row(dnsMessage({ flags: 0, questions, additional }), 5353)).toMatch(/ question OPT$/);
  });

  test("LLMNR", () => {
    const message = dnsMessage({ flags: 0, questions: [question(domainName("wpad"), 1)] });
    expect(row(message, 5355)).toBe("LLMNR | Standard query 0x1234 A wpad");
  });
});

describe("NetBIOS names", () => {
  const name = netbiosName("WORKGROUP", 0x1b);
  const resource = record(name, 0x20, hex("0000 0a000001"));

  test.each([
    ["query", { flags: 0x0110, questions: [question(name, 0x20)] }, "Name query NB WORKGROUP<1b>"],
    [
      "any",
      { flags: 0, questions: [question(netbiosName(`*${"\0".repeat(14)}`, 0), 0x21)] },
      `Name query NBSTAT *${"<00>".repeat(15)}`,
    ],
    [
      "registration",
      { flags: 0x2910, questions: [question(name, 0x20)], additional: [resource] },
      "Registration NB WORKGROUP<1b>",
    ],
    ["answer", { flags: 0x8580, answers: [resource] }, "Name query response NB 10.0.0.1"],
    [
      "refusal",
      { flags: 0x8583, answers: [record(name, 10, hex(""))] },
      "Name query response, Requested name does not exist Unknown",
    ],
    [
      "wait",
      { flags: 0xbc00, answers: [record(name, 0x20, hex("2910"))] },
      "Wait for acknowledgment response",
    ],
    [
      "no such encoding",
      { flags: 0x0110, questions: [question(domainName("abc"), 0x20)] },
      "Name query NB Illegal NetBIOS name (1st character not between A and Z in first-level encoding)",
    ],
  ])("%s", (_, message, info) => {
    expect(row(dnsMessage(message), 137)).toBe(`NBNS | ${info}`);
  });

  test("datagrams", () => {
    expect(row(hex("11 02 0007 0a000001 008a 0000"), 138)).toBe("NBDS | Direct_group datagram");
    expect(row(hex("63 02 0007 0a000001 008a 0000"), 138)).toBe("NBDS | Unknown message type (0x63)");
  });
});

test("DNS details lie where the bytes are", () => {
  const payload = dnsMessage({
    flags: 0x8180,
    questions: [question(NAME, 1)],
    answers: [record(hex("c00c"), 1, hex("0a000001"))],
  });
  const { layers } = new Wire().send(udpFrame({ destinationPort: 53, payload }));
  expect(fieldOf(layers, "dns.id")).toMatchObject({ value: "0x1234", start: 42, end: 44 });
  expect(fieldOf(layers, "dns.qry.name")).toMatchObject({ value: "ex.com", start: 54, end: 62 });
  expect(fieldOf(layers, "dns.resp.data")).toMatchObject({ value: "10.0.0.1", start: 78, end: 82 });
});
