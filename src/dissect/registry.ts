import type { Handover, Parse, Protocol } from "./protocol.js";

/** How layers find the next one; built once from the list of protocols. */
export interface Tables {
  // functions, not protocols: objects of many shapes would make each hand-over a slow look-up of `parse`
  readonly by: { readonly [table in keyof Required<Handover>]: ReadonlyMap<number, Parse> };
  /** The protocols behind `by.tcp`, which may be read as streams. */
  readonly tcpPorts: ReadonlyMap<number, Protocol>;
  readonly lookers: { readonly udp: readonly Protocol[]; readonly tcp: readonly Protocol[] };
}

/** The tables of a list of protocols; of two that claim a key, the later one is an error of ours. */
export function tablesOf(protocols: readonly Protocol[]): Tables {
  const by = {
    link: new Map<number, Parse>(),
    ether: new Map<number, Parse>(),
    ip: new Map<number, Parse>(),
    udp: new Map<number, Parse>(),
    tcp: new Map<number, Parse>(),
  };
  const tcpPorts = new Map<number, Protocol>();
  const lookers: { udp: Protocol[]; tcp: Protocol[] } = { udp: [], tcp: [] };
  for (const protocol of protocols) {
    for (const [table, keys] of Object.entries(protocol.on ?? {})) {
      const map = by[table as keyof Handover];
      for (const key of keys) {
        if (map.has(key)) throw new Error(`${protocol.name} claims ${table} ${key}, which is taken`);
        map.set(key, protocol.parse);
        if (table === "tcp") tcpPorts.set(key, protocol);
      }
    }
    if (protocol.looksLike) {
      for (const transport of protocol.heuristic ?? (["udp"] as const)) lookers[transport].push(protocol);
    }
  }
  return { by, tcpPorts, lookers };
}
