import { describe, expect, test } from "vitest";
import { Kind } from "../../../src/dissect/packet.js";
import { word } from "../../packets/bytes.js";
import { fieldOf, hex, join, udpFrame, Wire } from "./wire.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same frames.

const text = (value: string) => new TextEncoder().encode(value);

/**
 *     |0 0|     STUN Message Type     |         Message Length        |
 *     |                         Magic Cookie                          |
 *     |                     Transaction ID (96 bits)                  |
 */
function stun(type: number, ...attributes: Uint8Array[]): Uint8Array {
  const body = join(...attributes);
  return join(word(type), word(body.length), hex("2112a442 000102030405060708090a0b"), body);
}

/** Type, length, value, padding to the next word. */
function attribute(type: number, value: Uint8Array): Uint8Array {
  return join(word(type), word(value.length), value, new Uint8Array((4 - (value.length % 4)) % 4));
}

/** STUN of RFC 3489: 16 bytes of transaction, no cookie. */
const classic = (type: number, body: Uint8Array = new Uint8Array(0)) =>
  join(word(type), word(body.length), hex("0102030405060708090a0b0c0d0e0f10"), body);

const ADDRESS = hex("0001 1f90 0a000001");
const XORED = hex("0001 3e82 2b12a443");

const row = (payload: Uint8Array, destinationPort = 9999) => new Wire().row({ destinationPort, payload });

describe("STUN's row", () => {
  test.each([
    ["request", stun(0x0001), "Binding Request"],
    ["indication", stun(0x0011), "Binding Indication"],
    ["allocation refused", stun(0x0113), "Allocate Error Response"],
    ["channel bound", stun(0x0109), "Channel-Bind Success Response"],
    ["unknown method", stun(0x0005), "Unknown Request"],
    [
      "address",
      stun(0x0101, attribute(1, ADDRESS)),
      "Binding Success Response MAPPED-ADDRESS: 10.0.0.1:8080",
    ],
    [
      "xored address",
      stun(0x0101, attribute(0x20, XORED)),
      "Binding Success Response XOR-MAPPED-ADDRESS: 10.0.0.1:8080",
    ],
    [
      "xored IPv6 address",
      stun(0x0101, attribute(0x20, hex("0002 3e82 20010db8000000000000000000000001"))),
      "Binding Success Response XOR-MAPPED-ADDRESS: 113:a9fa:1:203:405:607:809:a0a:8080",
    ],
    [
      "ICE check",
      stun(0x0001, attribute(6, text("abc:def")), attribute(0x24, hex("6e001eff")), attribute(0x25, hex(""))),
      "Binding Request user: abc:def",
    ],
    [
      "challenge",
      stun(
        0x0111,
        attribute(9, join(hex("00000401"), text("Unauthorized"))),
        attribute(0x14, text("example.org")),
        attribute(0x15, text("nonce123")),
      ),
      "Binding Error Response error-code: 401 (Unauthenticated) Unauthorized realm: example.org with nonce",
    ],
    [
      "allocation",
      stun(0x0003, attribute(0x19, hex("11000000")), attribute(0x0d, hex("00000e10"))),
      "Allocate Request UDP lifetime: 3600",
    ],
    [
      "unknown transport",
      stun(0x0003, attribute(0x19, hex("63000000"))),
      "Allocate Request Unknown (0x      63)",
    ],
    ["channel", stun(0x0009, attribute(0x0c, hex("40000000"))), "Channel-Bind Request ChannelNumber=0x4000"],
    ["line break in a name", stun(0x0001, attribute(6, hex("610a6200 63"))), "Binding Request user: a\nb"],
    ["attribute too long", stun(0x0001, hex("0006 0064 61626364")), "Binding Request"],
    [
      "unknown attribute too long",
      stun(0x0001, hex("3c00 0064 61626364")),
      "Binding Request[Malformed Packet]",
    ],
    [
      "address as Microsoft numbers it",
      stun(0x0103, attribute(0x8020, XORED)),
      "Allocate Success Response XOR-MAPPED-ADDRESS: 10.0.0.1:8080",
    ],
    // USERNAME of 5 bytes, LIFETIME of 4: what follows the user is read three bytes late, as an unknown attribute
    [
      "attributes without padding, as Microsoft sends them",
      stun(0x0103, hex("0006 0005 6162636465 000d 0004 0000003c 000d 0004 0000003c 313233")),
      "Allocate Success Response user: abcde[Malformed Packet]",
    ],
    ["half an attribute", stun(0x0001, hex("0006")), "Binding Request[Malformed Packet]"],
  ])("%s", (_, payload, info) => {
    expect(row(payload)).toBe(`STUN | ${info}`);
  });

  test.each([
    ["a length that is not the datagram's", join(stun(0x0001), hex("00000000"))],
    ["a method that nobody uses", stun(0x0200 << 2)],
    ["19 bytes", stun(0x0001).subarray(0, 19)],
  ])("%s is no STUN", (_, payload) => {
    expect(row(payload)).toBe(`UDP | 30000 → 9999 Len=${payload.length}`);
  });

  test("of channel data, where the port says STUN", () => {
    expect(row(hex("40000004 01020304"), 3478)).toBe("STUN | ChannelData TURN Message");
    expect(row(hex("40000008 80c90001 00000001"), 3478)).toBe("RTCP | Receiver Report   ");
    expect(row(hex("40000004 01020304"))).toBe("UDP | 30000 → 9999 Len=8");
  });

  test.each([
    [0x0001, "Message: Binding Request"],
    [0x0101, "Message: Binding Response"],
    [0x0102, "Message: Shared Secret Response"],
    [0x0115, "Message: Data Indication"],
  ])("without cookie, type %i", (type, info) => {
    expect(row(classic(type))).toBe(`CLASSIC-STUN | ${info}`);
    expect(row(classic(type), 3478)).toBe(`CLASSIC-STUN | ${info}`);
  });

  test("without cookie and of no known type it is none", () => {
    expect(row(classic(0x0005))).toBe("UDP | 30000 → 9999 Len=20");
  });
});

