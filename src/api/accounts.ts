import {
  type Account,
  type AccountList,
  type ReadOptions,
  readPjsip as readPjsipText,
  readSip,
  toPjsip as toPjsipText,
} from "../asterisk/index.js";
import { jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { type AccountsSeen, accountsSeen, type Observed } from "./accounts-seen.js";
import { words } from "./asterisk-words.js";
import { Problems } from "./problems.js";
import { filled, Rows } from "./rows.js";

/** The accounts of a `sip.conf` or `pjsip.conf`. */
export class Accounts extends Rows<Account> {
  /** What could not be read. */
  problems = new Problems();

  /** What these accounts and their file are to a dial plan. */
  get list(): AccountList {
    const { file = "sip.conf", technology = "SIP" } = this[0] ?? {};
    return { file, technology, accounts: this, problems: this.problems };
  }

  /** Each account beside what a capture shows of it: whether it registered, from where, with which secret. */
  in(capture: Observed): AccountsSeen {
    return accountsSeen(this, capture);
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "line", label: h.line, kind: "code" },
        { key: "name", label: h.account, kind: "code" },
        { key: "callerId", label: h.callerId },
        { key: "secret", label: h.secret, kind: "code" },
        { key: "host", label: h.host, kind: "code" },
        { key: "context", label: h.context, kind: "code" },
        { key: "mailboxes", label: h.mailboxes, kind: "code" },
        { key: "codecs", label: h.codecs, kind: "code" },
        { key: "type", label: h.type, kind: "code" },
      ],
      rows: this.map((account) => ({ ...account, callerId: callerText(account) })),
    });
  }
}

/**
 * Reads the text of a `sip.conf`, as Asterisk's chan_sip does. What it cannot read is told in `problems`.
 *
 * @param file its name, for messages
 */
export function readAccounts(text: string, file = "sip.conf", options: ReadOptions = {}): Accounts {
  return accountsOf(readSip(text, file, options));
}

/** The same of a `pjsip.conf`: endpoints joined with their auth and aor. */
export function readPjsip(text: string, file = "pjsip.conf", options: ReadOptions = {}): Accounts {
  return accountsOf(readPjsipText(text, file, options));
}

/** The text of a `pjsip.conf` with these accounts; Asterisk 21 and later have no chan_sip to read a `sip.conf`. */
export function toPjsip(accounts: readonly Account[]): string {
  return toPjsipText(accounts);
}

function accountsOf({ accounts, problems }: AccountList): Accounts {
  const list = filled(new Accounts(), accounts);
  list.problems = filled(new Problems(), problems);
  return list;
}

function callerText({ callerName, callerNumber }: Account): string {
  return [callerName, callerNumber === undefined ? undefined : `<${callerNumber}>`].filter(Boolean).join(" ");
}
