/** What is used of pcap-parser 0.2.1, which brings no types. */
declare module "pcap-parser" {
  export interface PacketHeader {
    timestampSeconds: number;
    /** In a file whose magic was translated: nanoseconds. */
    timestampMicroseconds: number;
    capturedLength: number;
    originalLength: number;
  }

  /** As much of a `Buffer` as the parser asks of the data that it is given. */
  export interface Data {
    readonly length: number;
    toString(encoding: "hex", start: number, end: number): string;
    slice(start: number, end?: number): Data;
    readUInt16LE(offset: number): number;
    readUInt16BE(offset: number): number;
    readInt32LE(offset: number): number;
    readInt32BE(offset: number): number;
    readUInt32LE(offset: number): number;
    readUInt32BE(offset: number): number;
  }

  /** As much of a `Readable` as the parser asks of the stream that it reads. */
  export interface Stream<D extends Data> {
    pause(): void;
    resume(): void;
    on(event: "data", listener: (data: D) => void): void;
    on(event: "error" | "end", listener: (error?: Error) => void): void;
  }

  export interface Parser<D extends Data> {
    on(event: "packet", listener: (packet: { header: PacketHeader; data: D }) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
  }

  export function parse<D extends Data>(stream: Stream<D>): Parser<D>;
}
