import { setChartLibrary } from "../../display/index.js";
import { chartLibrarySource } from "../../files/chart-library.js";
import type { ExecuteRequest } from "../pipe/protocol.js";

let place: { cell: string; run: number } | undefined;

/** Lets the cell that carries the chart library carry it again when it runs again: its earlier output is then gone. */
export function carryChartLibrary(): void {
  setChartLibrary({ source: chartLibrarySource, place: () => place });
}

/** Says in which cell the next charts will be shown. */
export function chartsGoTo({ cell, count }: Pick<ExecuteRequest, "cell" | "count">): void {
  place = cell === "" ? undefined : { cell, run: count };
}
