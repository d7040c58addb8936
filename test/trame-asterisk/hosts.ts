/** A host of the lab's network. */
export interface Host {
  address: string;
  mac: string;
  /** Of the datagrams it sends. */
  ttl: number;
  /** What its IP fragment field says: Linux forbids fragments, Windows allows them. */
  fragment: number;
  /** IP identification of the last datagram it sent. */
  id: number;
}

const LINUX = { ttl: 64, fragment: 0x4000 };
const WINDOWS = { ttl: 128, fragment: 0 };

/** A virtual machine; its frames leave with the hardware address of the PC that it runs on. */
const PC_MAC = "4c:d5:77:cc:5e:37";
/** The telephone that shares its connection: the way to all that is outside. The report does not give its address. */
const GATEWAY_MAC = "7a:4f:43:1c:90:64";

/** New hosts, none of which has sent anything yet. */
export function newHosts() {
  return {
    server: { address: "192.168.187.12", mac: PC_MAC, ...LINUX, id: 0x3b1e },
    user1: { address: "192.168.187.10", mac: "6c:0b:84:38:d1:06", ...LINUX, id: 0x7c40 },
    user3: { address: "192.168.187.51", mac: "34:f6:4b:a6:1d:4b", ...WINDOWS, id: 0x0a52 },
    pc: { address: "192.168.187.249", mac: PC_MAC, ...WINDOWS, id: 0x9f07 },
    web: { address: "164.132.16.217", mac: GATEWAY_MAC, ...LINUX, ttl: 51, id: 0xd3a8 },
    printer: { address: "192.168.1.13", mac: GATEWAY_MAC, ...LINUX, id: 1 },
    everyone: { address: "255.255.255.255", mac: "ff:ff:ff:ff:ff:ff", ...LINUX, id: 0 },
  } satisfies Record<string, Host>;
}

export type Hosts = ReturnType<typeof newHosts>;
