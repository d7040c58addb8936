/** One line for whoever reads the server's log. */
export function log(text: string): void {
  process.stderr.write(`voiplab kernel: ${text}\n`);
}
