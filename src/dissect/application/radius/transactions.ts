import { Endpoints } from "../../endpoints.js";
import { latest } from "../../latest.js";
import type { Packet } from "../../packet.js";
import { TupleTable } from "../../tuple-table.js";

export interface RadiusMessage {
  code: number;
  identifier: number;
  authenticator: string;
}

/** A request's code and those that answer it. */
const EXCHANGES: readonly (readonly [request: number, ...answers: number[]])[] = [
  [1, 2, 3, 11],
  [4, 5],
  [7, 8, 9],
  [21, 22],
  [23, 24],
  [26, 27],
  [33, 34],
  [40, 41, 42],
  [43, 44, 45],
  [129, 130, 131, 132],
];

interface Exchange {
  requests: { frame: number; authenticator: string }[];
  answers: { frame: number; code: number; request: number }[];
}

/**
 * Requests and what answers them: an answer goes to the address and port that asked, and has the same identifier
 * (RFC 2865 §3). Identifiers are used again; a request that repeats another has its authenticator too.
 */
export class RadiusTransactions {
  private readonly endpoints = new Endpoints();
  private readonly keys = new TupleTable(3);
  private readonly exchanges: Exchange[] = [];

  learn(packet: Packet, message: RadiusMessage): void {
    const request = requestOf(message.code);
    if (request === undefined) return;
    const asks = request === message.code;
    const endpoint = this.endpoints.intern(packet, asks ? "source" : "destination");
    if (endpoint === -1) return;
    const index = this.fill(endpoint, packet, message, request).intern();
    this.exchanges[index] ??= { requests: [], answers: [] };
    const { requests, answers } = this.exchanges[index];
    const last = requests.at(-1);
    if (!asks) {
      if (last) answers.push({ frame: packet.number, code: message.code, request: last.frame });
    } else if (last?.authenticator !== message.authenticator) {
      requests.push({ frame: packet.number, authenticator: message.authenticator });
    }
  }

  /** Which kind of message this repeats; undefined where it is new. */
  repeats(packet: Packet, message: RadiusMessage): "Request" | "Response" | undefined {
    const request = requestOf(message.code);
    if (request === undefined) return undefined;
    const asks = request === message.code;
    const endpoint = this.endpoints.find(packet, asks ? "source" : "destination");
    if (endpoint === -1) return undefined;
    const exchange = this.exchanges[this.fill(endpoint, packet, message, request).find()];
    const asked = exchange && latest(exchange.requests, packet.number);
    if (!asked) return undefined;
    if (asks) return asked.frame === packet.number ? undefined : "Request";
    const before = latest(exchange.answers, packet.number - 1);
    return before?.request === asked.frame && before.code === message.code ? "Response" : undefined;
  }

  private fill(endpoint: number, packet: Packet, { identifier }: RadiusMessage, request: number): TupleTable {
    const { key } = this.keys;
    key[0] = endpoint;
    key[1] = Math.min(packet.sourcePort, packet.destinationPort);
    key[2] = (request << 8) | identifier;
    return this.keys;
  }
}

function requestOf(code: number): number | undefined {
  return EXCHANGES.find((exchange) => exchange.includes(code))?.[0];
}
