import { describe, expect, it } from "vitest";
import { detailsOf } from "../../src/dissect/details.js";
import { Kind } from "../../src/dissect/packet.js";
import { join, long, text } from "../packets/bytes.js";
import { frame } from "../packets/frames.js";
import { IP, icmp, ipv4, udp } from "../packets/network.js";
import { hex, rowOf, treeOf, Wire } from "./wire.js";

/** ICMP from 10.0.0.2: port unreachable, quoting what 10.0.0.1:5060 sent to 10.0.0.2:5060. */
function unreachable(payload: string): Uint8Array {
  const sent = { source: "10.0.0.1", destination: "10.0.0.2" };
  const quoted = ipv4(sent, IP.udp, udp(sent, { sourcePort: 5060, destinationPort: 5060 }, text(payload)));
  const error = { source: sent.destination, destination: sent.source };
  return frame(0x0800, ipv4(error, IP.icmp, icmp(3, 3, join(long(0), quoted))));
}

describe("what an ICMP error quotes", () => {
  const wire = new Wire();
  const packet = wire.sees(unreachable("OPTIONS sip:b@10.0.0.2 SIP/2.0\r\nCall-ID: 1\r\n\r\n"));

  it("shows in the details, layer by layer", () => {
    expect(detailsOf(packet).map(({ name }) => name)).toEqual(["eth", "ip", "icmp", "ip", "udp", "sip"]);
    expect(treeOf(packet)).toContain(
      "sip.Request-Line: Request-Line: OPTIONS sip:b@10.0.0.2 SIP/2.0 [70,100)",
    );
  });

  it("counts nowhere: the frame is ICMP, between the addresses of the error", () => {
    const row = "10.0.0.2 | 10.0.0.1 | ICMP | Destination unreachable (Port unreachable)";
    expect(rowOf(packet)).toBe(row);
    expect([packet.kind, packet.sip, packet.sourcePort]).toEqual([Kind.other, [], 0]);
    expect(rowOf(wire.again(1))).toBe(row);
  });

  it("may end anywhere", () => {
    const whole = unreachable("");
    for (let length = 42; length < whole.length; length++) {
      expect(rowOf(new Wire().sees(whole.slice(0, length)))).toContain("(Port unreachable)");
    }
  });
});

describe("the tail of an Ethernet frame", () => {
  it("is padding as far as it is zeros up to the shortest frame, and a trailer beyond", () => {
    const frame = hex(`
      02 00 c0 a8 bb 0c 02 00 c0 a8 bb 0a 08 00
      45 00 00 1e 1c 46 00 00 40 11 67 21 c0 a8 bb 0a c0 a8 bb 0c
      13 c6 9c 40 00 0a 12 34  61 62
      00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  de ad be ef`);
    const [ethernet] = detailsOf(new Wire().sees(frame));
    expect(ethernet!.fields.slice(3).map(({ name, value, start, end }) => [name, value, start, end])).toEqual(
      [
        ["eth.padding", "0".repeat(32), 44, 60],
        ["eth.trailer", "deadbeef", 60, 64],
      ],
    );
  });
});
