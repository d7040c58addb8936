import type { Faces } from "../faces.js";
import type { Command, OTHERS } from "./index.js";

/** Each is loaded when called, so that none pays for another. */
export const otherCommands = (faces: Faces): Record<(typeof OTHERS)[number], Command> => ({
  audio: async (args) => (await import("./audio.js")).run(args),
  frame: async (args) => (await import("./frame.js")).run(args),
  export: async (args) => (await import("./export.js")).run(args, faces),
  lab: async (args) => (await import("./lab.js")).run(args, faces),
  kernel: async (args) => (await import("./kernel.js")).run(args, faces),
});
