import { describe, expect, test } from "vitest";
import { fieldOf, hex, join, udpFrame, Wire } from "../media/wire.js";
import { ber, berOid, text } from "./bytes-of.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same frames.

const row = (payload: Uint8Array, destinationPort: number) => new Wire().row({ destinationPort, payload });

describe("SNMP", () => {
  const OID = "1.3.6.1.2.1.25.3.2.1.5.1";
  const NULL = ber(5);
  const integer = (value: number) => ber(2, Uint8Array.of(value));
  const binding = (oid: string, value = NULL) => ber(0x30, berOid(oid), value);
  const pdu = (tag: number, ...bindings: Uint8Array[]) =>
    ber(tag, integer(1), integer(0), integer(0), ber(0x30, ...bindings));
  const message = (body: Uint8Array) => ber(0x30, integer(1), ber(4, text("public")), body);
  const version3 = (flags: number, body: Uint8Array) =>
    ber(
      0x30,
      integer(3),
      ber(0x30, integer(1), integer(9), ber(4, Uint8Array.of(flags)), integer(3)),
      ber(4),
      body,
    );

  test.each([
    ["get", message(pdu(0xa0, binding(OID))), `get-request ${OID}`],
    [
      "of two",
      message(pdu(0xa1, binding(OID), binding("1.3.6.1.2.1.1.3.0"))),
      `get-next-request ${OID} 1.3.6.1.2.1.1.3.0`,
    ],
    ["answer", message(pdu(0xa2, binding(OID, integer(5)))), `get-response ${OID}`],
    [
      "large numbers",
      message(pdu(0xa0, binding("1.3.6.1.4.1.4294967295.1"))),
      "get-request 1.3.6.1.4.1.4294967295.1",
    ],
    ["no names", message(pdu(0xa0)), "get-request"],
    [
      "trap of version 1",
      message(
        ber(
          0xa4,
          berOid("1.3.6.1.4.1.9"),
          ber(0x40, hex("0a000001")),
          integer(6),
          integer(1),
          ber(0x43, hex("01")),
          ber(0x30, binding(OID)),
        ),
      ),
      `trap iso.3.6.1.4.1.9 ${OID}`,
    ],
    [
      "version 3",
      version3(4, ber(0x30, ber(4), ber(4), pdu(0xa8, binding("1.3.6.1.6.3.15.1.1.4.0")))),
      "report 1.3.6.1.6.3.15.1.1.4.0",
    ],
    ["version 3, encrypted", version3(7, ber(4, text("secret"))), "encryptedPDU: privKey Unknown"],
  ])("%s", (_, payload, info) => {
    expect(row(payload, 161)).toBe(`SNMP | ${info}`);
  });

  test("what is none stays UDP", () => {
    expect(row(hex("0102030405"), 161)).toBe("UDP | 30000 → 161 Len=5");
    expect(row(message(pdu(0xa0, binding(OID))).subarray(0, 20), 161)).toBe("UDP | 30000 → 161 Len=20");
  });

  test("details", () => {
    const { layers } = new Wire().send(
      udpFrame({ destinationPort: 161, payload: message(pdu(0xa2, binding(OID, integer(5)))) }),
    );
    expect(fieldOf(layers, "snmp.community")?.value).toBe("public");
    expect(fieldOf(layers, "snmp.variable_bindings")?.value).toBe(`${OID}: 5`);
  });
});

