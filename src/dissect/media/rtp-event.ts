import { FieldList, named } from "../fields.js";
import { pushShortened } from "../malformed.js";
import { Kind } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { EVENT_NAMES } from "./rtp-event-names.js";

const LENGTH = 4;

/**
 * Telephone events (RFC 4733 §2.3), the key presses of a phone among them.
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |     event     |E|R| volume    |          duration             |
 */
export const rtpEvent: Protocol = {
  name: "rtpevent",
  title: "RFC 2833 RTP Event",
  label: "RTP EVENT",

  parse(packet, start, end) {
    packet.push(rtpEvent, start, end);
    if (!packet.quoted) packet.kind = Kind.rtpEvent;
    if (end - start < LENGTH) pushShortened(packet, end);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const event = bytes[at]!;
    // the end bit is said only once the whole event could be read
    const ended = packet.ends[layer]! - at >= LENGTH && bytes[at + 1]! >= 128;
    return `Payload type=RTP Event, ${EVENT_NAMES[event] ?? `Unknown (${event})`}${ended ? " (end)" : ""}`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("rtpevent.event_id", "Event ID", at, 1, named(EVENT_NAMES));
    fields.flag("rtpevent.end_of_event", "End of Event", at + 1, 0x80);
    fields.flag("rtpevent.reserved", "Reserved", at + 1, 0x40);
    fields.bits("rtpevent.volume", "Volume", at + 1, 0x3f);
    fields.number("rtpevent.duration", "Event Duration", at + 2, 2);
    return fields.list;
  },
};
