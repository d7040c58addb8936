export const ContentType = {
  changeCipherSpec: 20,
  alert: 21,
  handshake: 22,
  application: 23,
  heartbeat: 24,
} as const;
export const HandshakeType = { clientHello: 1, serverHello: 2 } as const;

/** RFC 8446 §B.3, RFC 5246 §7.4, RFC 6347 §4.2.1, as Wireshark names them. */
export const HANDSHAKES: Readonly<Record<number, string>> = {
  0: "Hello Request",
  1: "Client Hello",
  2: "Server Hello",
  3: "Hello Verify Request",
  4: "New Session Ticket",
  5: "End of Early Data",
  6: "Hello Retry Request",
  8: "Encrypted Extensions",
  11: "Certificate",
  12: "Server Key Exchange",
  13: "Certificate Request",
  14: "Server Hello Done",
  15: "Certificate Verify",
  16: "Client Key Exchange",
  20: "Finished",
  21: "Certificate URL",
  22: "Certificate Status",
  23: "Supplemental Data",
  24: "Key Update",
  25: "Compressed Certificate",
};

/** The packet list's Protocol by version. */
export const VERSIONS: Readonly<Record<number, string>> = {
  768: "SSLv3",
  769: "TLSv1",
  770: "TLSv1.1",
  771: "TLSv1.2",
  772: "TLSv1.3",
  256: "DTLS 1.0 (OpenSSL pre 0.9.8f)",
  65279: "DTLSv1.0",
  65277: "DTLSv1.2",
  65276: "DTLSv1.3",
};

export const ALERT_LEVELS: Readonly<Record<number, string>> = { 1: "Warning", 2: "Fatal" };

/** RFC 8446 §6, RFC 5246 §7.2. */
export const ALERTS: Readonly<Record<number, string>> = {
  0: "Close Notify",
  10: "Unexpected Message",
  20: "Bad Record MAC",
  21: "Decryption Failed",
  22: "Record Overflow",
  30: "Decompression Failure",
  40: "Handshake Failure",
  41: "No Certificate",
  42: "Bad Certificate",
  43: "Unsupported Certificate",
  44: "Certificate Revoked",
  45: "Certificate Expired",
  46: "Certificate Unknown",
  47: "Illegal Parameter",
  48: "Unknown CA",
  49: "Access Denied",
  50: "Decode Error",
  51: "Decrypt Error",
  70: "Protocol Version",
  71: "Insufficient Security",
  80: "Internal Error",
  86: "Inappropriate Fallback",
  90: "User Canceled",
  100: "No Renegotiation",
  109: "Missing Extension",
  110: "Unsupported Extension",
  112: "Unrecognized Name",
  115: "Unknown PSK Identity",
  116: "Certificate Required",
  120: "No application Protocol",
};
