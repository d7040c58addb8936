/** What the user is told in one line, and the exit status that goes with it. */
export class ExportError extends Error {
  constructor(
    readonly status: 1 | 2 | 130,
    sentence: string,
  ) {
    super(sentence);
  }
}
