import type { Account } from "../asterisk/index.js";
import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { addressSpec, parseNameAddress, parseUri } from "../dissect/sip/index.js";
import type { RegistrationOutcome } from "../voip/registrations.js";
import { words } from "./asterisk-words.js";
import type { Calls } from "./call.js";
import { words as commonWords } from "./messages.js";
import type { Registrations } from "./registrations.js";
import { Rows } from "./rows.js";

/** What is looked at in a capture. */
export interface Observed {
  registrations: Registrations;
  calls: Calls;
}

/** An account, and what a capture shows of it. */
export interface AccountSeen {
  account: Account;
  /** Attempts to register as this account, in order. */
  registrations: Registrations;
  /** Of the last attempt that was no unregistration; undefined where there is none. */
  outcome: RegistrationOutcome | undefined;
  /** Address of the phone. */
  client: string | undefined;
  /** Where it wants to be called. */
  contact: string | undefined;
  /** Whether the last credentials of a successful attempt were made with the account's secret. */
  verified: boolean | undefined;
  /** Calls that it made. */
  calls: Calls;
}

/** Accounts beside a capture. */
export class AccountsSeen extends Rows<AccountSeen> implements Displayable {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    const { outcomes } = commonWords();
    return table({
      columns: [
        { key: "name", label: h.account, kind: "code" },
        { key: "number", label: h.number, kind: "code" },
        { key: "registered", label: h.registered },
        { key: "client", label: h.client, kind: "address" },
        { key: "contact", label: h.contact, kind: "code" },
        { key: "verified", label: h.verified },
        { key: "calls", label: h.calls, kind: "number" },
      ],
      rows: this.map(({ account, registrations, outcome, client, contact, verified, calls }) => ({
        name: account.name,
        number: account.callerNumber,
        registered: outcome === undefined ? h.never : outcomes[outcome],
        client,
        contact,
        verified,
        calls: calls.length,
        outcome,
        frames: [...registrations, ...calls].flatMap(({ frames }) => frames),
      })),
      frameOf: ({ frames }) => frames,
      highlight: ({ outcome }) =>
        outcome === undefined ? undefined : outcome === "registered" ? "good" : "bad",
    });
  }
}

export function accountsSeen(accounts: readonly Account[], { registrations, calls }: Observed): AccountsSeen {
  const list = new AccountsSeen();
  for (const account of accounts) {
    const own = registrations.filter((attempt) => userOf(attempt.addressOfRecord) === account.name);
    const last = own.findLast(({ outcome }) => outcome !== "unregistered");
    const accepted = own.findLast(({ outcome }) => outcome === "registered" || outcome === "unregistered");
    const { secret } = account;
    list.push({
      account,
      registrations: own,
      outcome: last?.outcome,
      client: (accepted ?? last)?.client,
      contact: (accepted ?? last)?.contact,
      verified: secret === undefined ? undefined : (accepted ?? last)?.verify(secret)?.verified,
      calls: calls.filter(({ from }) => userOf(addressSpec(parseNameAddress(from))) === account.name),
    });
  }
  return list;
}

function userOf(uri: string): string | undefined {
  return parseUri(uri).user;
}
