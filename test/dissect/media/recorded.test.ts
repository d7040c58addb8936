import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCapture } from "../../../src/capture/index.js";
import { bytesSource } from "../../../src/capture/source.js";
import { infoOf, protocolOf } from "../../../src/dissect/columns.js";
import { Dissector } from "../../../src/dissect/dissector.js";

const FILE = new URL("../../../notebooks/captures/01-call-100-to-300.pcapng", import.meta.url);

/** TShark 4.0.17, -n -o rtp.heuristic_rtp:TRUE: without it RTP on a port that also spoke STUN is UDP to it. */
const LABELS = { RTP: 14508, RTCP: 64, STUN: 28, "CLASSIC-STUN": 14, SIP: 40, "SIP/SDP": 5, UDP: 10 };
const ROWS: Record<number, string> = {
  30: "SIP/SDP | Request: INVITE sip:300@192.168.187.12 | ",
  46: "STUN | Binding Request",
  48: "STUN | Binding Success Response MAPPED-ADDRESS: 192.168.187.51:7079",
  49: "CLASSIC-STUN | Message: Binding Request",
};

test("the recorded call's labels are those of TShark, of media as of signalling", () => {
  const dissector = new Dissector();
  const labels: Record<string, number> = {};
  const rows: Record<number, string> = {};
  readCapture(bytesSource(new Uint8Array(readFileSync(FILE))), (bytes, start, end, record) => {
    const packet = dissector.dissect(bytes, start, end, record);
    const label = protocolOf(packet);
    labels[label] = (labels[label] ?? 0) + 1;
    if (record.number in ROWS) rows[record.number] = `${label} | ${infoOf(packet)}`;
  });
  expect(labels).toMatchObject(LABELS);
  expect(rows).toEqual(ROWS);
});
