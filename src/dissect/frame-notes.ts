/**
 * What is remembered of single frames: rows of 32-bit integers, found by the frame's number. Frames come in order,
 * so a row costs its integers and no more.
 */
export class FrameNotes {
  private rows: Int32Array;
  private count = 0;

  constructor(private readonly width: number) {
    this.rows = new Int32Array(16 * (width + 1));
  }

  /** Adds a row of zeros for a frame that no earlier row is of; its index. */
  add(frame: number): number {
    const start = this.count * (this.width + 1);
    if (start + this.width + 1 > this.rows.length) {
      const rows = new Int32Array(this.rows.length * 2);
      rows.set(this.rows);
      this.rows = rows;
    }
    this.rows[start] = frame;
    return this.count++;
  }

  /** The last row of a frame, or -1. */
  find(frame: number): number {
    const { rows, width } = this;
    const last = this.count - 1;
    if (last === -1 || rows[last * (width + 1)]! < frame) return -1;
    if (rows[last * (width + 1)] === frame) return last; // as on the first pass
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle * (width + 1)]! > frame) high = middle;
      else low = middle + 1;
    }
    return low > 0 && rows[(low - 1) * (width + 1)] === frame ? low - 1 : -1;
  }

  frame(row: number): number {
    return this.rows[row * (this.width + 1)]!;
  }

  get(row: number, column: number): number {
    return this.rows[row * (this.width + 1) + 1 + column]!;
  }

  set(row: number, column: number, value: number): void {
    this.rows[row * (this.width + 1) + 1 + column] = value;
  }
}
