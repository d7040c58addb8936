import { afterEach, expect, test } from "vitest";
import { player } from "../../src/display/index.js";
import { setLanguage } from "../../src/language.js";

const options = {
  title: "user1 → user3",
  wav: new TextEncoder().encode("RIFF....WAVE"),
  fileName: "call-user1-user3.wav",
  seconds: 72.5,
  rate: 8000,
  channels: 2,
  codec: "G.711 µ-law",
  lost: 1,
};

afterEach(() => setLanguage("en"));

test("says in plain text what it holds", () => {
  expect(player(options)["text/plain"]).toBe(
    "audio: user1 → user3, 72.5 s, 8,000 Hz, stereo, G.711 µ-law, 1 packet lost",
  );
  setLanguage("fr");
  expect(player({ ...options, channels: 1, lost: 0 })["text/plain"]).toBe(
    "audio : user1 → user3, 72,5 s, 8\u202f000 Hz, mono, G.711 µ-law, 0 paquet perdu",
  );
});

test("holds the sound once, with controls that work without a script", () => {
  const markup = player(options)["text/html"] as string;
  const sound = Buffer.from(options.wav).toString("base64");
  expect(markup.split(sound)).toHaveLength(2);
  expect(markup).toContain(
    `<audio controls preload="metadata" aria-label="user1 → user3" src="data:audio/wav;base64,${sound}">`,
  );
  expect(markup).toContain('download="call-user1-user3.wav"');
});

test("a file name stays in its folder", () => {
  const name = (fileName: string) =>
    / download="([^"]*)"/.exec(player({ ...options, fileName })["text/html"] as string)![1];
  expect(name("../../etc/passwd")).toBe("etc-passwd");
  expect(name("sip:100@h/..\\x\u0000.wav")).toBe("sip-100-h-..-x-.wav");
  expect(name("…")).toBe("audio.wav");
  expect(name("x".repeat(500))).toHaveLength(120);
});

test("draws who speaks, a lane each", () => {
  const samples = Int16Array.from({ length: 8000 }, (_, i) => 20_000 * Math.sin(i / 7));
  const waves = ["user1", "user3"].map((label) => ({ label, samples }));
  const markup = player({ ...options, waves })["text/html"] as string;
  expect(markup).toContain("user1 (left)");
  expect(markup).toContain("user3 (right)");
  const svg = Buffer.from(/svg\+xml;base64,([\w+/=]+)/.exec(markup)![1]!, "base64").toString();
  expect(svg.match(/<path /g)).toHaveLength(2);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});
