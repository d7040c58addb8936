import Module from "node:module";
import { pathToFileURL } from "node:url";

/** The package's modules as a cell may import them, and where they lie. */
export type Modules = Record<string, string>;

/** Lets `import … from "voiplab"` find the kernel's own library from wherever the notebook lies. */
export function resolveLibrary(modules: Modules): void {
  const loader = Module as unknown as { _resolveFilename(request: string, ...rest: unknown[]): string };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, ...rest) {
    return modules[request] ?? resolve.call(this, request, ...rest);
  };
}

/** Makes names known to every cell; a cell may declare its own of the same name. */
export function defineGlobals(names: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(names)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

/** Everything that the library exports. */
export async function loadLibrary(file: string): Promise<Record<string, unknown>> {
  return { ...(await import(pathToFileURL(file).href)) };
}
