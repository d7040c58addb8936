import { describe, expect, test } from "vitest";
import { packetDetails, packetText } from "../../../src/display/index.js";

/**
 * An ARP request as tshark 4.0.17 prints it (`-V -x`), cut to some of its fields:
 *
 *     Ethernet II, Src: 02:00:c0:a8:bb:0c, Dst: 02:00:c0:a8:bb:33
 *     Address Resolution Protocol (request)
 *         Opcode: request (1)
 *         Sender IP address: 192.168.187.12
 */
const bytes = Uint8Array.of(
  ...[0x02, 0x00, 0xc0, 0xa8, 0xbb, 0x33, 0x02, 0x00, 0xc0, 0xa8, 0xbb, 0x0c, 0x08, 0x06, 0x00, 0x01],
  ...[0x08, 0x00, 0x06, 0x04, 0x00, 0x01, 0x02, 0x00, 0xc0, 0xa8, 0xbb, 0x0c, 0xc0, 0xa8, 0xbb, 0x0c],
  ...[0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xc0, 0xa8, 0xbb, 0x33],
);
const arp = {
  number: 15,
  bytes,
  layers: [
    {
      name: "eth",
      label: "Ethernet II, Src: 02:00:c0:a8:bb:0c, Dst: 02:00:c0:a8:bb:33",
      start: 0,
      end: 14,
      fields: [],
    },
    {
      ...{ name: "arp", label: "Address Resolution Protocol (request)", start: 14, end: 42 },
      fields: [
        { name: "arp.opcode", label: "Opcode", value: "request (1)", start: 20, end: 22 },
        {
          ...{ name: "arp.src", label: "Sender", value: "", start: 22, end: 32 },
          children: [
            {
              name: "arp.src.proto_ipv4",
              label: "Sender IP address",
              value: "192.168.187.12",
              start: 28,
              end: 32,
            },
          ],
        },
      ],
    },
  ],
};

test("plain text is the tree and the dump, as tshark prints them", () => {
  expect(packetText(arp)).toBe(
    [
      "frame 15: 42 bytes",
      "Ethernet II, Src: 02:00:c0:a8:bb:0c, Dst: 02:00:c0:a8:bb:33",
      "Address Resolution Protocol (request)",
      "    Opcode: request (1)",
      "    Sender",
      "        Sender IP address: 192.168.187.12",
      "",
      "0000  02 00 c0 a8 bb 33 02 00  c0 a8 bb 0c 08 06 00 01  .....3..........",
      "0010  08 00 06 04 00 01 02 00  c0 a8 bb 0c c0 a8 bb 0c  ................",
      "0020  00 00 00 00 00 00 c0 a8  bb 33                    .........3",
    ].join("\n"),
  );
});

describe("in HTML", () => {
  const markup = packetDetails(arp)["text/html"] as string;

  test("a field knows its bytes", () => {
    expect(markup).toContain(
      '<li tabindex="-1" data-bytes="frame 20 22" title="arp.opcode\nbytes 20–21">Opcode: <b>request (1)</b></li>',
    );
    expect(markup).toContain('<span data-run="frame 28 32">c0 a8 bb 0c</span>');
    expect(markup).toContain("<code>frame.number == 15</code>");
  });

  test("only the last layer is open", () => {
    expect(markup.match(/<details class="voiplab-layer" >/g)).toHaveLength(1);
    expect(markup.match(/<details class="voiplab-layer" open>/g)).toHaveLength(1);
  });

  test("the dump is the one of the text", () => {
    const shown = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(markup)![1]!.replace(/<[^>]*>/g, "");
    const lines = shown.trimEnd().split("\n");
    expect(packetText(arp).split("\n").slice(-3)).toEqual(lines);
  });

  test("bytes of several frames have a dump of their own", () => {
    const layers = arp.layers.map((layer) => ({ ...layer, of: "reassembled" as const }));
    const both = packetDetails({ ...arp, layers, reassembled: bytes })["text/html"] as string;
    expect(both).toContain("put together from several frames: 42 bytes");
    expect(both).toContain('data-run="reassembled 28 32"');
  });
});

test("a hostile packet stays small and makes nobody wait", () => {
  interface Deep {
    name: string;
    label: string;
    value: string;
    start: number;
    end: number;
    children: Deep[];
  }
  let deep: Deep = { name: "x", label: "x", value: "v".repeat(70_000), start: -5, end: 1e9, children: [] };
  for (let depth = 0; depth < 5000; depth++) deep = { ...deep, children: [deep] };
  const many = Array.from({ length: 20_000 }, () => ({ ...deep, children: [] }));
  const layers = [{ name: "x", label: "x", start: 0, end: 65_535, fields: [deep, ...many] }];
  const bundle = packetDetails({ number: 1, layers, bytes: new Uint8Array(65_535) });
  expect((bundle["text/html"] as string).length).toBeLessThan(3_000_000);
  expect((bundle["text/plain"] as string).length).toBeLessThan(2_000_000);
  expect(bundle["text/html"]).toContain("… and 61,439 more bytes");
});
