/** What the reader of a stream may wait for before it can go on, beside a number of bytes. */
export const Wanted = {
  /** Any further byte. */
  any: 1,
  /** The end of a line. */
  line: -1,
  /** An empty line, which ends headers. */
  emptyLine: -2,
  /** The end of the connection. */
  close: -3,
} as const;
