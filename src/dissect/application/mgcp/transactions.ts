import { Endpoints } from "../../endpoints.js";
import { latest } from "../../latest.js";
import type { Packet } from "../../packet.js";
import { TupleTable } from "../../tuple-table.js";
import type { MgcpMessage } from "./message.js";

const FINAL = 200;

interface Transaction {
  /** Number of the frame with the request. */
  request: number;
  /** The responses, in the order of frames. */
  responses: { frame: number; code: number }[];
}

/**
 * The transactions of a capture: a request's sender, its port there, and the number it gave (RFC 3435 §3.2.1.2). What
 * was sent before is known by them.
 */
export class MgcpTransactions {
  private readonly endpoints = new Endpoints();
  private readonly keys = new TupleTable(3);
  private readonly transactions: Transaction[] = [];

  learn(packet: Packet, message: MgcpMessage): void {
    if (message.kind === "request") {
      const endpoint = this.endpoints.intern(packet, "source");
      if (endpoint === -1) return;
      const index = this.fill(endpoint, packet.destinationPort, message).intern();
      this.transactions[index] ??= { request: packet.number, responses: [] };
    } else if (message.kind === "response") {
      this.find(packet, message)?.responses.push({ frame: packet.number, code: message.code });
    }
  }

  /** The transaction of a message, as far as it is known. */
  find(packet: Packet, message: MgcpMessage): Transaction | undefined {
    const request = message.kind === "request";
    const endpoint = this.endpoints.find(packet, request ? "source" : "destination");
    if (endpoint === -1) return undefined;
    const port = request ? packet.destinationPort : packet.sourcePort;
    const transaction = this.transactions[this.fill(endpoint, port, message).find()];
    return transaction && transaction.request <= packet.number ? transaction : undefined;
  }

  /** Whether a message repeats one of an earlier frame; of responses, the one before must have had the same code. */
  repeats(packet: Packet, message: MgcpMessage): boolean {
    const transaction = this.find(packet, message);
    if (!transaction) return false;
    if (message.kind === "request") return transaction.request !== packet.number;
    return message.code >= FINAL && latest(transaction.responses, packet.number - 1)?.code === message.code;
  }

  private fill(endpoint: number, port: number, { transaction }: MgcpMessage): TupleTable {
    this.keys.key[0] = endpoint;
    this.keys.key[1] = port;
    this.keys.key[2] = transaction;
    return this.keys;
  }
}
