import { type Displayable, jupyterDisplay, labelled, type MimeBundle, table } from "../display/index.js";
import type { Host } from "../voip/hosts.js";
import type { Registration as Attempt, RegistrationOutcome } from "../voip/registrations.js";
import { type Digest, digestsOf } from "./digests.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import { sequenceOf } from "./sequence.js";
import { type SipMessages, sipMessages } from "./sip-messages.js";
import { Verification } from "./verification.js";
import type { View } from "./view.js";

/** An attempt of a phone to register. */
export class Registration implements Displayable {
  constructor(
    private readonly attempt: Attempt,
    private readonly hosts: readonly Host[],
  ) {}

  /** Seconds since the first frame. */
  get time(): number {
    return this.attempt.time / 1e9;
  }

  get frame(): number {
    return this.attempt.frame;
  }

  get frames(): number[] {
    return this.attempt.events.map((event) => event.frame);
  }

  get client(): string {
    return this.attempt.client;
  }

  get registrar(): string {
    return this.attempt.registrar;
  }

  get addressOfRecord(): string {
    return this.attempt.addressOfRecord;
  }

  get contact(): string | undefined {
    return this.attempt.contact;
  }

  /** Seconds. */
  get expires(): number | undefined {
    return this.attempt.expires;
  }

  get attempts(): number {
    return this.attempt.attempts;
  }

  get outcome(): RegistrationOutcome {
    return this.attempt.outcome;
  }

  get finalStatus(): number | undefined {
    return this.attempt.finalStatus;
  }

  /** The registrar's challenge: realm, nonce, algorithm. */
  get challenge(): Attempt["challenge"] {
    return this.attempt.challenge;
  }

  /** What the phone answered: username, uri, response. */
  get credentials(): Attempt["credentials"] {
    return this.attempt.credentials;
  }

  get messages(): SipMessages {
    return sipMessages(this.attempt.events);
  }

  /** Computes the digest that this secret gives; undefined where the phone sent none, or by another algorithm. */
  verify(secret: string): Verification | undefined {
    return Verification.of(this.credentials, "REGISTER", secret);
  }

  /** The last digest that it sent; undefined where the phone sent none. */
  get digest(): Digest | undefined {
    return digestsOf(this.attempt.events).at(-1);
  }

  /** Its messages as a sequence plot. */
  sequence(): View {
    return sequenceOf(this.attempt.events, this.hosts, { title: `REGISTER ${this.addressOfRecord}` });
  }

  [jupyterDisplay](): MimeBundle {
    return registrationTable([this]);
  }
}

/** The attempts to register of a capture. */
export class Registrations extends Rows<Registration> {
  [jupyterDisplay](): MimeBundle {
    return registrationTable(this);
  }
}

function registrationTable(rows: readonly Registration[]): MimeBundle {
  const h = words();
  const registrars = [...new Set(rows.map(({ registrar }) => registrar))];
  const several = registrars.length > 1;
  return table({
    ...(registrars.length === 1 && { caption: labelled(h.registrar, registrars[0]!) }),
    columns: [
      { key: "time", label: h.time, kind: "time" },
      { key: "client", label: h.client, kind: "address" },
      { key: "addressOfRecord", label: h.addressOfRecord, kind: "code" },
      { key: "outcome", label: h.outcome, kind: "sentence" },
      { key: "finalStatus", label: h.status, kind: "code" },
      { key: "expires", label: h.expires, kind: "duration" },
      { key: "attempts", label: h.attempts, kind: "number" },
      { key: "contact", label: h.contact, kind: "code" },
      ...(several ? [{ key: "registrar", label: h.registrar, kind: "address" as const }] : []),
    ],
    rows: rows.map((row) => ({ ...columnsOf(row), row })),
    frameOf: ({ row }) => row.frames,
    highlight: ({ row }) =>
      row.outcome === "registered"
        ? "good"
        : row.outcome === "unregistered" || row.outcome === "queried"
          ? undefined
          : "bad",
  });
}

function columnsOf(row: Registration) {
  const { time, client, registrar, addressOfRecord, contact, expires, attempts, finalStatus } = row;
  const outcome = words().outcomes[row.outcome];
  return { time, client, registrar, addressOfRecord, contact, expires, attempts, outcome, finalStatus };
}
