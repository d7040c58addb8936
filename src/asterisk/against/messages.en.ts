type Sentence = (a: string, b: string, c: string) => string;

export const en = {
  challenge: (account) =>
    `${account} has a secret: 401 with a challenge, and the INVITE again with credentials`,
  challenged: () => "401, then INVITE with credentials",
  notChallenged: () => "no 401",
  notFound: (number, context) => `${number} is not in [${context}]: 404 Not Found`,
  status: (status, reason) => `${status} ${reason}`,
  noStatus: () => "no final answer",
  dial: (targets, seconds) =>
    seconds === "" ? `INVITE to ${targets}` : `INVITE to ${targets}, for ${seconds} s at most`,
  leg: (name, statuses) => (statuses === "" ? `INVITE to ${name}` : `INVITE to ${name}: ${statuses}`),
  noLeg: (name) => `no INVITE to ${name}, though it is registered`,
  unregistered: (name) => `no INVITE to ${name}, which is not seen to register`,
  rungUnseen: (status, seconds) =>
    `${status} to the caller after ${seconds} s; the INVITE to the phone is not in the capture`,
  byeUnseen: (seconds) => `BYE after ${seconds} s; the other side is not in the capture`,
  picked: (name) => `${name} answers: 200 OK to the caller, CANCEL to the other phones`,
  pickedAlone: (name) => `${name} answers: 200 OK to the caller`,
  pickedBridged: (name) => `${name} answers: both hear each other`,
  after: (what, seconds) => `${what} after ${seconds} s`,
  talk: () => "when one hangs up, BYE to the other",
  byCaller: (seconds) => `the caller’s BYE after ${seconds} s, BYE to the phone`,
  byCallee: (seconds) => `the phone’s BYE after ${seconds} s, BYE to the caller`,
  oneBye: (seconds) => `BYE after ${seconds} s, but none on the other side`,
  open: () => "the capture ends first",
  noAnswer: (seconds) => (seconds === "" ? "nobody answers" : `nobody answers within ${seconds} s: CANCEL`),
  refuses: (status, dialStatus) =>
    `the phone refuses (${status}): DIALSTATUS is ${dialStatus}, and the plan goes on`,
  gaveUp: () => "the caller gives up: CANCEL to the phones",
  cancelled: (seconds) => `the caller’s CANCEL after ${seconds} s`,
  key: (key, place) => `the key ${key} leads to ${place}`,
  noKeyPlace: (key, context) => `the key ${key} is not in [${context}], which has no i: Asterisk hangs up`,
  pressed: (key, seconds) => `key ${key} after ${seconds} s (telephone-event)`,
  noKeys: () => "no key comes",
  noneSeen: () => "no key in the capture",
  hangsUp: () => "the caller hangs up (BYE) while this step runs",
  byeAfter: (seconds) => `the caller’s BYE after ${seconds} s`,
  serverBye: (extension, priority) =>
    extension === "" ? "Asterisk hangs up: BYE" : `${extension} has no priority ${priority}: BYE`,
  serverRefuses: (status, extension, priority) =>
    extension === ""
      ? `Asterisk refuses the call: ${status}`
      : `${extension} has no priority ${priority}: ${status}`,
  serverByeSeen: (seconds) => `Asterisk’s BYE after ${seconds} s`,
  missing: (place) => `${place} is not there: Asterisk ends the call`,
  unknown: (what) => `what follows depends on ${what}, which the capture does not show`,
  tooLong: () => "the comparison stops here: the plan turns in circles",
} satisfies Record<string, Sentence>;
