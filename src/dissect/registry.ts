import type { Handover, Protocol } from "./protocol.js";

/** How layers find the next one; built once from the list of protocols. */
export interface Tables {
  readonly by: { readonly [table in keyof Required<Handover>]: ReadonlyMap<number, Protocol> };
  readonly lookers: { readonly udp: readonly Protocol[]; readonly tcp: readonly Protocol[] };
}

/** The tables of a list of protocols; of two that claim a key, the later one is an error of ours. */
export function tablesOf(protocols: readonly Protocol[]): Tables {
  const by = { link: new Map(), ether: new Map(), ip: new Map(), udp: new Map(), tcp: new Map() };
  const lookers: { udp: Protocol[]; tcp: Protocol[] } = { udp: [], tcp: [] };
  for (const protocol of protocols) {
    for (const [table, keys] of Object.entries(protocol.on ?? {})) {
      for (const key of keys) {
        const map: Map<number, Protocol> = by[table as keyof Handover];
        const other = map.get(key);
        if (other) throw new Error(`${other.name} and ${protocol.name} both claim ${table} ${key}`);
        map.set(key, protocol);
      }
    }
    if (protocol.looksLike) {
      for (const transport of protocol.heuristic ?? (["udp"] as const)) lookers[transport].push(protocol);
    }
  }
  return { by, lookers };
}
