/** What Wireshark calls RTCP's packet types, items and messages (RFC 3550, 3611, 4585, 5104, 2032). */
export const PACKET_TYPES: Readonly<Record<number, string>> = {
  192: "Full Intra-frame Request (H.261)",
  193: "Negative Acknowledgement (H.261)",
  194: "SMPTE time-code mapping",
  195: "Extended inter-arrival jitter report",
  200: "Sender Report",
  201: "Receiver Report",
  202: "Source description",
  203: "Goodbye",
  204: "Application specific",
  205: "Generic RTP Feedback",
  206: "Payload-specific Feedback",
  207: "Extended report (RFC 3611)",
  208: "AVB RTCP packet (IEEE1733)",
  209: "Receiver Summary Information",
  210: "Port Mapping",
};

export const SDES_ITEMS: Readonly<Record<number, string>> = {
  0: "END",
  1: "CNAME (user and domain)",
  2: "NAME (common name)",
  3: "EMAIL (e-mail address)",
  4: "PHONE (phone number)",
  5: "LOC (geographic location)",
  6: "TOOL (name/version of source app)",
  7: "NOTE (note about source)",
  8: "PRIV (private extensions)",
};

export const TRANSPORT_FEEDBACK: Readonly<Record<number, string>> = {
  1: "Generic negative acknowledgement (NACK)",
  3: "Temporary Maximum Media Stream Bit Rate Request (TMMBR)",
  4: "Temporary Maximum Media Stream Bit Rate Notification (TMMBN)",
  15: "Transport-wide Congestion Control (Transport-cc)",
  31: "Reserved for future extensions",
};

export const PAYLOAD_FEEDBACK: Readonly<Record<number, string>> = {
  1: "Picture Loss Indication",
  2: "Slice Loss Indication",
  3: "Reference Picture Selection Indication",
  4: "Full Intra Request (FIR) Command",
  5: "Temporal-Spatial Trade-off Request (TSTR)",
  6: "Temporal-Spatial Trade-off Notification (TSTN)",
  7: "Video Back Channel Message (VBCM)",
  15: "Application Layer Feedback",
  31: "Reserved for future extensions",
};

/** The same, as the packet list says them. */
export const PAYLOAD_FEEDBACK_SHORT: Readonly<Record<number, string>> = {
  1: "PLI",
  2: "SLI",
  3: "RPSI",
  4: "FIR",
  5: "TSTR",
  6: "TSTN",
  7: "VBCM",
  15: "ALFB",
  31: "Reserved",
};

export const XR_BLOCKS: Readonly<Record<number, string>> = {
  1: "Loss Run Length Encoding Report Block",
  2: "Duplicate Run Length Encoding Report Block",
  3: "Packet Receipt Times Report Block",
  4: "Receiver Reference Time Report Block",
  5: "DLRR Report Block",
  6: "Statistics Summary Report Block",
  7: "VoIP Metrics Report Block",
};

/** Profile-specific extensions of reports (RFC 3550 §6.4.3), as Microsoft uses them. */
export const REPORT_EXTENSIONS: Readonly<Record<number, string>> = {
  1: "MS - Estimated Bandwidth",
  4: "MS - Packet Loss Notification",
  5: "MS - Video Preference",
  6: "MS - Padding",
  7: "MS - Policy Server Bandwidth",
  8: "MS - TURN Server Bandwidth",
  9: "MS - Audio Healer Metrics",
  10: "MS - Receiver-side Bandwidth Limit",
  11: "MS - Packet Train Packet",
  12: "MS - Peer Info Exchange",
  13: "MS - Network Congestion Notification",
  14: "MS - Modality Send Bandwidth Limit",
};
