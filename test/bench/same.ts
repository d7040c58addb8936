import { readFileSync } from "node:fs";

/** SSRC → packets, in one form for all three who count. */
type Streams = Map<string, number>;

/** The rows of `voiplab streams`. */
export function ourStreams(path: string): Streams {
  return streamsIn(path, /^\S+\t\d+\t\S+\t\d+\t0x([0-9A-F]+)\t[^\t]*\t(\d+)\t/);
}

/** The table of `tshark -z rtp,streams`. */
export function tsharkStreams(path: string): Streams {
  return streamsIn(path, /\s0x([0-9A-F]{8})\s+\S.*?\s(\d+)\s+-?\d+ \(-?[\d.]+%\)/);
}

/** The lines of the scan. */
export function scannedStreams(path: string): Streams {
  return streamsIn(path, /^([0-9a-f]{8}) (\d+) /);
}

function streamsIn(path: string, row: RegExp): Streams {
  const streams: Streams = new Map();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [, ssrc, packets] = row.exec(line) ?? [];
    if (ssrc !== undefined) streams.set(ssrc.toUpperCase(), Number(packets));
  }
  return streams;
}

/** Throws where two found other streams or packets: a ratio of unlike work says nothing. */
export function requireSameStreams(ours: Streams, peers: Streams, peer: string): void {
  const differing = [...ours].filter(([ssrc, packets]) => peers.get(ssrc) !== packets);
  if (ours.size === 0 || ours.size !== peers.size || differing.length > 0) {
    throw new Error(
      `voiplab counts ${ours.size} streams, ${peer} ${peers.size}; ${differing.length} differ in packets`,
    );
  }
}

/** Throws where two packet lists differ; ours begins with a line of heads. */
export function requireSameRows(ours: string, peers: string): void {
  const bytes = readFileSync(ours);
  const rows = bytes.subarray(bytes.indexOf("\n") + 1);
  const others = readFileSync(peers);
  if (rows.equals(others)) return;
  throw new Error(`the packet lists differ: ${rows.length} bytes here, ${others.length} of tshark's`);
}

/** Throws where two files differ. */
export function requireSameBytes(ours: string, peers: string): void {
  if (!readFileSync(ours).equals(readFileSync(peers))) throw new Error(`${ours} and ${peers} differ`);
}
