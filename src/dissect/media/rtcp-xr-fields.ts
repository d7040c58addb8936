import { u16 } from "../bytes.js";
import { type FieldList, hexAndDecimal, named } from "../fields.js";
import { XR_BLOCKS } from "./rtcp-names.js";

const VOIP_METRICS = 7;
const BLOCK_HEADER = 4;
const CONCEALMENT = { 0: "Unspecified", 1: "Disabled", 2: "Enhanced", 3: "Standard" };
const ADAPTIVE = { 0: "Unknown", 1: "Reserved", 2: "Non-Adaptive", 3: "Adaptive" };

/** The details of an extended report (RFC 3611 §2): the sender, then block after block. */
export function listExtendedReport(fields: FieldList, start: number): void {
  fields.number("rtcp.senderssrc", "Sender SSRC", start, 4, hexAndDecimal);
  for (let at = start + 4; at + BLOCK_HEADER <= fields.end; ) {
    const from = at;
    const type = fields.bytes[from]!;
    const length = 4 * (u16(fields.bytes, from + 2) + 1);
    fields.group("rtcp.xr.block", "Block", XR_BLOCKS[type] ?? `${type}`, from, length, (block) => {
      block.number("rtcp.xr.bt", "Type", from, 1, named(XR_BLOCKS));
      block.number("rtcp.xr.bs", "Type Specific", from + 1, 1);
      block.number("rtcp.xr.bl", "Length", from + 2, 2, (words) => `${words} (${4 * words} bytes)`);
      if (type === VOIP_METRICS) listVoipMetrics(block, from + BLOCK_HEADER);
    });
    at += length;
  }
}

/** VoIP Metrics (RFC 3611 §4.7). */
function listVoipMetrics(block: FieldList, at: number): void {
  const metric = (name: string, label: string, offset: number, length: 1 | 2) =>
    block.number(`rtcp.xr.voipmetrics.${name}`, label, at + offset, length);
  const level = (name: string, label: string, offset: number) =>
    block.number(`rtcp.xr.voipmetrics.${name}`, label, at + offset, 1, (value) => (value << 24) >> 24);
  const mos = (name: string, label: string, offset: number) =>
    block.number(`rtcp.xr.voipmetrics.${name}`, label, at + offset, 1, (value) => value / 10);
  block.number("rtcp.ssrc.identifier", "Identifier", at, 4, hexAndDecimal);
  block.number("rtcp.ssrc.fraction", "Fraction lost", at + 4, 1, (rate) => `${rate} / 256`);
  block.number("rtcp.ssrc.discarded", "Fraction discarded", at + 5, 1, (rate) => `${rate} / 256`);
  metric("burstdensity", "Burst Density", 6, 1);
  metric("gapdensity", "Gap Density", 7, 1);
  metric("burstduration", "Burst Duration(ms)", 8, 2);
  metric("gapduration", "Gap Duration(ms)", 10, 2);
  metric("rtdelay", "Round Trip Delay(ms)", 12, 2);
  metric("esdelay", "End System Delay(ms)", 14, 2);
  level("signallevel", "Signal Level", 16);
  level("noiselevel", "Noise Level", 17);
  metric("rerl", "Residual Echo Return Loss", 18, 1);
  metric("gmin", "Gmin", 19, 1);
  metric("rfactor", "R Factor", 20, 1);
  metric("extrfactor", "External R Factor", 21, 1);
  mos("moslq", "MOS - Listening Quality", 22);
  mos("moscq", "MOS - Conversational Quality", 23);
  block.bits(
    "rtcp.xr.voipmetrics.plc",
    "Packet Loss Concealment Algorithm",
    at + 24,
    0xc0,
    named(CONCEALMENT),
  );
  block.bits("rtcp.xr.voipmetrics.jba", "Adaptive Jitter Buffer Algorithm", at + 24, 0x30, named(ADAPTIVE));
  block.bits("rtcp.xr.voipmetrics.jbrate", "Jitter Buffer Rate", at + 24, 0x0f);
  metric("jbnominal", "Nominal Jitter Buffer Size", 26, 2);
  metric("jbmax", "Maximum Jitter Buffer Size", 28, 2);
  metric("jbabsmax", "Absolute Maximum Jitter Buffer Size", 30, 2);
}
