/** Milliseconds between two looks. */
const interval = 1000;

/** Calls `end` when the server that started the kernel is gone: killed, it cannot stop its kernels. */
export function watchParent(end: () => void): void {
  const server = Number(process.env.JPY_PARENT_PID);
  if (!Number.isInteger(server) || server <= 1) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !exists(server)) end();
  }, interval).unref();
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
