import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build, type Metafile } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The library as one script for browsers, and what went into it. */
export interface Bundle {
  code: string;
  metafile: Metafile;
}

/**
 * Bundles `src/core.ts` for browsers. pcap-parser, written for Node, gets `util` and `events` by npm's packages of
 * these names, no `fs`, and `process.nextTick` and `process.env`, which `util` asks for.
 */
export async function browserBundle(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["src/core.ts"],
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "iife",
    globalName: "voiplab",
    target: "es2022",
    loader: { ".css": "text", ".page.js": "text" },
    alias: { util: "util/", events: "events/", fs: "./test/browser/no-fs.js" },
    define: { "process.nextTick": "queueMicrotask", "process.env": "{}" },
    logLevel: "silent",
  });
  return { code: outputFiles[0]!.text, metafile };
}

/** What a page has, and Node's names for the same. */
const WEB = [
  "TextDecoder",
  "TextEncoder",
  "DecompressionStream",
  "Blob",
  "File",
  "Response",
  "ReadableStream",
  "btoa",
  "atob",
  "URL",
  "queueMicrotask",
  "setTimeout",
  "console",
] as const;

/** A context with what the language and the web have, and nothing of Node's. */
export function page(given: Record<string, unknown> = {}): (script: string) => unknown {
  const web = Object.fromEntries(WEB.map((name) => [name, globalThis[name]]));
  const context = createContext({ ...web, ...given });
  runInContext("globalThis.window = globalThis.self = globalThis", context);
  return (script) => runInContext(script, context);
}