describe("STUN beside RTP", () => {
  test("on announced ports both keep what they are", () => {
    const wire = new Wire();
    wire.offer(["c=IN IP4 10.0.0.2", "m=audio 30001 RTP/AVP 0"]);
    const rtp = hex("8000 0001 000000a0 00000007 d5");
    for (const destinationPort of [30_001, 30_002]) {
      expect(wire.row({ destinationPort, payload: stun(0x0001) })).toBe("STUN | Binding Request");
      expect(wire.row({ destinationPort, payload: classic(0x0001) })).toBe(
        "CLASSIC-STUN | Message: Binding Request",
      );
    }
    expect(wire.row({ destinationPort: 30_001, payload: rtp })).toMatch(/^RTP \| PT=ITU-T G.711 PCMU/);
  });

  test("ZRTP, and what is neither", () => {
    const wire = new Wire();
    wire.offer(["c=IN IP4 10.0.0.2", "m=audio 30001 RTP/AVP 0"]);
    const zrtp = hex("10000001 5a525450 00000001 505a0003 48656c6c6f41434b 00000000");
    expect(wire.row({ destinationPort: 30_001, payload: zrtp })).toBe("ZRTP | HelloACK Packet");
    expect(wire.row({ destinationPort: 30_001, payload: hex("0d0a0d0a0d0a") })).toBe(
      "RTP | Unknown RTP version 0",
    );
  });
});

describe("STUN's details", () => {
  test("say what Wireshark's do, where the bytes are", () => {
    const payload = stun(0x0101, attribute(0x20, XORED), attribute(0x8022, text("srv 1.0")));
    const { packet, layers } = new Wire().send(udpFrame({ payload }));
    expect(packet.kind).toBe(Kind.stun);
    expect(fieldOf(layers, "stun.type")?.value).toBe("0x0101 (Binding Success Response)");
    expect(fieldOf(layers, "stun.id")?.value).toBe("000102030405060708090a0b");
    expect(fieldOf(layers, "stun.att.ipv4")).toMatchObject({
      value: "10.0.0.1",
      start: 42 + 28,
      end: 42 + 32,
    });
    expect(fieldOf(layers, "stun.att.port")).toMatchObject({ value: "8080", start: 42 + 26, end: 42 + 28 });
    expect(fieldOf(layers, "stun.att.software")?.value).toBe("srv 1.0");
  });

  test("of an error", () => {
    const payload = stun(0x0111, attribute(9, join(hex("00000457"), text("Role Conflict"))));
    const { layers } = new Wire().send(udpFrame({ payload }));
    expect(fieldOf(layers, "stun.attribute")?.value).toBe("487 (Role Conflict): Role Conflict");
    expect(fieldOf(layers, "stun.att.error.reason")?.value).toBe("Role Conflict");
  });

  test("of STUN without cookie", () => {
    const { layers } = new Wire().send(udpFrame({ payload: classic(0x0101, attribute(1, ADDRESS)) }));
    expect(fieldOf(layers, "classicstun.type")?.value).toBe("Binding Response (0x0101)");
    expect(fieldOf(layers, "classicstun.att.ipv4")?.value).toBe("10.0.0.1");
  });
});
