import type { Explanation, FindingKind } from "./finding.js";

const suggestion = (name: string) => (name === "" ? "" : `; did you mean ${name}?`);

export const en: Readonly<Record<FindingKind, Explanation>> = {
  gap: {
    what: (extension, missing, later) => `${extension} has a priority ${later} but no ${missing}`,
    why: (_, missing, __, step) =>
      `after the step before, Asterisk looks for priority ${missing}, finds none and ends the call: ${step} never runs`,
    mend: (extension, missing, _, step) =>
      `exten => ${extension},${missing},${step} (or n in the place of ${missing})`,
  },
  noFirst: {
    what: (extension, first) => `${extension} begins at priority ${first}, and has no 1`,
    why: () => "a call begins at priority 1: without one, the extension is not found",
    mend: (extension, _, step) => `exten => ${extension},1,${step}`,
  },
  missingPriority: {
    what: (line) => `${line} has no priority`,
    why: () => "Asterisk takes the application for a priority that it does not know, and leaves the line out",
    mend: (_, extension, rest) => `exten => ${extension},n,${rest}`,
  },
  duplicatePriority: {
    what: (place) => `${place} is there a second time`,
    why: () => "Asterisk keeps the first and leaves this line out",
    mend: () => "give it the next number, or n",
  },
  unread: {
    what: (problem) => problem,
    why: () => "Asterisk leaves the line out, with no more than a warning in its log",
    mend: () => "write the line as expected, and look at the log after dialplan reload",
  },
  refused: {
    what: (problem) => problem,
    why: () => "Asterisk refuses the whole file: none of its lines holds",
    mend: () => "write the line as expected",
  },
  unknownContext: {
    what: (place, context) => `${place} goes to the context [${context}], which is not there`,
    why: () => "the call is hung up at that step",
    mend: (_, context, other) => `add [${context}] with the extension${suggestion(other)}`,
  },
  unknownExtension: {
    what: (place, context, extension) => `${place} goes to ${extension}, which is not in [${context}]`,
    why: () => "the call goes to extension i of that context, or is hung up where there is none",
    mend: (_, context, extension) => `add ${extension} to [${context}], or go to one that is there`,
  },
  unknownPriority: {
    what: (place, extension, priority) =>
      `${place} goes to priority ${priority} of ${extension}, which is not there`,
    why: () => "the call is ended at that step",
    mend: () => "go to a priority that is there, best by a label: n(label)",
  },
  unknownLabel: {
    what: (place, extension, label) =>
      `${place} goes to the label ${label}, which no step of ${extension} has`,
    why: () => "the call is hung up at that step",
    mend: (_, __, label) => `give the step the label: n(${label})`,
  },
  unknownInclude: {
    what: (context) => `include => ${context}: there is no such context`,
    why: () => "nothing is included",
    mend: (context, other) => `add [${context}]${suggestion(other)}`,
  },
  unknownPeer: {
    what: (step, peer, file) => `${step} rings ${peer}, which is no account of ${file}`,
    why: () => "Asterisk finds nobody to ring: DIALSTATUS is CHANUNAVAIL, and the plan goes on at once",
    mend: (_, peer, __, other) => `add [${peer}]${suggestion(other)}`,
  },
  otherDriver: {
    what: (step, driver, file) => `${step} rings through ${driver}, and the accounts are in ${file}`,
    why: (_, driver) => `${driver} knows none of these accounts; Asterisk 21 and later have no chan_sip`,
    mend: (_, __, ___, instead) => `Dial(${instead},…)`,
  },
  noApplication: {
    what: (place) => `${place} has no application`,
    why: () => "Asterisk ends the call there",
    mend: () => "write what the step does: exten => extension,priority,application",
  },
  accountContext: {
    what: (account, context) => `calls from ${account} begin in [${context}], which is not there`,
    why: () => "whatever the phone dials, it gets 404 Not Found",
    mend: (_, context, other) => `add [${context}] to extensions.conf${suggestion(other)}`,
  },
  accountDefault: {
    what: (account) => `neither ${account} nor [general] has a context`,
    why: () =>
      "its calls begin in [default], which is not there: whatever the phone dials, it gets 404 Not Found",
    mend: (_, context) => `context=${context} in [general], or in the account`,
  },
  noUnderscore: {
    what: (extension) => `${extension} looks like a pattern, but has no _ before it`,
    why: (extension) => `only a call to the very letters ${extension} would match`,
    mend: (extension) => `_${extension}`,
  },
  soundOnServer: {
    what: (step) => `${step} plays a sound on the server’s own loudspeaker`,
    why: () => "the caller hears nothing; the call waits until the program has ended",
    mend: () => "Playback(file), with the file in a format that Asterisk reads (8 kHz, mono, 16 bit WAV)",
  },
  listingsDiffer: {
    what: (extension, here, there) => `${extension}: ${here} here, ${there} in the other listing`,
    why: () => "both are said to be the same configuration: one of them is not what ran",
    mend: () => "keep one of the two, and print it from the server",
  },
  noInvalid: {
    what: (context) => `[${context}] takes keys and has no extension i`,
    why: () => "a key that is not on offer hangs up the caller",
    mend: () => "exten => i,1,Goto(s,1), after a word to the caller",
  },
  noMailbox: {
    what: (step, mailbox) => `${step} records in the mailbox ${mailbox}, which is not there`,
    why: () => "VoiceMail fails and the caller leaves no message",
    mend: (_, __, box, context) => `${box} => password,name in [${context}] of voicemail.conf`,
  },
  noHangup: {
    what: (extension) => `${extension} does not end with Hangup()`,
    why: () => "autofallthrough=no: after its last step Asterisk waits for keys",
    mend: (extension) => `exten => ${extension},n,Hangup()`,
  },
  unanswered: {
    what: (step) => `${step} comes before anything answers the call`,
    why: () =>
      "it does not answer: the caller may hear nothing, and some phones play no sound before the 200 OK",
    mend: () => "Answer() as the step before",
  },
  weakSecret: {
    what: (account) => `the secret of ${account} can be guessed`,
    why: (_, count) =>
      `one captured message with its digest is enough to try all ${count} of them in a moment, and the phone’s place is taken`,
    mend: () => "a long random secret, of letters and digits",
  },
  noSecret: {
    what: (account) => `${account} has no secret`,
    why: () => "anybody who knows its name registers and calls as this account",
    mend: () => "secret=, long and random",
  },
  catchAll: {
    what: (extension) => `${extension} matches whatever is dialled`,
    why: () => "even the special extensions h, i and t are caught",
    mend: () => "_X. for numbers of two digits and more, _X! of one",
  },
  neverReached: {
    what: (step, before) => `${step} comes after ${before}, which does not come back`,
    why: () => "the step never runs",
    mend: () => "leave it out",
  },
  unusedContext: {
    what: (context) => `no account, include or jump leads to [${context}]`,
    why: () => "none of its extensions can be dialled",
    mend: (context) => `include => ${context} where its numbers are wanted`,
  },
  endlessMenu: {
    what: (step) => `${step} goes back to the start of the menu, as often as it takes`,
    why: () => "a caller who presses nothing stays for ever, and keeps a line of the server",
    mend: () => "count the rounds with Set and GotoIf, and Hangup() after the third",
  },
  answersLate: {
    what: (step) => `nothing answers the call before ${step}`,
    why: () => "it answers of itself, and the first moment of the sound is lost while the phones connect",
    mend: () => "Answer() and Wait(0.5) before it",
  },
};
