import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { otherCommands } from "../../src/cli/commands/others.js";
import { rowCommands } from "../../src/cli/commands/rows.js";
import type { Faces } from "../../src/cli/faces.js";
import { main } from "../../src/cli/main.js";
import { scratch } from "../scratch.js";
import { smallCapture } from "./run.js";

/** What would have been written; the processes that do write are in the other tests. */
const written = vi.hoisted(() => ({ out: "", err: [] as string[] }));
vi.mock("../../src/cli/output.js", () => ({
  print: (text: string) => {
    written.out += text;
  },
  complain: (text: string) => written.err.push(text),
}));

const { folder, file } = scratch();
const CAPTURE = file("small.pcap", smallCapture());
const FACES: Faces = {
  exporter: () => Promise.reject(new Error("not asked for")),
  kernel: () => Promise.reject(new Error("not asked for")),
};

const commandsWith = (faces: Faces) => ({ ...rowCommands, ...otherCommands(faces) });

async function run(...args: string[]): Promise<{ status: number; out: string; err: string[] }> {
  written.out = "";
  written.err.length = 0;
  const status = await main(args, commandsWith(FACES));
  return { status, out: written.out, err: written.err.map((line) => line.replaceAll(folder, "…")) };
}

beforeEach(() => {
  for (const name of ["LC_ALL", "LC_MESSAGES"]) vi.stubEnv(name, "");
  vi.stubEnv("LANG", "C.UTF-8");
});
afterEach(() => vi.unstubAllEnvs());

describe("arguments that cannot be understood: status 2 and one line", () => {
  it.each<[name: string, args: string[], line: RegExp]>([
    ["a bad option", ["frames", CAPTURE, "--colour"], /^no option --colour \(see voiplab frames --help\)$/],
    ["a bad short option", ["frames", CAPTURE, "-x"], /^no option -x/],
    ["an option of another command", ["calls", CAPTURE, "--heuristic"], /^no option --heuristic/],
    ["a value missing", ["frames", CAPTURE, "--format"], /^--format: its value is missing/],
    [
      "an option in a value's place",
      ["streams", CAPTURE, "--format", "--heuristic"],
      /^--format: its value is missing/,
    ],
    ["a value too many", ["streams", CAPTURE, "--heuristic=yes"], /^--heuristic: takes no value/],
    ["a bad format", ["sip", CAPTURE, "--format", "xml"], /^--format xml: expected table, tsv or json/],
    ["two files", ["frames", CAPTURE, CAPTURE], /^2 files given, expected one/],
    ["no file", ["frames"], /^no capture file given, expected one \(or - for standard input\)/],
    [
      "an unknown command",
      ["frame-list", CAPTURE],
      /^no command frame-list, expected one of: frames, sip, calls,/,
    ],
    ["a name that every object has", ["toString"], /^no command toString/],
    ["a frame that is none", ["frame", CAPTURE, "zero"], /^zero: expected a frame number, from 1/],
    ["frame 0", ["frame", CAPTURE, "0"], /^0: expected a frame number, from 1/],
    ["a frame past the end", ["frame", CAPTURE, "13"], /^frame 13: the capture has frames 1 to 12/],
    [
      "no frame number",
      ["frame", CAPTURE],
      /^1 argument given, expected two: a capture file and a frame number/,
    ],
    ["no folder to write to", ["audio", CAPTURE], /^--out DIR is missing/],
    [
      "a bad mode",
      ["audio", CAPTURE, "--out", "x", "--mode", "loud"],
      /^--mode loud: expected rtp, jitter-buffer/,
    ],
    [
      "a file in the folder's place",
      ["audio", CAPTURE, "--out", CAPTURE],
      /^…\/small\.pcap: cannot be written/,
    ],
    ["no notebook", ["export", "--out", "x"], /^no notebook given/],
    ["nowhere to export to", ["export", "x.ipynb"], /^--out DIR is missing/],
    ["a bad port", ["lab", "--port", "http"], /^--port http: expected a number from 1 to 65535/],
    ["no action", ["kernel"], /^kernel: expected install or spec/],
    ["a bad action", ["kernel", "remove"], /^kernel remove: expected install or spec/],
  ])("%s", async (_name, args, line) => {
    const { status, out, err } = await run(...args);
    expect([status, out, err.length]).toEqual([2, "", 1]);
    expect(err[0]).toMatch(line);
    expect(err[0]).not.toContain("\n");
  });

  it("no command: the overview too", async () => {
    const { status, out, err } = await run();
    expect([status, err]).toEqual([2, ["no command given"]]);
    expect(out).toContain("voiplab COMMAND");
  });

  it("say so in French to the French", async () => {
    vi.stubEnv("LANG", "fr_FR.UTF-8");
    expect((await run("frames", "--colour")).err).toEqual([
      "pas d’option --colour (voir voiplab frames --help)",
    ]);
    expect((await run("frame", CAPTURE, "99")).err[0]).toMatch(/^trame 99 : la capture a les trames 1 à 12/);
    expect((await run()).err).toEqual(["aucune commande donnée"]);
  });
});

