import Module, { createRequire } from "node:module";

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

/**
 * Makes what the library exports known to every cell. It is loaded with the first cell that mentions one of the names:
 * the function that comes back wants to see a cell before it runs. What names one otherwise (`eval`) loads it as well.
 *
 * @param loaded is called then
 */
export function offerLibrary(
  file: string,
  names: readonly string[],
  loaded: () => void,
): (code: string) => void {
  const mention = new RegExp(`\\b(?:voiplab|${names.join("|")})\\b`);
  let isLoaded = false;

  function load(): void {
    if (isLoaded) return;
    const library = createRequire(file)(file) as Record<string, unknown>;
    isLoaded = true;
    loaded();
    for (const name of names) {
      const isTaken = Object.getOwnPropertyDescriptor(globalThis, name)?.get === undefined;
      if (!isTaken) defineGlobals({ [name]: library[name] });
    }
  }

  for (const name of names) {
    Object.defineProperty(globalThis, name, {
      get() {
        load();
        return Reflect.get(globalThis, name);
      },
      set: (value) => defineGlobals({ [name]: value }),
      configurable: true,
      enumerable: false,
    });
  }
  return (code) => {
    if (mention.test(code)) load();
  };
}
