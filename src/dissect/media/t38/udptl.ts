import { nodeAt, type PerNode, readPer } from "../../asn1/per.js";
import {
  choice,
  enumeration,
  integer,
  list,
  OCTETS,
  octets,
  open,
  type PerField,
  sequence,
} from "../../asn1/per-types.js";

// ITU-T T.38 annex A: IFPPacket and UDPTLPacket

const words = (text: string) => text.split(/\s+/);

const INDICATOR = enumeration(
  words(
    `no-signal cng ced v21-preamble v27-2400-training v27-4800-training v29-7200-training v29-9600-training v17-7200-short-training v17-7200-long-training v17-9600-short-training v17-9600-long-training v17-12000-short-training v17-12000-long-training v17-14400-short-training v17-14400-long-training`,
  ),
  words(
    "v8-ansam v8-signal v34-cntl-channel-1200 v34-pri-channel v34-CC-retrain v33-12000-training v33-14400-training",
  ),
);
const DATA = enumeration(
  words("v21 v27-2400 v27-4800 v29-7200 v29-9600 v17-7200 v17-9600 v17-12000 v17-14400"),
  words("v8 v34-pri-rate v34-CC-1200 v34-pri-ch v33-12000 v33-14400"),
);
/** Without the extension marker that a corrigendum gave it later: Wireshark, like most equipment, goes by the older. */
const FIELD_TYPE = enumeration(
  words(
    `hdlc-data hdlc-sig-end hdlc-fcs-OK hdlc-fcs-BAD hdlc-fcs-OK-sig-end hdlc-fcs-BAD-sig-end t4-non-ecm-data
    t4-non-ecm-sig-end`,
  ),
);

const IFP = sequence([
  [
    "type-of-msg",
    choice([
      ["t30-indicator", INDICATOR],
      ["t30-data", DATA],
    ]),
  ],
  [
    "data-field",
    list(
      sequence([
        ["field-type", FIELD_TYPE],
        ["field-data", octets(1, 65535), "optional"],
      ]),
    ),
    "optional",
  ],
]);

/** A sequence number, the newest packet, and older ones again or what repairs them. */
const UDPTL: PerField = [
  "UDPTLPacket",
  sequence([
    ["seq-number", integer(0, 65535)],
    ["primary-ifp-packet", open(IFP)],
    [
      "error-recovery",
      choice([
        ["secondary-ifp-packets", list(open(IFP))],
        [
          "fec-info",
          sequence([
            ["fec-npackets", { kind: "unbounded" }],
            ["fec-data", list(OCTETS)],
          ]),
        ],
      ]),
    ],
  ]),
];

/** A part of the primary packet's data. */
export interface T38Item {
  type: string;
  /** In the buffer; absent where the item has no data. */
  data: { start: number; end: number } | undefined;
}

export interface T38Packet {
  node: PerNode;
  whole: boolean;
  problem: string;
  /** -1 where it does not fit. */
  sequence: number;
  indicator: string | undefined;
  data: string | undefined;
  items: T38Item[];
  /** Behind the packet. */
  end: number;
}

export function readUdptl(bytes: Uint8Array, start: number, end: number): T38Packet {
  const { node, whole, problem } = readPer(bytes, start, end, UDPTL);
  const number = nodeAt(node, "seq-number");
  const primary = nodeAt(node, "primary-ifp-packet");
  const message = nodeAt(primary, "type-of-msg");
  const items = nodeAt(primary, "data-field")?.children ?? [];
  return {
    node,
    whole,
    problem,
    sequence: number && number.value !== "" ? Number(number.value) : -1,
    indicator: nodeAt(message, "t30-indicator")?.value || undefined,
    data: nodeAt(message, "t30-data")?.value || undefined,
    items: items.flatMap((item) => {
      const type = nodeAt(item, "field-type")?.value;
      const data = nodeAt(item, "field-data");
      return type ? [{ type, data: data && data.value !== "" ? data : undefined }] : [];
    }),
    end: node.end,
  };
}
