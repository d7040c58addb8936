import { readFileSync, writeFileSync } from "node:fs";
import { decodeG711, wavBytes } from "../../src/audio/index.js";

// decode.cjs IN OUT: µ-law at 8 kHz into a WAV file.
const [from, to] = process.argv.slice(2) as [string, string];
const codes = readFileSync(from);
const samples = new Int16Array(codes.length);
decodeG711("PCMU", codes, samples);
writeFileSync(to, wavBytes({ rate: 8000, channels: [samples], start: 0, gaps: [], notes: [] }));
