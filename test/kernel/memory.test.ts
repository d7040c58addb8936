import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

/** What is asked of a plugin for esbuild. */
interface Plugin {
  setup(build: {
    onLoad(of: { filter: RegExp }, load: (file: { path: string }) => { contents: string }): void;
  }): void;
}

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

it("keeps one byte for each character of the library's text", () => {
  const modules = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  expect(modules).toContain("index.js");
  const wide = modules.filter((name) => /[^\0-\xff]/.test(readFileSync(join(dist, name), "utf8")));
  expect(wide).toEqual([]);
});

describe("the kernel's TypeScript: the text of its package, as far as we know its parts", () => {
  const path = createRequire(createRequire(import.meta.url).resolve("tslab/dist/converter.js")).resolve(
    "@tslab/typescript-for-tslab",
  );
  const whole = readFileSync(path, "utf8");
  let text = "";
  beforeAll(async () => {
    const { href } = new URL("../../src/setup/typescript-parts.mjs", import.meta.url);
    const { smallerTypeScript }: { smallerTypeScript: Plugin } = await import(href);
    smallerTypeScript.setup({
      onLoad({ filter }, load) {
        expect(path).toMatch(filter);
        text = load({ path }).contents;
      },
    });
  });

  it("is a thirteenth shorter", () => {
    expect(text.length / whole.length).toBeLessThan(1 - 1 / 13);
  });

  it("has no name of a translation left", () => {
    const names = (of: string) => of.match(/\bdiag\(\d+, \d[^,]*, "\w+_\d+"/g) ?? [];
    expect(names(whole).length).toBeGreaterThan(1900);
    expect(names(text)).toEqual([]);
  });

  it("has all that other parts declare, and all that they call to begin", () => {
    const [, ...parts] = whole.split(/^ {2}\/\/ (?=src\/)/m);
    const others = parts.filter((part) => !/^src\/services\/(?:codefixes|refactors)\//.test(part)).join("");
    const functions = (of: string) => new Set(of.match(/^ {2}(?:async )?function\*? \w+/gm));
    expect(functions(others).size).toBeGreaterThan(3000);
    const left = functions(text);
    expect([...functions(others)].filter((one) => !left.has(one))).toEqual([]);
    const beginnings = (of: string) => new Set(of.match(/\binit_\w+(?=\(\);)/g));
    const begun = new Set([...text.matchAll(/\b(?:var|function) (init_\w+)/g)].map(([, name]) => name));
    expect([...beginnings(whole)].filter((name) => !begun.has(name))).toEqual([]);
  });
});
