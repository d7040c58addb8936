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
