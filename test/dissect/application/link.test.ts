import { describe, expect, test } from "vitest";
import { stp } from "../../../src/dissect/application/stp.js";
import type { Packet } from "../../../src/dissect/packet.js";
import { fieldOf, hex, join, Wire } from "../media/wire.js";
import { text, word } from "./bytes-of.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same bytes.

const tlv = (type: number, value: Uint8Array) => join(word((type << 9) | value.length), value);

function lldpRow(...elements: Uint8Array[]) {
  return new Wire().send(join(hex("0180c200000e 0200c0a8bb0c 88cc"), ...elements));
}

describe("LLDP", () => {
  const chassis = tlv(1, hex("04 00192fa7b28d"));
  const port = tlv(2, join(hex("01"), text("Uplink to S1")));
  const life = tlv(3, word(120));
  const end = tlv(0, hex(""));

  test("what a switch says of itself", () => {
    const { label, info, layers } = lldpRow(
      chassis,
      port,
      life,
      tlv(5, text("S2")),
      tlv(6, text("a\nb")),
      end,
    );
    expect(`${label} | ${info}`).toBe("LLDP | MA/00:19:2f:a7:b2:8d IA/Uplink to S1 120 SysN=S2 SysD=a\\nb ");
    expect(fieldOf(layers, "lldp.tlv.5")).toMatchObject({
      label: "System Name",
      value: "S2",
      start: 42,
      end: 46,
    });
  });

  test("what is not as it should be", () => {
    expect(lldpRow(port, life, end).info).toBe("Invalid Chassis ID TLV");
    expect(lldpRow(chassis, life, end).info).toBe("Invalid Port ID TLV");
    expect(lldpRow(chassis, port, end).info).toBe("Invalid Time-to-Live TLV");
  });
});

describe("STP", () => {
  const infoOf = (bytes: Uint8Array) =>
    stp.info!({ buffers: [bytes], starts: [0], ends: [bytes.length] } as unknown as Packet, 0);
  const bridge = "8001 0019 06ea b880";
  const rest = `${bridge} 00000000 ${bridge} 800c 0000 1400 0200 0f00`;

  test.each([
    [`0000 02 02 0e ${rest}`, "RST. Root = 32768/1/00:19:06:ea:b8:80  Cost = 0  Port = 0x800c"],
    [`0000 02 02 0f ${rest}`, "RST. TC + Root = 32768/1/00:19:06:ea:b8:80  Cost = 0  Port = 0x800c"],
    [`0000 00 00 00 ${rest}`, "Conf. Root = 32768/1/00:19:06:ea:b8:80  Cost = 0  Port = 0x800c"],
    ["0000 00 80", "Topology Change Notification"],
    ["0000 00 55", "Unknown BPDU type (85)"],
  ])("%s", (bytes, info) => {
    expect(infoOf(hex(bytes))).toBe(info);
  });
});
