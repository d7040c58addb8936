/** The status with which chan_sip refuses a call that was not answered, by the cause given to `Hangup` (Q.850). */
const BY_CAUSE: Readonly<Record<number, string>> = {
  1: "404 Not Found",
  2: "404 Not Found",
  3: "404 Not Found",
  17: "486 Busy here",
  18: "408 Request Timeout",
  19: "480 Temporarily unavailable",
  20: "480 Temporarily unavailable",
  21: "403 Forbidden",
  22: "410 Gone",
  27: "502 Bad Gateway",
  28: "484 Address incomplete",
  29: "501 Not Implemented",
  31: "480 Temporarily unavailable",
  34: "503 Service Unavailable",
  38: "500 Server internal failure",
  42: "503 Service Unavailable",
  58: "488 Not Acceptable Here",
  66: "503 Service Unavailable",
  127: "500 Network error",
};

const WITHOUT_CAUSE = "603 Declined";

/** What the caller gets where `Hangup` ends a call before anything answered it. */
export function refusalOf(cause: number | undefined): string {
  return (cause === undefined ? undefined : BY_CAUSE[cause]) ?? WITHOUT_CAUSE;
}

/** How a `Dial` ended, as the variable DIALSTATUS has it. */
export type DialStatus = "ANSWER" | "BUSY" | "NOANSWER" | "CHANUNAVAIL" | "CONGESTION" | "CANCEL";

/** What the caller gets where a plan ends after a `Dial` that nobody answered (autofallthrough). */
export function fallthroughOf(status: DialStatus | undefined): string {
  if (status === "BUSY") return "486 Busy Here";
  if (status === "CHANUNAVAIL" || status === "CONGESTION") return "503 Service Unavailable";
  return WITHOUT_CAUSE;
}

const BUSY: ReadonlySet<number> = new Set([480, 486, 600, 603]);
const CONGESTED: ReadonlySet<number> = new Set([410, 482, 500, 502, 503, 504]);

/** What becomes of DIALSTATUS when a phone refuses with a status, as chan_sip has it. */
export function dialStatusOf(status: number): DialStatus {
  if (BUSY.has(status)) return "BUSY";
  return CONGESTED.has(status) ? "CONGESTION" : "CHANUNAVAIL";
}

/** The cause that a phone's refusal leaves behind for a later `Hangup` without one. */
const CAUSES: Readonly<Record<number, number>> = {
  401: 21,
  403: 21,
  404: 1,
  407: 21,
  408: 18,
  410: 22,
  480: 19,
  484: 28,
  486: 17,
  488: 58,
  500: 38,
  501: 29,
  502: 27,
  503: 34,
  600: 17,
  603: 21,
  606: 58,
};

/** The cause of Q.850 for a status; undefined where chan_sip has none that it could tell a caller. */
export function causeOf(status: number): number | undefined {
  return CAUSES[status];
}

/** The cause that a `Dial` leaves behind where there is no phone to ring. */
export const UNREGISTERED = 20;
