import type { Faces } from "../faces.js";

/** A command of `voiplab`; loaded when called, so that none pays for another. */
export interface Command {
  /** Runs with the arguments after its name; the exit status. */
  run(args: readonly string[], faces: Faces): number | Promise<number>;
}

export const commands: { readonly [name: string]: () => Promise<Command> } = {
  frames: () => import("./frames.js"),
  sip: () => import("./sip.js"),
  calls: () => import("./calls.js"),
  streams: () => import("./streams.js"),
  registrations: () => import("./registrations.js"),
  audio: () => import("./audio.js"),
  frame: () => import("./frame.js"),
  export: () => import("./export.js"),
  lab: () => import("./lab.js"),
  kernel: () => import("./kernel.js"),
};
