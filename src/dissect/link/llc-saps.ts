import { hexNumber } from "../bytes.js";

/** Service access points of LLC, by their upper seven bits. */
const NAMES: Readonly<Record<number, string>> = {
  0: "NULL LSAP",
  2: "LLC Sub-Layer Management",
  4: "SNA Path Control",
  6: "TCP/IP",
  8: "SNA",
  12: "SNA",
  14: "PROWAY (IEC955) Network Management and Initialization",
  16: "NetWare (unofficial?)",
  20: "ISO Network Layer (OSLAN 1)",
  24: "Texas Instruments",
  66: "Spanning Tree BPDU",
  84: "ISO Network Layer (OSLAN 2)",
  126: "ISO 8208 (X.25 over 802.2)",
  128: "XNS",
  170: "SNAP",
  188: "Banyan Vines",
  224: "NetWare",
  240: "NetBIOS",
  244: "IBM Net Management",
  248: "Remote Program Load",
  254: "ISO Network Layer",
};

/** `NetBIOS`, or `0x0a` where the point has no name here. */
export function sapName(sap: number): string {
  return NAMES[sap & 0xfe] ?? hexNumber(sap & 0xfe, 2);
}