describe("DHCP", () => {
  const dhcp = (operation: number, options: Uint8Array, cookie = "63825363") =>
    join(
      Uint8Array.of(operation, 1, 6, 0),
      hex("12345678"),
      new Uint8Array(20),
      hex("020000000001"),
      new Uint8Array(202),
      hex(cookie),
      options,
    );

  test.each([
    ["discover", dhcp(1, hex("350101ff")), "DHCP | DHCP Discover - Transaction ID 0x12345678"],
    ["offer", dhcp(2, hex("350102ff")), "DHCP | DHCP Offer    - Transaction ID 0x12345678"],
    ["after padding", dhcp(1, hex("0000350103ff")), "DHCP | DHCP Request  - Transaction ID 0x12345678"],
    [
      "unknown",
      dhcp(1, hex("350113ff")),
      "DHCP | DHCP Unknown Message Type (0x13) - Transaction ID 0x12345678",
    ],
    [
      "option cut",
      dhcp(1, hex("350101 0c10 41")),
      "DHCP | DHCP Discover - Transaction ID 0x12345678[Malformed Packet]",
    ],
    ["without type", dhcp(1, hex("ff")), "BOOTP | Boot Request from 02:00:00:00:00:01 (02:00:00:00:00:01)"],
    ["reply without cookie", dhcp(2, hex(""), "00000000"), "BOOTP | Boot Reply[Malformed Packet]"],
    ["other", dhcp(3, hex("ff")), "BOOTP | Unknown BOOTP message type (3)"],
  ])("%s", (_, payload, expected) => {
    expect(row(payload, 67)).toBe(expected);
  });

  test("details", () => {
    const payload = dhcp(1, hex("350101 3204c0a8bb0a 0c03706331 ff"));
    const { layers } = new Wire().send(udpFrame({ destinationPort: 67, payload }));
    const options = layers.flatMap(({ fields }) => fields).filter(({ name }) => name === "dhcp.option.type");
    expect(options.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      "Option: (53) DHCP Message Type: Discover",
      "Option: (50) Requested IP Address: 192.168.187.10",
      "Option: (12) Host Name: pc1",
      "Option: (255) End: ",
    ]);
  });
});

describe("NTP", () => {
  test.each([
    [hex(`23${"00".repeat(47)}`), "NTP Version 4, client"],
    [hex(`1c${"00".repeat(47)}`), "NTP Version 3, server"],
    [hex(`2b${"00".repeat(47)}`), "reserved, client"],
    [hex(`16${"00".repeat(11)}`), "NTP Version 2, control"],
    [hex(`17${"00".repeat(47)}`), "NTP Version 2, private, Request, PEER_LIST"],
    [hex(`23${"00".repeat(46)}`), "NTP Version 4, client[Malformed Packet]"],
  ])("%#", (payload, info) => {
    expect(row(payload, 123)).toBe(`NTP | ${info}`);
  });

  test("timestamps of both eras", () => {
    const payload = hex(`23${"00".repeat(15)} 00000001 00000000 ${"00".repeat(16)} eeadd5cc 80000000`);
    const { layers } = new Wire().send(udpFrame({ destinationPort: 123, payload }));
    expect(fieldOf(layers, "ntp.reftime")?.value).toBe("Feb  7, 2036 06:28:17.000000000 UTC");
    expect(fieldOf(layers, "ntp.org")?.value).toBe("NULL");
    expect(fieldOf(layers, "ntp.xmt")?.value).toBe("Nov 22, 2026 20:57:48.500000000 UTC");
  });
});

describe("SSDP", () => {
  test.each([
    ["M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n\r\n", "SSDP | M-SEARCH * HTTP/1.1 "],
    ["NOTIFY * HTTP/1.1\n\n", "SSDP | NOTIFY * HTTP/1.1 "],
    ["HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<a>", "SSDP/XML | HTTP/1.1 200 OK "],
    ["M-SEARCH * HTTP/1.1", "SSDP | Continuation"],
    ["hello", "SSDP | Continuation"],
  ])("%j", (message, expected) => {
    expect(row(text(message), 1900)).toBe(expected);
  });

  test("details", () => {
    const payload = text("NOTIFY * HTTP/1.1\r\nNT: upnp:rootdevice\r\n\r\n");
    const { layers } = new Wire().send(udpFrame({ destinationPort: 1900, payload }));
    expect(fieldOf(layers, "http.nt")).toMatchObject({
      label: "NT",
      value: "upnp:rootdevice",
      start: 61,
      end: 80,
    });
  });
});
