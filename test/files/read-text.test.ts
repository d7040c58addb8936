import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { FileError, readText } from "../../src/index.js";
import { setLanguage } from "../../src/language.js";
import { scratch } from "../scratch.js";

const { folder } = scratch();
afterEach(() => setLanguage("en"));

describe("readText", () => {
  it("gives a file's text, by path or URL", () => {
    const path = join(folder, "extensions.conf");
    writeFileSync(path, "; Accéder au menu\n[local]\n");
    expect(readText(path)).toBe("; Accéder au menu\n[local]\n");
    expect(readText(pathToFileURL(path))).toBe(readText(path));
  });

  it("says clearly what it cannot read", () => {
    const path = join(folder, "sip.conf");
    expect(() => readText(path)).toThrow(
      new FileError(`${path}: no such file; check the path, seen from the current folder`),
    );
    setLanguage("fr");
    expect(() => readText(folder)).toThrow(`${folder} : c’est un dossier, un fichier de texte était attendu`);
  });
});
