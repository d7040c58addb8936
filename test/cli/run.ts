import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { captureOf, dialog, voice } from "../voip/story.js";

/** The built command, as package.json's `bin` has it. */
export const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export interface Ran {
  status: number | null;
  out: string;
  err: string;
}

export interface Setting {
  /** Pieces written to standard input, one after the other; closed at once where there are none. */
  input?: readonly Uint8Array[];
  /** Awaited between two pieces. */
  between?: () => Promise<unknown>;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** The user to run as. */
  uid?: number;
}

/** Runs `voiplab` in English, unless the environment says otherwise. */
export async function voiplab(
  args: readonly string[],
  { input = [], between, env, cwd, uid }: Setting = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    env: { ...withoutLocale(process.env), LANG: "C.UTF-8", ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const text = async (stream: AsyncIterable<Buffer>) => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    return Buffer.concat(pieces).toString("utf8");
  };
  const ended = new Promise<number | null>((done) => child.on("close", done));
  child.stdin.on("error", () => {}); // the command may end before it has read all
  const [out, err] = [text(child.stdout), text(child.stderr)];
  for (const [i, piece] of input.entries()) {
    if (i > 0) await between?.();
    await new Promise((done) => child.stdin.write(piece, done));
  }
  child.stdin.end();
  return { out: await out, err: await err, status: await ended };
}

function withoutLocale(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:LC_.*|LANG|LANGUAGE)$/.test(name)));
}

/** The rows of TSV, by column. */
export function rowsOf(tsv: string): Record<string, string>[] {
  const [head = "", ...lines] = tsv.replace(/\n$/, "").split("\n");
  const columns = head.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [columns[i], cell])));
}

const PHONE = "10.0.0.10";
const SERVER = "10.0.0.12";

/** A phone registers, calls, is answered, speaks for 60 ms and hangs up: 12 frames. */
export function smallCapture(): Uint8Array {
  return captureOf(
    dialog(
      { caller: PHONE, callee: SERVER, callId: "reg" },
      "0 → REGISTER 7 | Contact: <sip:10@10.0.0.10>;expires=60\n0.25 ← 200 REGISTER 7",
    ),
    dialog(
      { caller: PHONE, callee: SERVER, callId: "call" },
      `1 → INVITE 1 audio=4000
       1.5 ← 180 INVITE 1
       2 ← 200 INVITE 1 audio=5000
       2.125 → ACK 1
       9 → BYE 2
       9.5 ← 200 BYE 2`,
    ),
    voice(3, `${PHONE}:4000`, `${SERVER}:5000`, { ssrc: 0x2cf77874 }),
    voice(3.01, `${SERVER}:5000`, `${PHONE}:4000`, { ssrc: 0xf, packets: 1 }),
  );
}
