import { readFileSync } from "node:fs";

/** The capture of the first lesson, and what TShark says of it (README.md). */
export const CAPTURE = new URL("../../notebooks/captures/01-call-100-to-300.pcapng", import.meta.url);

/** The rows of a golden of tab-separated values, column by column. */
export function golden(name: "01-frames.tsv" | "01-sip.tsv"): string[][] {
  return text(name)
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
}

/** A row of `tshark -z rtp,streams`. */
export interface GoldenStream {
  /** Seconds: first and last packet. */
  start: number;
  stop: number;
  source: string;
  destination: string;
  ssrc: string;
  payload: string;
  packets: number;
  lost: number;
  /** Least, mean, greatest delta, then jitter, in ms as TShark prints them. */
  milliseconds: string[];
}

/** In the order of their first packets. */
export function goldenStreams(): GoldenStream[] {
  const rows = text("01-streams.txt")
    .split("\n")
    .filter((line) => /^ +\d/.test(line));
  const streams = rows.map((row): GoldenStream => {
    const cells = row.trim().split(/\s+/);
    const [start, stop, source, sourcePort, destination, destinationPort, ssrc, payload, packets, lost] =
      cells;
    return {
      start: Number(start),
      stop: Number(stop),
      source: `${source}:${sourcePort}`,
      destination: `${destination}:${destinationPort}`,
      ssrc: ssrc!,
      payload: payload!,
      packets: Number(packets),
      lost: Number(lost),
      milliseconds: cells.slice(11, 17), // after the percentage of the lost ones
    };
  });
  return streams.sort((a, b) => a.start - b.start);
}

function text(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
