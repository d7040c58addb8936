/** The control field of LLC (IEEE 802.2 clause 5.2), one or two bytes. */
export interface Control {
  length: 1 | 2;
  /** `U P, func=SABME` */
  text: string;
  /** Whether what follows is a layer of its own: in information and unnumbered information. */
  carriesData: boolean;
}

const SUPERVISORY = ["RR", "RNR", "REJ", "SREJ"];

// by the control byte without its poll or final bit
const UNNUMBERED: Readonly<Record<number, string>> = {
  3: "UI",
  99: "UA",
  111: "SABME",
  135: "FRMR",
  175: "XID",
  227: "TEST",
};
const COMMANDS: Readonly<Record<number, string>> = {
  ...UNNUMBERED,
  15: "SARM",
  47: "SABM",
  67: "DISC",
  131: "SNRM",
};
const RESPONSES: Readonly<Record<number, string>> = {
  ...UNNUMBERED,
  15: "DM",
  47: "SABM",
  67: "RD",
  131: "SNRM",
};

/** Reads the control field at `at`; `response` is what the source access point says the frame is. */
export function readControl(bytes: Uint8Array, at: number, response: boolean): Control {
  const first = bytes[at]!;
  if ((first & 3) === 3) {
    const name = (response ? RESPONSES : COMMANDS)[first & 0xef] ?? "Unknown";
    const poll = first & 0x10 ? (response ? " F" : " P") : "";
    return { length: 1, text: `U${poll}, func=${name}`, carriesData: (first & 0xef) === 0x03 };
  }
  const second = bytes[at + 1] ?? 0;
  const next = second >> 1;
  if (first & 1) {
    const poll = second & 1 ? (response ? " F" : " P") : "";
    return {
      length: 2,
      text: `S${poll}, func=${SUPERVISORY[(first >> 2) & 3]}, N(R)=${next}`,
      carriesData: false,
    };
  }
  return {
    length: 2,
    text: `I${second & 1 ? " P" : ""}, N(R)=${next}, N(S)=${first >> 1}`,
    carriesData: true,
  };
}
