/** Runs with the arguments after the command's name; the exit status. */
export type Command = (args: readonly string[]) => number | Promise<number>;

/** Some of the commands, by their names. */
export type Commands = { readonly [name: string]: Command };

/** Those that print rows of what one pass over a capture finds. */
export const ROWS = ["frames", "sip", "calls", "streams", "registrations"] as const;

export const OTHERS = ["audio", "frame", "export", "lab", "kernel"] as const;
