/** Columns of what is remembered of each TCP frame. */
export const TcpNote = {
  /** Index of the connection. */
  connection: 0,
  findings: 1,
  scale: 2,
  /** What is subtracted for relative numbers. */
  base: 3,
  ackBase: 4,
  duplicates: 5,
  duplicateOf: 6,
  /** The frame that this one acknowledges, and after how many nanoseconds (32 bits, 0 = longer). */
  acknowledged: 7,
  roundTrip: 8,
  /** How the payload was read: `Reading`. */
  reading: 9,
  serverPort: 10,
  /** Who read it as a stream: a number of `Readers`, or 0. */
  reader: 11,
} as const;
