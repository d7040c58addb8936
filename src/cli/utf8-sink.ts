import type { RecurringText } from "../dissect/protocol.js";

/** Bytes are handed on in pieces of about this length. */
const PIECE = 1 << 16;

/** A character takes three bytes of UTF-8 at most; a text that is longer is handed on by itself. */
const LONGEST = PIECE / 4;

const ZERO = 0x30;
const MOST_DIGITS = 10;

/**
 * Gathers text as bytes of UTF-8, without making a string of each line first. Tabs and line ends within texts are
 * written as escapes: `\t`.
 */
export class Utf8Sink {
  private readonly bytes = new Uint8Array(PIECE);
  private at = 0;

  constructor(private readonly write: (bytes: Uint8Array) => void) {}

  flush(): void {
    this.write(this.bytes.subarray(0, this.at));
    this.at = 0;
  }

  /** One byte, as it is. */
  byte(value: number): void {
    if (this.at === PIECE) this.flush();
    this.bytes[this.at++] = value;
  }

  text(value: string): void {
    const { length } = value;
    if (length > LONGEST) {
      this.flush();
      this.write(encoded(value));
      return;
    }
    const { bytes, at } = this.room(3 * length);
    for (let i = 0; i < length; i++) {
      const code = value.charCodeAt(i);
      if (code < 0x20 || code > 0x7e) {
        const rest = new TextEncoder().encodeInto(escaped(value.slice(i)), bytes.subarray(at + i));
        this.at = at + i + rest.written;
        return;
      }
      bytes[at + i] = code;
    }
    this.at = at + length;
  }

  recurring(text: RecurringText): void {
    text.written ??= encoded(text.text);
    const { written } = text;
    if (written.length > PIECE) {
      this.flush();
      this.write(written);
      return;
    }
    const { bytes, at } = this.room(written.length);
    bytes.set(written, at);
    this.at = at + written.length;
  }

  /** A whole number from 0 to 2³² − 1. */
  wholeNumber(value: number): void {
    let digits = 1;
    for (let ten = 10; digits < MOST_DIGITS && value >= ten; ten *= 10) digits++;
    this.digits(value, digits);
  }

  /** So many digits of a number of 32 bits, with zeros before it. */
  digits(value: number, count: number): void {
    const { bytes, at } = this.room(count);
    const tenth = Math.floor(value / 10);
    bytes[at + count - 1] = ZERO + (value - 10 * tenth);
    let rest = tenth | 0; // of 31 bits from here on: its divisions are those of integers
    for (let place = at + count - 2; place >= at; place--) {
      const next = (rest / 10) | 0;
      bytes[place] = ZERO + (rest - 10 * next);
      rest = next;
    }
    this.at = at + count;
  }

  private room(length: number): this {
    if (this.at + length > PIECE) this.flush();
    return this;
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(escaped(text));
}

function escaped(text: string): string {
  return text.replaceAll("\t", "\\t").replaceAll("\r", "\\r").replaceAll("\n", "\\n");
}
