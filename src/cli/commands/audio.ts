import { join } from "node:path";
import { openBytes, type Recording } from "../../api/index.js";
import { type PlayoutMode, sampleCount } from "../../audio/index.js";
import { makeFolder } from "../../files/folder.js";
import { saveWav } from "../../files/save-wav.js";
import { BadArguments, formatOf, onlyFile, readArguments, rowOptions } from "../arguments.js";
import type { Cell } from "../cell.js";
import { rowWriter } from "../format.js";
import { messages } from "../messages.js";
import { print } from "../output.js";
import { withSource } from "../reading.js";
import type { Command } from "./index.js";

const COLUMNS = ["file", "kind", "ssrc", "call_id", "seconds", "samples", "lost_packets"];
const MODES: readonly PlayoutMode[] = ["rtp", "jitter-buffer", "uninterrupted"];

/** Writes one mono WAV a stream and one stereo WAV a call. */
export const run: Command = (args) => {
  const options = {
    ...rowOptions,
    out: { type: "string" },
    mode: { type: "string", default: "rtp" },
    heuristic: { type: "boolean", default: false },
  } as const;
  const { values, positionals } = readArguments(args, options);
  const path = onlyFile(positionals);
  const { out, heuristic } = values;
  if (out === undefined) throw new BadArguments(messages().noOut());
  const mode = MODES.find((known) => known === values.mode);
  if (mode === undefined) throw new BadArguments(messages().badMode(values.mode));
  const writer = rowWriter(formatOf(values.format), COLUMNS, print);
  return withSource(path, async (source) => {
    const capture = await openBytes(source, { heuristic });
    makeFolder(out);
    const saved = savedInto(out);
    const callOf = new Map(
      capture.calls.flatMap((call) => call.streams.map((stream) => [stream, call] as const)),
    );
    for (const stream of capture.streams) {
      const { source: from, destination: to, ssrc } = stream;
      const name = `${from.address}_${from.port}-${to.address}_${to.port}-${ssrc}`;
      writer.row(saved(stream.recording(mode), name, "stream", ssrc, callOf.get(stream)?.callId));
    }
    for (const [i, call] of capture.calls.entries()) {
      const recording = call.recording(mode);
      if (recording.duration === 0) continue;
      writer.row(saved(recording, `call-${i + 1}`, "call", undefined, call.callId));
    }
    writer.end();
    return capture.warnings;
  });
};

/** Writes recordings into a folder; each gives its row, without a file where there is nothing to hear. */
function savedInto(folder: string) {
  const names = new Set<string>();
  return (
    recording: Recording,
    base: string,
    kind: string,
    ssrc: string | undefined,
    callId?: string,
  ): Cell[] => {
    const { duration, lost, sound } = recording;
    const samples = sampleCount(sound);
    const file = samples === 0 ? undefined : join(folder, fresh(names, base));
    if (file !== undefined) saveWav(recording, file);
    return [file, kind, ssrc, callId, duration, samples, lost];
  };
}

/** A file name that no earlier file took; colons of IPv6 addresses are no good in one. */
function fresh(names: Set<string>, base: string): string {
  const safe = base.replaceAll(":", ".");
  let name = `${safe}.wav`;
  for (let i = 2; names.has(name); i++) name = `${safe}-${i}.wav`;
  names.add(name);
  return name;
}