describe("what was not foreseen", () => {
  it("is one line that asks to be told", async () => {
    const { status, err } = await run("kernel", "spec");
    expect([status, err]).toEqual([2, ["unexpected: not asked for; please report it"]]);
  });

  it("is no fault of ours where the system refuses", async () => {
    const refused = Object.assign(new Error("EACCES: permission denied, mkdir '/x'"), { syscall: "mkdir" });
    written.err.length = 0;
    const commands = commandsWith({ ...FACES, kernel: () => Promise.reject(refused) });
    expect(await main(["kernel", "install"], commands)).toBe(2);
    expect(written.err).toEqual(["refused by the system: EACCES: permission denied, mkdir '/x'"]);
  });
});

describe("the language", () => {
  it("is the locale's as POSIX orders it: LC_ALL before LC_MESSAGES before LANG", async () => {
    const french = async (env: Record<string, string>) => {
      for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
      return (await run("--help")).out.includes("FICHIER");
    };
    expect(await french({ LANG: "de_DE.UTF-8" })).toBe(false);
    expect(await french({ LANG: "en_GB.UTF-8", LC_ALL: "fr_CA.UTF-8" })).toBe(true);
    expect(await french({ LANG: "fr_FR.UTF-8", LC_ALL: "", LC_MESSAGES: "en_US.UTF-8" })).toBe(false);
  });
});

const COMMANDS: [name: string, usage: string, options: string[], french: string][] = [
  ["frames", "frames FILE", ["--format F"], "la liste des trames"],
  ["sip", "sip FILE", ["--format F"], "une ligne par message SIP"],
  ["calls", "calls FILE", ["--format F"], "les appels"],
  ["streams", "streams FILE", ["--format F", "--heuristic"], "les flux RTP"],
  ["registrations", "registrations FILE", ["--format F"], "tentative d’enregistrement"],
  [
    "audio",
    "audio FILE --out DIR",
    ["--out DIR", "--mode M", "--heuristic", "--format F"],
    "WAV stéréo par appel",
  ],
  ["frame", "frame FILE NUMBER", ["--format F"], "le détail d’une trame"],
  ["export", "export NOTEBOOK… --out DIR", ["--out DIR", "--no-run", "--kernel "], "une page HTML autonome"],
  ["lab", "lab [DIR]", ["--port N", "--no-browser"], "Lance JupyterLab"],
  ["kernel", "kernel install|spec", ["--user", "--sys-prefix", "--prefix P"], "le noyau voiplab"],
];

describe("help", () => {
  it("shows every command in a line, in both languages", async () => {
    const english = await run("--help");
    vi.stubEnv("LANG", "fr_FR.UTF-8");
    const french = await run("help");
    expect([english.status, english.err, french.status, french.err]).toEqual([0, [], 0, []]);
    for (const [, usage] of COMMANDS) expect(english.out).toContain(`\n  ${usage} `);
    expect(english.out).toMatch(/^usage: voiplab COMMAND …\n/);
    expect(english.out).toContain("\nvoiplab COMMAND --help says more.\n");
    expect(french.out).toContain("  frames FICHIER ");
    expect(french.out.split("\n").length).toBe(english.out.split("\n").length);
    expect(Math.max(...english.out.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it.each(COMMANDS)("of %s says how to use it, in both languages", async (name, usage, options, french) => {
    const english = await run(name, "--help");
    vi.stubEnv("LANG", "fr_FR.UTF-8");
    const translated = await run(name, "whatever", "-h");
    expect([english.status, english.err, translated.status, translated.err]).toEqual([0, [], 0, []]);
    expect(english.out.split("\n")[0]).toBe(`usage: voiplab ${usage}`);
    expect(translated.out).toContain(french);
    for (const { out } of [english, translated]) {
      for (const option of options) expect(out).toContain(`\n  ${option}`);
    }
  });
});
