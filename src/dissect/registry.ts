import type { Handover, Look, Parse, Protocol } from "./protocol.js";

/** The tables by whose keys layers find the next one: LINKTYPE_ values, EtherTypes, IP protocols, ports. */
export const Table = { link: 0, ether: 1, ip: 2, udp: 3, tcp: 4 } as const;
export type Table = (typeof Table)[keyof typeof Table];

/** How layers find the next one. */
export interface Tables {
  // arrays by keys, and of functions: a media packet is handed over four times, and maps by name, or objects
  // of many shapes, would cost it more than reading its headers
  readonly by: readonly (readonly (Parse | undefined)[])[];
  /** The protocols of TCP ports, which may be read as streams. */
  readonly tcpPorts: ReadonlyMap<number, Protocol>;
  readonly lookers: { readonly udp: readonly Looker[]; readonly tcp: readonly Looker[] };
}

/** A protocol that shows itself in its bytes. */
export interface Looker {
  readonly looksLike: Look;
  readonly parse: Parse;
  readonly protocol: Protocol;
}

const built = new WeakMap<readonly Protocol[], Tables>();

/** The tables of a list of protocols, built once; two that claim a key are an error of ours. */
export function tablesOf(protocols: readonly Protocol[]): Tables {
  const tables = built.get(protocols) ?? build(protocols);
  built.set(protocols, tables);
  return tables;
}

function build(protocols: readonly Protocol[]): Tables {
  const by = Object.keys(Table).map((name) => {
    // no longer than the highest key wants: half a megabyte each is much for a command that lasts a tenth of a second
    const keys = protocols.flatMap(({ on }) => on?.[name as keyof Handover] ?? []);
    return new Array<Parse | undefined>(Math.max(0, ...keys) + 1).fill(undefined);
  });
  const tcpPorts = new Map<number, Protocol>();
  const lookers: { udp: Looker[]; tcp: Looker[] } = { udp: [], tcp: [] };
  for (const protocol of protocols) {
    for (const [name, keys] of Object.entries(protocol.on ?? {})) {
      const table = by[Table[name as keyof Handover]]!;
      for (const key of keys) {
        if (table[key]) throw new Error(`${protocol.name} claims ${name} ${key}, which is taken`);
        table[key] = protocol.parse;
        if (name === "tcp") tcpPorts.set(key, protocol);
      }
    }
    const { looksLike, parse, heuristic = ["udp"] } = protocol;
    if (!looksLike) continue;
    for (const transport of heuristic) lookers[transport].push({ looksLike, parse, protocol });
  }
  return { by, tcpPorts, lookers };
}
