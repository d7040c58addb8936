/** Where Node begins to say why it gives up: stacks of its own, which mean nothing to who wrote the cell. */
const farewell =
  /^(?:----- Native stack trace -----|<--- Last few GCs --->|FATAL ERROR: |# Fatal error in )/m;

/** What a process writes on standard error beside its cells' streams, without what it says when it crashes. */
export class LastWords {
  #words = "";

  /** The part to show now. */
  hear(text: string): string {
    if (this.#words === "") {
      const start = text.search(farewell);
      if (start < 0) return text;
      this.#words = text.slice(start);
      return text.slice(0, start).trimEnd();
    }
    this.#words += text;
    return "";
  }

  /** What was held back: of a process that goes on, another program's. */
  take(): string {
    const words = this.#words;
    this.#words = "";
    return words;
  }

  /** Whether the process had no memory left. */
  get memoryWasFull(): boolean {
    return this.#words.includes("heap out of memory");
  }
}
