/** What Wireshark ends Info with where a payload says more than it holds. */
export const MALFORMED = "[Malformed Packet]";
