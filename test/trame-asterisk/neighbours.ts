import { ber, berOid, text } from "../dissect/application/bytes-of.js";
import { hex, join, long, word } from "../packets/bytes.js";
import { arp, ethernet } from "../packets/network.js";
import type { Host, Hosts } from "./hosts.js";
import { back, datagram, echo, type Sent, type Way } from "./sent.js";

// What else passes on the network while the telephones talk.

/** The telephone shows itself to Ubiquiti's other devices: types, lengths and values, in a block of 256 bytes. */
export function discovery(at: number, { user1, everyone }: Hosts, sourcePort: number, number: number): Sent {
  const value = (type: number, bytes: Uint8Array) => join([type], word(bytes.length), bytes);
  const mac = hex(user1.mac.replaceAll(":", ""));
  const values = join(
    value(0x01, mac),
    value(0x02, join(mac, user1.address.split(".").map(Number))),
    value(0x03, text("UVP.5.0.14.660")),
    value(0x0a, long(1834 + Math.floor(at / 1e6))), // seconds it has been on
    value(0x0b, text("UVP-PRO")),
    value(0x0c, text("UP5t")),
    value(0x12, long(number)),
    value(0x16, text("5.0.14.660")),
  );
  const ports = { sourcePort, destinationPort: 10_001 };
  const block = join([2, 6], word(values.length), values);
  return datagram(at, { from: user1, to: everyone }, ports, join(block, new Uint8Array(256 - block.length)));
}

/** A `ping -c 1` of the telephone's and its answer. */
export function ping(at: number, { user1, server }: Hosts, id: number, answered: number): Sent[] {
  const way = { from: user1, to: server };
  return [echo(at, way, "request", id), echo(answered, back(way), "reply", id, at)];
}

/** Line ends that keep an address translator's entry alive (RFC 5626 §3.5.1). */
export function keepAlive(at: number, way: Way, lineEnds: number): Sent {
  return datagram(at, way, { sourcePort: 5060, destinationPort: 5060 }, text("\r\n".repeat(lineEnds)));
}

/** Windows asks a network printer that is out of reach for its state, and whether it has paper and ink. */
export function printerState(at: number, { pc, printer }: Hosts, request: number): Sent {
  const number = (value: number) => ber(2, Uint8Array.of(value));
  const asked = ["3.2.1.5.1", "3.5.1.1.1", "3.5.1.2.1"].map((end) =>
    ber(0x30, berOid(`1.3.6.1.2.1.25.${end}`), ber(5)),
  );
  const get = ber(0xa0, ber(2, word(request)), number(0), number(0), ber(0x30, ...asked));
  const message = ber(0x30, number(0), ber(4, text("public")), get);
  return datagram(at, { from: pc, to: printer }, { sourcePort: 51_733, destinationPort: 161 }, message);
}

/** Whether a host is still where it was: a request to it alone, and its reply. The server's frames are filled up. */
export function arpProbe(
  at: number,
  { from, to }: Way,
  answered: number,
  server: "asks" | "answers",
): Sent[] {
  const one = (time: number, request: boolean, sender: Host, target: Host, filling: number): Sent => {
    const known = request ? { address: target.address, mac: "00:00:00:00:00:00" } : target;
    const message = arp({ operation: request ? 1 : 2, sender, target: known });
    const filled = join(message, new Uint8Array(filling));
    return { at: time, frame: () => ethernet(sender.mac, target.mac, 0x0806, filled) };
  };
  const fillings = server === "asks" ? ([18, 0] as const) : ([0, 18] as const);
  return [one(at, true, from, to, fillings[0]), one(answered, false, to, from, fillings[1])];
}
