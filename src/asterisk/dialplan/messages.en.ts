type Sentence = (a: string, b: string, c: string) => string;

const answering = (answers: string) => (answers ? "answers the call (200 OK) and " : "");

/** What steps do, and when they come. */
export const en = {
  dial: (devices) => `rings ${devices}, for as long as the caller waits`,
  dialFor: (devices, seconds) => `rings ${devices} for ${seconds} s at most`,
  dialTogether: (devices, seconds) =>
    `rings ${devices} together for ${seconds} s at most; the first to answer has the call`,
  voicemail: (boxes, answers) => `${answering(answers)}records a message in the mailbox ${boxes}`,
  mailboxes: (answers) =>
    `${answering(answers)}lets the caller listen to messages, after mailbox and password`,
  answer: () => "answers the call (200 OK)",
  ringing: () => "tells the caller that it rings (180 Ringing)",
  progress: () => "opens the sound before an answer (183 Session Progress)",
  busy: () => "tells the caller: busy (486)",
  congestion: () => "tells the caller: no way through (503)",
  return: () => "goes back to where the Gosub was",
  nothing: () => "does nothing that the caller notices",
  playback: (sounds, answers) => `${answering(answers)}plays ${sounds} to the end`,
  background: (sounds, answers) => `${answering(answers)}plays ${sounds} and listens for keys meanwhile`,
  say: (what) => `says ${what}`,
  waitExten: (seconds) => `waits ${seconds} s for a key`,
  wait: (seconds) => `waits ${seconds} s`,
  read: (variable) => `reads keys into the variable ${variable}`,
  goto: (place) => `goes to ${place}`,
  gosub: (place) => `goes to ${place}, and comes back at Return`,
  gotoIf: (condition) => `goes one way or the other, by ${condition}`,
  hangup: () => "ends the call",
  set: (name, value) => `notes ${name} = ${value}`,
  system: (command) => `runs a program on the server, which the caller does not hear: ${command}`,
  other: (call) => `runs ${call}`,

  answered: () => "answered",
  notAnswered: () => "no answer, busy or unreachable",
  isBusy: () => "busy",
  unreachable: () => "unreachable",
  noAnswer: () => "no answer",
  calleeHangsUp: () => "the callee hangs up",
  key: (key) => `key ${key}`,
  otherKey: () => "any other key",
  noKey: () => "no key",
  if: (condition) => `if ${condition}`,
  ifNot: (condition) => `if not ${condition}`,
  afterwards: () => "after the call",

  talk: () => "both talk; when one hangs up, Asterisk hangs up the other (BYE) and the plan ends here",
  talkThenOn: () => "both talk; if the callee hangs up, the plan goes on for the caller",
  bye: () => "Asterisk hangs up (BYE)",
  refused: (refusal) => `the call was not answered: Asterisk refuses it (${refusal})`,
  refusedOpen: (refusal) =>
    `the call was not answered: Asterisk refuses it (${refusal}; if the phone refused, by its reason; 480 if unreachable)`,
  refusedBusy: () =>
    "the call was not answered: Asterisk refuses it by the phone’s reason (486 Busy here; 403 Forbidden after 603)",
  noContext: (context) => `there is no context [${context}]: the caller gets 404 Not Found`,
  noExtension: (number, context) => `${number} is not in [${context}]: the caller gets 404 Not Found`,
  back: (number) => `goes on as at step ${number}`,
  cut: (count) => `the trace ends here, after ${count} steps`,
  invalid: (context) => `[${context}] has no extension i: Asterisk hangs up`,
  noTimeout: (context) => `there is no next priority, and [${context}] has no extension t: Asterisk hangs up`,
  jumpNoContext: (place, context) =>
    `${place} is not there, as there is no context [${context}]: Asterisk hangs up`,
  jumpNoLabel: (place, label) =>
    `${place} is not there, as no step has the label ${label}: Asterisk hangs up`,
  jumpNoStep: (place) => `${place} is not there: Asterisk hangs up`,
  noReturn: () => "there is no Gosub to go back to: Asterisk hangs up",
  waits: (extension, priority) =>
    `${extension} has no priority ${priority}, and autofallthrough=no: Asterisk waits for keys`,
  endsBye: (extension, priority) => `${extension} has no priority ${priority}: Asterisk hangs up (BYE)`,
  endsRefused: (extension, priority, refusal) =>
    `${extension} has no priority ${priority}: Asterisk refuses the call (${refusal})`,
  endsOpen: (extension, priority) =>
    `${extension} has no priority ${priority}: Asterisk refuses the call (603 Declined; 486 if busy, 503 if unreachable)`,
} satisfies Record<string, Sentence>;
