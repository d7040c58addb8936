import { readFileSync } from "node:fs";
import { decodeG711 } from "../../src/audio/index.js";
import { saveWav } from "../../src/files/save-wav.js";

// decode.cjs IN OUT: µ-law at 8 kHz into a WAV file.
const [from, to] = process.argv.slice(2) as [string, string];
const codes = readFileSync(from);
const samples = new Int16Array(codes.length);
decodeG711("PCMU", codes, samples);
saveWav({ sound: { rate: 8000, channels: [samples], start: 0, gaps: [], notes: [] } }, to);
