import type { Announcement } from "../announcements.js";
import type { FieldList } from "../fields.js";

/** Says which frame announced a stream, as Wireshark does: it has no bytes of its own. */
export function listSetup(
  fields: FieldList,
  name: "rtp" | "rtcp",
  announcement: Announcement,
  at: number,
): void {
  fields.add(
    `${name}.setup-frame`,
    `Stream setup by ${announcement.method}`,
    `frame ${announcement.frame}`,
    at,
    0,
  );
}
