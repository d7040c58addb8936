import vm from "node:vm";

const key = Symbol.for("voiplab.script");

/** A way to call functions inside a script, out of which `vm` throws when it hears SIGINT. */
export function createBreakable(): <T>(run: () => T) => T {
  let current: (() => unknown) | undefined;
  Object.defineProperty(globalThis, key, { value: () => current?.() });
  const script = new vm.Script(`globalThis[Symbol.for(${JSON.stringify(key.description)})]()`, {
    filename: "node:voiplab",
  });
  return (run) => {
    current = run;
    return script.runInThisContext({ breakOnSigint: true });
  };
}
