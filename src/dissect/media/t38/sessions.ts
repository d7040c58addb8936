import { Endpoints } from "../../endpoints.js";
import type { Packet } from "../../packet.js";
import { t30Text } from "./t30.js";
import type { T38Packet } from "./udptl.js";

const HDLC = "hdlc-data";
const IMAGE = "t4-non-ecm-data";
const IMAGE_END = "t4-non-ecm-sig-end";
const HDLC_ENDS = ["hdlc-fcs-OK", "hdlc-fcs-OK-sig-end"];
/** What ends a message, whether or not it can be put together. */
const RESETS = ["hdlc-sig-end", "hdlc-fcs-BAD", "hdlc-fcs-BAD-sig-end", IMAGE_END, ...HDLC_ENDS];
/** Wireshark puts together the first two items of a packet. */
const MOST_ITEMS = 2;
const MOST_FRAGMENTS = 65536;

/** How Wireshark shows the end of a message that never began; it reads no further. */
export const NEVER_BEGUN = "[BoundErrorUnreassembled Packet]";

/** The message that one side is sending, by the parts that came. */
interface Message {
  /** Sequence number of its first packet, -1 before it. */
  first: number;
  /** How many items were not the only ones of their packet. */
  additional: number;
  fragments: Map<number, Uint8Array>;
}

const nothing = (): Message => ({ first: -1, additional: 0, fragments: new Map() });

/** Puts together what the sides of faxes send in parts: HDLC frames of T.30, and pages. */
export class T38Sessions {
  private readonly endpoints = new Endpoints();
  private readonly messages: Message[] = [];
  /** What is known of the items of a frame's packet. */
  private readonly remarks = new Map<number, string[]>();

  /** What the packet list says of each item of a frame's packet, beyond what it holds. */
  of(frame: number): readonly string[] {
    return this.remarks.get(frame) ?? [];
  }

  learn(packet: Packet, { sequence, items }: T38Packet): void {
    const endpoint = this.endpoints.intern(packet, "destination");
    if (endpoint === -1 || sequence === -1) return;
    const remarks: string[] = [];
    this.messages[endpoint] ??= nothing();
    let message = this.messages[endpoint];
    let seen = false;
    for (const [index, { type, data }] of items.slice(0, MOST_ITEMS).entries()) {
      let remark = "";
      if (HDLC_ENDS.includes(type) || type === IMAGE_END) remark = endText(message, sequence, index, type);
      if (RESETS.includes(type)) this.messages[endpoint] = nothing();
      if (data && (type === HDLC || type === IMAGE)) {
        if (this.messages[endpoint]!.first === -1) {
          message = { ...nothing(), first: sequence };
          this.messages[endpoint] = message;
        }
        if (seen) message.additional++;
        seen = true;
        const number = sequence - message.first + message.additional;
        if (message.fragments.size < MOST_FRAGMENTS) {
          // of a page it is enough to know that the part came
          const end = type === IMAGE ? data.start : data.end;
          message.fragments.set(number, packet.bytes.slice(data.start, end));
        }
        remark =
          type === HDLC
            ? ` (HDLC fragment ${number >>> 0})`
            : ` (t4-data fragment ${(sequence - message.first) >>> 0})`;
      }
      remarks.push(remark);
    }
    if (remarks.some((remark) => remark !== "")) this.remarks.set(packet.number, remarks);
  }
}

/** What the end of a message says: what it is, if all its parts are there. */
function endText(message: Message, sequence: number, index: number, type: string): string {
  if (message.first === -1) return NEVER_BEGUN;
  const count = sequence + index - message.first + message.additional;
  const there = [...message.fragments.keys()]
    .filter((number) => number >= 0 && number < count)
    .sort((a, b) => a - b);
  if (type !== IMAGE_END) {
    if (there.length < count) return "";
    return t30Text(Uint8Array.from(there.flatMap((number) => [...message.fragments.get(number)!])));
  }
  if (there.length === count) return " (t4-data Reassembled: No packet lost)";
  let burst = 0;
  for (const [i, number] of [...there, count].entries())
    burst = Math.max(burst, number - (i > 0 ? there[i - 1]! + 1 : 0));
  return ` (t4-data Reassembled: ${count - there.length} pack lost, ${burst} pack burst lost)`;
}
