import { run as calls } from "./calls.js";
import { run as frames } from "./frames.js";
import type { Command, ROWS } from "./index.js";
import { run as registrations } from "./registrations.js";
import { run as sip } from "./sip.js";
import { run as streams } from "./streams.js";

/** They have nearly all in common, and are loaded at once. */
export const rowCommands: Record<(typeof ROWS)[number], Command> = {
  frames,
  sip,
  calls,
  streams,
  registrations,
};
