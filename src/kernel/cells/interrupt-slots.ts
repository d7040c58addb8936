/**
 * Slots of the memory that the main thread shares with the interrupter: where the main thread is; how often it
 * answered; the number of the cell that runs, 0 for none; the cell that is to be interrupted.
 */
export const slot = { phase: 0, answers: 1, cell: 2, target: 3 } as const;

/** `script`: inside `vm`, where SIGINT ends a loop and the kernel goes on. `loop`: anywhere else. */
export const phase = { loop: 0, script: 1 } as const;
