import { join } from "node:path";
import { openBytes, type Recording, type Streams } from "../../api/index.js";
import type { PlayoutMode } from "../../audio/index.js";
import { makeFolder } from "../../files/folder.js";
import { saveWav } from "../../files/save-wav.js";
import { BadArguments, formatOf, onlyFile, readArguments, rowOptions } from "../arguments.js";
import { rowWriter } from "../format.js";
import { messages } from "../messages.js";
import { print } from "../output.js";
import { withSource } from "../reading.js";
import type { Command } from "./index.js";

const COLUMNS = ["file", "kind", "ssrc", "call_id", "seconds", "samples", "lost_packets"];
const MODES = ["rtp", "jitter-buffer", "uninterrupted"];

/** Writes one mono WAV a stream and one stereo WAV a call. */
export const run: Command["run"] = (args) => {
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
  if (!MODES.includes(values.mode)) throw new BadArguments(messages().badMode(values.mode));
  const mode = values.mode as PlayoutMode;
  const writer = rowWriter(formatOf(values.format), COLUMNS, print);
  return withSource(path, async (source) => {
    const capture = await openBytes(source, { heuristic });
    makeFolder(out);
    const callOf = new Map(capture.calls.flatMap((call) => call.streams.map((stream) => [stream, call] as const)));
    const names = new Set<string>();
    for (const stream of capture.streams) {
      const callId = callOf.get(stream)?.callId;
      if (stream.encrypted) {
        writer.row(["", "stream", stream.ssrc, callId, 0, 0, stream.lost]);
        continue;
      }
      const { source: from, destination: to } = stream;
      const name = fresh(names, `${from.address}_${from.port}-${to.address}_${to.port}-${stream.ssrc}`);
      const written = save(stream.recording(mode), join(out, name));
      writer.row([written.file, "stream", stream.ssrc, callId, written.seconds, written.samples, stream.lost]);
    }
    for (const [i, call] of capture.calls.entries()) {
      if (!call.streams.some((stream) => !stream.encrypted)) continue;
      const written = save(call.recording(mode), join(out, fresh(names, `call-${i + 1}`)));
      writer.row([written.file, "call", "", call.callId, written.seconds, written.samples, lostOf(call.streams)]);
    }
    writer.end();
    return capture.warnings;
  });
};

function save(recording: Recording, file: string) {
  saveWav(recording, file);
  const [channel] = recording.sound.channels;
  return { file, seconds: recording.duration, samples: channel?.length ?? 0 };
}

/** A file name that no earlier file took; colons of IPv6 addresses are no good in one. */
function fresh(names: Set<string>, base: string): string {
  const safe = base.replaceAll(":", ".");
  let name = `${safe}.wav`;
  for (let i = 2; names.has(name); i++) name = `${safe}-${i}.wav`;
  names.add(name);
  return name;
}

function lostOf(streams: Streams): number {
  return streams.reduce((sum, stream) => sum + stream.lost, 0);
}
