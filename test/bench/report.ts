import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import type { Cost } from "./measure.js";

/** A line of the report: something of ours as a share of a peer's. */
export interface Line {
  work: string;
  ours: string;
  peer: string;
  ratio: number;
  /** What the ratio should be at most. */
  goal: number;
}

/** The line of one figure of two costs. */
export function compare(
  work: string,
  figure: keyof Cost,
  ours: Cost,
  [name, peer]: readonly [string, Cost],
  goal: number,
): Line {
  const unit = figure === "memory" ? "MiB" : "s";
  const show = (value: number) => `${value.toFixed(figure === "memory" ? 0 : 2)} ${unit}`;
  return {
    work: `${work}, ${figure}`,
    ours: show(ours[figure]),
    peer: `${name} ${show(peer[figure])}`,
    ratio: ours[figure] / peer[figure],
    goal,
  };
}

/** The lines as a Markdown table, and the machine that they are of. */
export function reportOf(lines: readonly Line[]): string {
  const rows = lines.map(({ work, ours, peer, ratio, goal }) => {
    const mark = ratio <= goal ? "yes" : "no";
    return `| ${work} | ${ours} | ${peer} | ${ratio.toFixed(3)} | ${goal} | ${mark} |`;
  });
  const tshark = spawnSync("tshark", ["--version"], { encoding: "utf8" }).stdout;
  const version = /TShark[^\d]*([\d.]+\d)/.exec(tshark)?.[1];
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, TShark ${version}`;
  return [
    "| work | voiplab | peer | ratio | goal | met |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    `Medians of runs in turns. ${machine}.`,
    "",
  ].join("\n");
}
