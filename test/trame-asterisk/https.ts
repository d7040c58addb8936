import { join, word } from "../packets/bytes.js";
import { type Ports, TCP } from "../packets/network.js";
import { Chance } from "./chance.js";
import type { Hosts } from "./hosts.js";
import { back, type Sent, segment, type Way } from "./sent.js";

/** An encrypted TLS record (RFC 5246 §6.2.3) of so many bytes in all; what it says is anybody's guess. */
const record = (chance: Chance, length: number) =>
  join([23, 3, 3], word(length - 5), chance.bytes(length - 5));

interface Said {
  flags?: number;
  payload?: Uint8Array;
  filling?: number;
}

/** A TCP connection that was there before the capture. */
class Connection {
  constructor(
    private readonly way: Way,
    private readonly ports: Ports,
    private readonly windows: { own: number; theirs: number },
    private seq: number,
    private ack: number,
  ) {}

  /** A segment that one side sends. */
  own(at: number, said: Said = {}): Sent {
    const { seq, ack } = this;
    this.seq += lengthOf(said);
    return this.sent(at, this.way, this.ports, { seq, ack, window: this.windows.own }, said);
  }

  /** One that the other sends. */
  theirs(at: number, said: Said = {}): Sent {
    const { seq: ack, ack: seq } = this;
    this.ack += lengthOf(said);
    const ports = { sourcePort: this.ports.destinationPort, destinationPort: this.ports.sourcePort };
    return this.sent(at, back(this.way), ports, { seq, ack, window: this.windows.theirs }, said);
  }

  private sent(
    at: number,
    way: Way,
    ports: Ports,
    numbers: { seq: number; ack: number; window: number },
    { flags = 0, payload = new Uint8Array(), filling }: Said,
  ): Sent {
    const pushed = payload.length > 0 ? TCP.push : 0;
    return segment(at, way, { ...ports, ...numbers, flags: flags | pushed | TCP.ack }, payload, filling);
  }
}

/** What a segment adds to its sender's numbers: its bytes, and one for FIN (RFC 9293 §3.4). */
const lengthOf = ({ flags = 0, payload }: Said) => (payload?.length ?? 0) + (flags & TCP.fin ? 1 : 0);

/** The PC's HTTPS connection that ends as the capture begins: 64 bytes in three records, and it goes. */
export function lastWords({ pc, web }: Hosts): Sent[] {
  const chance = new Chance(0x00c0_ffee);
  const ports = { sourcePort: 47_441, destinationPort: 443 };
  const windows = { own: 511, theirs: 501 };
  const connection = new Connection({ from: pc, to: web }, ports, windows, 0x6b21_09d4, 0x2f8e_5510);
  return [
    ...[22, 21, 21].map((length) => connection.theirs(1_037_300, { payload: record(chance, length) })),
    connection.own(1_437_471),
    connection.own(1_437_605, { flags: TCP.fin }),
    connection.theirs(1_479_350, { filling: 2 }),
    connection.theirs(1_700_810),
  ];
}

/** Another one, on which the PC asks something at each of these times. */
export function questions(times: readonly number[], { pc, web }: Hosts): Sent[] {
  const chance = new Chance(0x0bad_cafe);
  const ports = { sourcePort: 47_436, destinationPort: 443 };
  const windows = { own: 512, theirs: 501 };
  const connection = new Connection({ from: pc, to: web }, ports, windows, 0x81d0_3c55, 0x40be_7720);
  return times.flatMap((asked) => {
    const answered = asked + 31_000 + chance.below(9000);
    return [
      connection.own(asked, { payload: record(chance, 60 + chance.below(30)) }),
      connection.theirs(answered, { payload: record(chance, 300 + chance.below(900)) }),
      connection.own(answered + 40_000 + chance.below(9000)),
    ];
  });
}
