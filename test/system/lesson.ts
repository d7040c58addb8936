import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { type DrawnChart, decodedSeconds, drawnCharts, playerSeconds } from "./browser.js";
import { cli, root, run } from "./programs.js";

const capture = join(root, "notebooks", "captures", "01-call-100-to-300.pcapng");

/** The capture's sounds as `voiplab audio` tells them: seconds of the first call, and of the streams. */
export interface Sounds {
  readonly call: number;
  readonly streams: readonly number[];
}

export function soundsOfCapture(): Sounds {
  const out = temporaryFolder();
  const rows = JSON.parse(run(process.execPath, [cli, "audio", capture, "--out", out, "--format", "json"]));
  const seconds = (kind: string) =>
    rows.filter((row: { kind: string }) => row.kind === kind).map((row: { seconds: number }) => row.seconds);
  return { call: seconds("call")[0], streams: seconds("stream") };
}

type Place = Parameters<typeof drawnCharts>[0];

/** Lesson 04 in a browser: its charts are drawn, its players hold the caller, the callee, and both. */
export async function checkConversation(place: Place, { call, streams }: Sounds): Promise<void> {
  const charts: DrawnChart[] = await drawnCharts(place);
  expect(charts.length).toBeGreaterThanOrEqual(3);
  for (const { traces, shapes } of charts) {
    expect(traces).toBeGreaterThan(0);
    expect(shapes).toBeGreaterThan(0);
  }
  const lengths = [streams[0]!, streams[0]!, call];
  for (const seconds of [await decodedSeconds(place), await playerSeconds(place)]) {
    expect(seconds).toHaveLength(lengths.length);
    for (const [index, length] of lengths.entries())
      expect(Math.abs(seconds[index]! - length)).toBeLessThan(0.1);
  }
}

/** A folder that goes when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "voiplab-system-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
