/**
 * Tuples of 32-bit integers → dense indices (0, 1, 2 … in order of arrival). Open addressing over one Int32Array,
 * because a Map would need a string or an object for each of a million lookups.
 */
export class TupleTable {
  private keys: Int32Array;
  private slots: Int32Array;
  private count = 0;
  /** The tuple to look up: written by the caller before `find` or `intern`. */
  readonly key: Int32Array;

  constructor(private readonly width: number) {
    this.key = new Int32Array(width);
    this.keys = new Int32Array(64 * width);
    this.slots = new Int32Array(128).fill(-1);
  }

  get size(): number {
    return this.count;
  }

  /** The index of `key`, or -1. */
  find(): number {
    return this.slots[this.slotOf(this.key, 0)]!;
  }

  /** The index of `key`, given to it now if it had none. */
  intern(): number {
    let slot = this.slotOf(this.key, 0);
    if (this.slots[slot] !== -1) return this.slots[slot]!;
    if ((this.count + 1) * 2 > this.slots.length) {
      this.grow();
      slot = this.slotOf(this.key, 0);
    }
    this.keys.set(this.key, this.count * this.width);
    this.slots[slot] = this.count;
    return this.count++;
  }

  /** Word `word` of the tuple with that index. */
  at(index: number, word: number): number {
    return this.keys[index * this.width + word]!;
  }

  private slotOf(tuple: Int32Array, from: number): number {
    const { width, keys, slots } = this;
    let hash = 0x9e3779b9 | 0;
    for (let i = 0; i < width; i++) {
      hash = Math.imul(hash ^ tuple[from + i]!, 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot]!;
      if (index === -1) return slot;
      let i = 0;
      while (i < width && keys[index * width + i] === tuple[from + i]) i++;
      if (i === width) return slot;
    }
  }

  private grow(): void {
    const keys = new Int32Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let index = 0; index < this.count; index++) {
      this.slots[this.slotOf(this.keys, index * this.width)] = index;
    }
  }
}
