import type { Entry, Problem } from "../config/index.js";

/** The channel driver that a file configures, as it is named in `Dial(SIP/user1)`. */
export type Technology = "SIP" | "PJSIP";

/** What a phone is known by: a peer of `sip.conf`, or an endpoint of `pjsip.conf` with its auth and aor. */
export interface Account {
  technology: Technology;
  /** The section's name: what the phone registers as, and what `Dial(SIP/user1)` rings. */
  name: string;
  /** `friend`, `peer`, `user`; `endpoint` in `pjsip.conf`. */
  type: string;
  /** What the phone names itself by when it proves who it is. */
  username: string;
  /** The password. */
  secret: string | undefined;
  /** `dynamic` where the phone says by registering where it is, else its address. */
  host: string | undefined;
  /** Where calls from this phone begin in the dial plan; undefined where neither account nor `[general]` says. */
  context: string | undefined;
  /** Voicemail boxes, `100@default`. */
  mailboxes: string[];
  /** Of `callerid=user1 <100>`. */
  callerName: string | undefined;
  callerNumber: string | undefined;
  /** In order of preference; empty where no `allow` says. */
  codecs: string[];
  file: string;
  line: number;
  /** All that holds for it, with lines: what `[general]` says first, inherited settings with their template's lines. */
  settings: Entry[];
}

/** What a `sip.conf` or `pjsip.conf` says. */
export interface AccountList {
  file: string;
  technology: Technology;
  accounts: Account[];
  problems: Problem[];
}
