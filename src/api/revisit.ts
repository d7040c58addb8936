import { frameBytes } from "../capture/index.js";
import type { Kind, Packet } from "../dissect/packet.js";
import type { Analysis } from "./analysis.js";

/** Dissects the frame of a row of the table again. The packet is the dissector's own: it holds until the next one. */
export function revisit({ table, source, facts, dissector }: Analysis, row: number): Packet {
  const bytes = frameBytes(table, source, row);
  const interfaceId = table.interfaceId(row);
  const { linkType = 0, decimals = 9 } = facts.interfaces[interfaceId] ?? {};
  const record = {
    number: row + 1,
    offset: table.offset(row),
    time: table.time(row),
    length: table.length(row),
    interfaceId,
    linkType,
    decimals,
    stamped: table.stamped(row),
  };
  return dissector.revisit(bytes, 0, bytes.length, record, table.kind(row) as Kind);
}
