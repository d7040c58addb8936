/**
 * Slots of the memory that the main thread shares with the interrupter: where the main thread is; how often it
 * answered; the number of the cell that runs, 0 for none; the cell that is to be interrupted; the number of the cell
 * that began last; whether the interrupter is sending a signal; how many it sent to `vm`.
 */
export const slot = { phase: 0, answers: 1, cell: 2, target: 3, begun: 4, sending: 5, sent: 6 } as const;

/**
 * `script`: inside `vm`, where a signal ends a loop and the kernel goes on. `loop`: anywhere else. `between`: on the way
 * into `vm` or out of it, where that signal would come too early or too late.
 */
export const phase = { loop: 0, script: 1, between: 2 } as const;

/** The signal that is heard there. `vm` takes SIGINT from all others who would listen to it. */
export const signalIn = { [phase.loop]: "SIGUSR2", [phase.script]: "SIGINT" } as const;
