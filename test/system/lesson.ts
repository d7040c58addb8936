import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { type DrawnChart, decodedSeconds, drawnCharts, playerSeconds } from "./browser.js";
import { cli, root, run } from "./programs.js";

/** The sounds that lesson 04 plays, in seconds. */
export interface Sounds {
  readonly caller: number;
  readonly call: number;
  /** The callee over a bad link. */
  readonly lossy: number;
}

/** As `voiplab audio` tells them: of the report's call, whose second stream is the caller's, and of the excerpt. */
export function soundsOfLesson(): Sounds {
  const report = soundsOf("trame-asterisk.pcapng");
  const badLink = soundsOf("excerpt-bad-link.pcapng.gz");
  return { caller: report.streams[1]!, call: report.call, lossy: badLink.streams[0]! };
}

function soundsOf(name: string): { call: number; streams: number[] } {
  const capture = join(root, "notebooks", "captures", name);
  const out = temporaryFolder();
  const rows = JSON.parse(run(process.execPath, [cli, "audio", capture, "--out", out, "--format", "json"]));
  const seconds = (kind: string) =>
    rows.filter((row: { kind: string }) => row.kind === kind).map((row: { seconds: number }) => row.seconds);
  return { call: seconds("call")[0], streams: seconds("stream") };
}

type Place = Parameters<typeof drawnCharts>[0];

/** Lesson 04 in a browser: its charts are drawn, its players hold the caller, both voices, and one over a bad link. */
export async function checkConversation(place: Place, { caller, call, lossy }: Sounds): Promise<void> {
  const charts: DrawnChart[] = await drawnCharts(place);
  expect(charts.length).toBeGreaterThanOrEqual(3);
  for (const { traces, shapes } of charts) {
    expect(traces).toBeGreaterThan(0);
    expect(shapes).toBeGreaterThan(0);
  }
  await checkSlider(place);
  const lengths = [caller, call, lossy];
  for (const seconds of [await decodedSeconds(place), await playerSeconds(place)]) {
    expect(seconds).toHaveLength(lengths.length);
    for (const [index, length] of lengths.entries())
      expect(Math.abs(seconds[index]! - length)).toBeLessThan(0.1);
  }
}

/** The jitter buffer's slider, pulled to its ends: the chart says how many packets come too late for that size. */
async function checkSlider(place: Place): Promise<void> {
  const chart = place.locator("figure:has(.slider-container)");
  const rail = chart.locator(".slider-rail-touch-rect");
  await rail.scrollIntoViewIfNeeded();
  const { width, height } = (await rail.boundingBox())!;
  const title = chart.locator(".gtitle");
  await rail.click({ position: { x: 2, y: height / 2 }, force: true });
  await expect.poll(() => title.textContent()).toMatch(/\b5 ms.*\b454\b.*\b687\b/);
  await rail.click({ position: { x: width - 2, y: height / 2 }, force: true });
  await expect.poll(() => title.textContent()).toMatch(/\b80 ms.*\b0\b.*\b687\b/);
}

/** A folder that goes when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "voiplab-system-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
