import type { Announcement, Announcements } from "./announcements.js";
import { FlowTable } from "./flow-table.js";
import { Family, type Packet } from "./packet.js";

/**
 * The flows of the first pass, so that one look-up finds both the announcement and the stream of a media packet. Kept
 * are those that were announced, or taken for RTP without.
 */
export class Flows {
  private readonly ipv4 = new FlowTable(1);
  private readonly ipv6 = new FlowTable(4);

  constructor(private readonly announcements: Announcements) {}

  /** What was announced, before this packet, for its destination or else for its source; leaves its flow on it. */
  announcement(packet: Packet): Announcement | undefined {
    const { announcements } = this;
    const table = this.tableOf(packet);
    if (table === undefined || !packet.learning) return announcements.find(packet);
    if (table.find(packet)) {
      packet.flow = table;
      const count = announcements.count(table.counters);
      if (table.count !== count) table.announce(announcements.find(packet), count);
      return table.announcement;
    }
    const announcement = announcements.find(packet);
    if (announcement !== undefined) this.keep(packet, announcement);
    return announcement;
  }

  /**
   * The table, standing on the flow between two IPv4 addresses, if nothing changed since bare packets of that payload
   * type were found to be RTP and nothing more; see `FlowTable.findIpv4`.
   */
  steady(source: number, destination: number, ports: number, payloadType: number): FlowTable | undefined {
    const { ipv4: table, announcements } = this;
    if (!table.findIpv4(source, destination, ports)) return undefined;
    return table.isSteady(payloadType, announcements) ? table : undefined;
  }

  /** Keeps the flow of a packet for which that was announced. */
  keep(packet: Packet, announcement: Announcement | undefined): void {
    const table = this.tableOf(packet);
    if (table === undefined || packet.flow !== undefined || !packet.learning) return;
    const counters = this.announcements.countersOf(packet);
    table.add(packet, counters);
    table.announce(announcement, this.announcements.count(counters));
    packet.flow = table;
  }

  private tableOf(packet: Packet): FlowTable | undefined {
    if (packet.family === Family.ipv4) return this.ipv4;
    return packet.family === Family.ipv6 ? this.ipv6 : undefined;
  }
}
