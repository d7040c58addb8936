// drawn anew for each run, so that no capture can be made whose tuples all fall into one slot
const MULTIPLIER = (Math.floor(Math.random() * 2 ** 31) * 2 + 1) | 0;

/**
 * Tuples of 32-bit integers → dense indices (0, 1, 2 … in order of arrival). Open addressing over Int32Arrays,
 * because a Map would need a string or an object for each of a million look-ups.
 */
export class TupleTable {
  private keys: Int32Array;
  private hashes = new Int32Array(64);
  private slots = new Int32Array(128).fill(-1);
  /** A slot is the upper bits of a hash: these are the ones that multiplying mixes. */
  private shift = 25;
  private count = 0;
  /** The tuple to look up: written by the caller before `find` or `intern`. */
  readonly key: Int32Array;
  /** How many words of `key` count. The first word must tell tuples of unlike lengths apart. */
  used: number;

  constructor(private readonly width: number) {
    this.key = new Int32Array(width);
    this.used = width;
    this.keys = new Int32Array(64 * width);
  }

  get size(): number {
    return this.count;
  }

  /** The index of `key`, or -1. */
  find(): number {
    return this.slots[this.slotOf(this.hash())]!;
  }

  /** The index of a tuple of two, or -1; a little faster than by `key`. */
  findPair(first: number, second: number): number {
    const { width, keys, slots } = this;
    const hash = spread(mixed(mixed(0, first), second));
    const mask = slots.length - 1;
    for (let slot = hash >>> this.shift; ; slot = (slot + 1) & mask) {
      const index = slots[slot]!;
      if (index === -1) return -1;
      const at = index * width;
      if (keys[at] === first && keys[at + 1] === second) return index;
    }
  }

  /** The index of `key`, given to it now if it had none. */
  intern(): number {
    const hash = this.hash();
    let slot = this.slotOf(hash);
    if (this.slots[slot] !== -1) return this.slots[slot]!;
    if ((this.count + 1) * 2 > this.slots.length) {
      this.grow();
      slot = this.slotOf(hash);
    }
    this.key.fill(0, this.used);
    this.keys.set(this.key, this.count * this.width);
    this.hashes[this.count] = hash;
    this.slots[slot] = this.count;
    return this.count++;
  }

  /** Word `word` of the tuple with that index. */
  at(index: number, word: number): number {
    return this.keys[index * this.width + word]!;
  }

  private hash(): number {
    let hash = 0;
    for (let i = 0; i < this.used; i++) hash = mixed(hash, this.key[i]!);
    return spread(hash);
  }

  private slotOf(hash: number): number {
    const { width, used, keys, key, slots } = this;
    const mask = slots.length - 1;
    for (let slot = hash >>> this.shift; ; slot = (slot + 1) & mask) {
      const index = slots[slot]!;
      if (index === -1) return slot;
      let i = 0;
      while (i < used && keys[index * width + i] === key[i]) i++;
      if (i === used) return slot;
    }
  }

  private grow(): void {
    const { count } = this;
    const keys = new Int32Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    this.shift--;
    const mask = this.slots.length - 1;
    for (let index = 0; index < count; index++) {
      let slot = hashes[index]! >>> this.shift;
      while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
      this.slots[slot] = index;
    }
  }
}

/** A hash of a tuple's words so far and the next one. */
export function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, MULTIPLIER);
  return product ^ (product >>> 16);
}

/** The hash of all words, whose upper bits are the slot. */
export function spread(hash: number): number {
  return Math.imul(hash, MULTIPLIER);
}
