import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeG711 } from "../../src/audio/index.js";
import { writeCapture } from "./captures.js";
import { kernels } from "./kernels.js";
import { interleaved, peer, runInto } from "./measure.js";
import { compare, type Line, reportOf } from "./report.js";
import {
  ourStreams,
  requireSameBytes,
  requireSameRows,
  requireSameStreams,
  scannedStreams,
  tsharkStreams,
} from "./same.js";

const [root, folder, rounds = "5", ...wanted] = process.argv.slice(2) as [
  string,
  string,
  string?,
  ...string[],
];
const ROUNDS = Number(rounds);
const MILLION = 1_000_000;
const LESSON = join(root, "notebooks/captures/01-call-100-to-300.pcapng");
const COLUMNS = ["No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"];

const tshark = peer("tshark");
const place = (name: string) => join(folder, name);
const voiplab = (...words: string[]) => [process.execPath, join(root, "dist/cli.js"), ...words];
const tsharkStreamsOf = (path: string) => [tshark, "-n", "-r", path, "-q", "-z", "rtp,streams"];
const tsharkListOf = (path: string) => [
  ...[tshark, "-n", "-r", path, "-T", "fields"],
  ...COLUMNS.flatMap((column) => ["-e", `_ws.col.${column}`]),
];

/** `voiplab streams` of a million frames against tshark, and of pcapng against the scan in C. */
function streams(): Line[] {
  const scan = place("scan");
  execFileSync(peer("gcc"), ["-O2", "-o", scan, join(root, "test/bench/scan.c"), "-lm"]);
  const [pcapng, pcap] = [place("million.pcapng"), place("million.pcap")];
  writeCapture(pcap, "pcap", MILLION);
  for (const [i, program] of [
    voiplab("streams", pcapng),
    tsharkStreamsOf(pcapng),
    [scan, pcapng],
    voiplab("streams", pcap),
  ].entries()) {
    runInto(place(`streams-${i}`), program);
  }
  const ours = ourStreams(place("streams-0"));
  requireSameStreams(ours, tsharkStreams(place("streams-1")), "tshark");
  requireSameStreams(ours, scannedStreams(place("streams-2")), "the scan");
  requireSameBytes(place("streams-0"), place("streams-3"));

  const [own, theirs, scanned, ownOfPcap, theirsOfPcap] = interleaved(ROUNDS, place("out"), [
    voiplab("streams", pcapng),
    tsharkStreamsOf(pcapng),
    [scan, pcapng],
    voiplab("streams", pcap),
    tsharkStreamsOf(pcap),
  ]);
  return [
    compare("streams of 1,000,000 frames", "wall", own!, ["tshark", theirs!], 0.07),
    compare("streams of 1,000,000 frames", "cpu", own!, ["tshark", theirs!], 0.07),
    compare("streams of 1,000,000 frames", "memory", own!, ["tshark", theirs!], 0.2),
    compare("streams of 1,000,000 frames", "wall", own!, ["C scan", scanned!], 5),
    compare("streams of 1,000,000 frames", "cpu", own!, ["C scan", scanned!], 5),
    compare("the same as pcap", "wall", ownOfPcap!, ["tshark", theirsOfPcap!], 0.2),
  ];
}

/** `voiplab frames` of a million frames against tshark with the same columns. */
function list(): Line[] {
  const pcapng = place("million.pcapng");
  runInto(place("list-0"), voiplab("frames", pcapng));
  runInto(place("list-1"), tsharkListOf(pcapng));
  requireSameRows(place("list-0"), place("list-1"));
  const [own, theirs] = interleaved(ROUNDS, place("out"), [voiplab("frames", pcapng), tsharkListOf(pcapng)]);
  return [
    compare("frames of 1,000,000 frames", "wall", own!, ["tshark", theirs!], 0.06),
    compare("frames of 1,000,000 frames", "memory", own!, ["tshark", theirs!], 0.25),
  ];
}

/** Five million frames: the time a frame against that of a million, and what an open capture keeps of each. */
function growth(): Line[] {
  const [small, large] = [place("million.pcapng"), place("five-million.pcapng")];
  writeCapture(large, "pcapng", 5 * MILLION);
  const [one, five] = interleaved(ROUNDS, place("out"), [
    voiplab("streams", small),
    voiplab("streams", large),
  ]);
  const kept = Number(
    execFileSync(process.execPath, ["--expose-gc", join(root, "test/bench/kept.mjs"), large], {
      encoding: "utf8",
    }),
  );
  return [
    {
      work: "streams, wall a frame, of 5,000,000 frames against 1,000,000",
      ours: `${(five!.wall / 5).toFixed(2)} µs`,
      peer: `${one!.wall.toFixed(2)} µs`,
      ratio: five!.wall / 5 / one!.wall,
      goal: 1.2,
    },
    {
      work: "bytes that an open capture keeps a frame",
      ours: kept.toFixed(1),
      peer: "1",
      ratio: kept,
      goal: 32,
    },
  ];
}

/** Whole commands on a lesson's capture, where starting is most of the work. */
function lesson(): Line[] {
  const [streamsOurs, streamsTheirs, listOurs, listTheirs] = interleaved(2 * ROUNDS, place("out"), [
    voiplab("streams", LESSON),
    tsharkStreamsOf(LESSON),
    voiplab("frames", LESSON),
    tsharkListOf(LESSON),
  ]);
  return [
    compare("streams of a lesson's capture", "wall", streamsOurs!, ["tshark", streamsTheirs!], 0.4),
    compare("frames of a lesson's capture", "wall", listOurs!, ["tshark", listTheirs!], 0.4),
  ];
}

/** One hour of µ-law into WAV, against sox. */
function sound(): Line[] {
  const [codes, own, theirs] = [place("hour.ul"), place("own.wav"), place("sox.wav")];
  const samples = Int16Array.from({ length: 3600 * 8000 }, (_, i) => ((i * 2741) & 0xffff) - 0x8000);
  writeFileSync(codes, encodeG711("PCMU", samples));
  const decode = [process.execPath, place("decode.cjs"), codes, own];
  const sox = [peer("sox"), "-t", "ul", "-r", "8000", "-c", "1", codes, "-b", "16", "-e", "signed", theirs];
  const [ours, peers] = interleaved(ROUNDS, place("out"), [decode, sox]);
  requireSameBytes(own, theirs);
  return [compare("an hour of G.711 into WAV", "wall", ours!, ["sox", peers!], 1.3)];
}

/** Our kernel against the kernel whose compiler it uses. */
function kernel(): Line[] {
  return kernels(root, place("kernel.mjs"), 2 * ROUNDS);
}

const PARTS: Readonly<Record<string, () => Line[]>> = { streams, list, growth, lesson, sound, kernel };
const parts = wanted.length === 0 ? Object.keys(PARTS) : wanted;

for (const name of ["tshark", "sox", "gcc", "time"]) peer(name);
if (parts.some((name) => name !== "kernel")) writeCapture(place("million.pcapng"), "pcapng", MILLION);
console.log(reportOf(parts.flatMap((name) => PARTS[name]!())));
