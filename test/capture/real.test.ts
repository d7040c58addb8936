import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type CaptureFacts, captureBytes, pcapWriter } from "../../src/capture/index.js";
import { type Listing, list } from "./listing.js";

const file = readFileSync(new URL("../../notebooks/captures/01-call-100-to-300.pcapng", import.meta.url));

// Goldens: tshark and capinfos 4.0.17.
describe("the capture of the first lesson", () => {
  let listing: Listing;
  beforeAll(async () => {
    listing = await list(file);
  });

  it("tells what it is", () => {
    expect(listing.facts).toEqual({
      format: "pcapng",
      compressed: false,
      firstTime: 1795380966203941155n,
      interfaces: [{ linkType: 1, snapLength: 262144, decimals: 9, name: "eth0" }],
      comments: [
        "TP Asterisk : enregistrement des postes, puis appel du poste 100 vers le poste 300 (G.711 loi mu)",
      ],
      application: "Dumpcap (Wireshark) 4.0.17",
    } satisfies CaptureFacts);
  });

  it("has 14703 frames of 3145434 bytes", () => {
    expect(listing.frames).toBe(14703);
    expect(listing.warnings).toEqual([]);
    expect([1, 2, 3, 7000, 14703].map((number) => listing.lines[number - 1])).toEqual([
      "1 1795380966.203941155 608 608 0",
      "2 1795380966.204587589 632 632 0",
      "3 1795380966.212295861 770 770 0",
      "7000 1795381030.456033170 214 214 0",
      "14703 1795381072.310677542 509 509 0",
    ]);
    expect(listing.times.at(-1)).toBe(106_106_736_387);
    expect(listing.bytes.reduce((sum, frame) => sum + frame.length, 0)).toBe(3_145_434);
  });

  it("is the same as pcap with nanoseconds", async () => {
    const { firstTime } = listing.facts;
    const frames = listing.bytes.map((bytes, index) => ({
      time: firstTime! + BigInt(listing.times[index]!),
      bytes,
    }));
    const pcap = await list(captureBytes(pcapWriter({ decimals: 9 }), frames));
    expect(pcap.lines).toEqual(listing.lines);
    expect(pcap.facts.firstTime).toBe(firstTime);
  });
});
