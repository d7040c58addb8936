import { readFileSync } from "node:fs";

/** What a phone's microphone took in; the head of speech.txt says whence. */
export interface Speech {
  /** Level of each 100 ms, in dBFS. */
  levels: { "100": number[]; "300": number[] };
  /** Half a second of 300's voice, from 9.0 s on. */
  samples: Int16Array;
}

export function readSpeech(): Speech {
  const text = readFileSync(new URL("speech.txt", import.meta.url), "utf8");
  const part = (title: string) => text.split(`= ${title}\n`)[1].split("=")[0].trim();
  const numbers = (title: string) => part(title).split(/\s+/).map(Number);
  const bytes = Uint8Array.from(Buffer.from(text.split("= samples 300\n")[1], "base64"));
  return {
    levels: { "100": numbers("levels 100"), "300": numbers("levels 300") },
    samples: new Int16Array(bytes.buffer),
  };
}
