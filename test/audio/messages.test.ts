import { afterEach, describe, expect, it } from "vitest";
import { type NoteKind, noteText } from "../../src/audio/index.js";
import { setLanguage } from "../../src/language.js";

const KINDS: NoteKind[] = ["restarts", "not-decoded", "overlapping", "dropped", "silence-cut"];

describe("notes", () => {
  afterEach(() => setLanguage("en"));

  it("say what was found, in the reader's language", () => {
    expect(noteText({ kind: "dropped", count: 2 })).toBe(
      "2 packets came outside the jitter buffer and are not heard",
    );
    expect(noteText({ kind: "dropped", count: 1 })).toBe(
      "1 packet came outside the jitter buffer and is not heard",
    );
    setLanguage("fr");
    expect(noteText({ kind: "dropped", count: 2 })).toBe("2 paquets hors du tampon de gigue, non entendus");
    expect(noteText({ kind: "silence-cut", count: 12_000 })).toContain("1.5 s");
  });

  it("have a sentence each, in both languages", () => {
    for (const name of ["en", "fr"] as const) {
      setLanguage(name);
      const texts = KINDS.flatMap((kind) => [1, 31].map((count) => noteText({ kind, count: count * 8000 })));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
