import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { Authentication } from "../dissect/sip/index.js";
import type { SignallingEvent } from "../voip/signalling.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import { fourDigits, SecretSearch } from "./secret-search.js";
import { Verification } from "./verification.js";
import { View } from "./view.js";

/** A digest as a phone sent it, and the sum that it comes from (RFC 2617 §3.2.2). */
export class Digest implements Displayable {
  constructor(
    private readonly event: SignallingEvent,
    private readonly credentials: Authentication,
  ) {}

  /** Frame number. */
  get frame(): number {
    return this.event.frame;
  }

  /** Of the request that carries it, and part of the sum. */
  get method(): string {
    return this.event.message.method ?? "";
  }

  get username(): string | undefined {
    return this.credentials.username;
  }

  get realm(): string | undefined {
    return this.credentials.realm;
  }

  get nonce(): string | undefined {
    return this.credentials.nonce;
  }

  get uri(): string | undefined {
    return this.credentials.uri;
  }

  /** What was sent. */
  get response(): string | undefined {
    return this.credentials.response;
  }

  /** Does the server's sum with this secret; undefined for algorithms other than MD5. */
  verify(secret: string): Verification | undefined {
    return Verification.of(this.credentials, this.method, secret);
  }

  /** The sum step by step, a column a secret: one right and one wrong show where they part. */
  workbench(...secrets: string[]): View {
    return new View(() => workbench(this, secrets));
  }

  /** Tries secrets until one gives the response that was sent; all of four digits, unless others are given. */
  search(candidates: Iterable<string> = fourDigits()): SecretSearch {
    let tried = 0;
    for (const secret of candidates) {
      tried++;
      if (this.verify(secret)?.verified) return new SecretSearch(secret, tried);
    }
    return new SecretSearch(undefined, tried);
  }

  [jupyterDisplay](): MimeBundle {
    return digestTable([this]);
  }
}

/** The digests that requests of a capture carry. */
export class Digests extends Rows<Digest> {
  [jupyterDisplay](): MimeBundle {
    return digestTable(this);
  }
}

/** The requests among the messages that carry a digest. */
export function digestsOf(events: readonly SignallingEvent[]): Digests {
  const list = new Digests();
  for (const event of events) {
    if (event.message.kind !== "request") continue;
    for (const credentials of event.message.credentials) {
      if (credentials.response) list.push(new Digest(event, credentials));
    }
  }
  return list;
}

function digestTable(rows: readonly Digest[]): MimeBundle {
  const h = words();
  return table({
    columns: [
      { key: "method", label: h.method, kind: "code" },
      { key: "username", label: h.username, kind: "code" },
      { key: "realm", label: h.realm, kind: "code" },
      { key: "nonce", label: h.nonce, kind: "code" },
      { key: "uri", label: h.uri, kind: "code" },
      { key: "response", label: h.responseSent, kind: "code" },
    ],
    rows: rows.map(({ frame, method, username, realm, nonce, uri, response }) => {
      return { frame, method, username, realm, nonce, uri, response };
    }),
    frameOf: ({ frame }) => frame,
  });
}

function workbench(digest: Digest, secrets: readonly string[]): MimeBundle {
  const h = words();
  const { username = "", realm = "", nonce = "", uri = "", method } = digest;
  const sums = secrets.map((secret) => digest.verify(secret));
  const step = (label: string, of: (secret: string, sum: Verification | undefined) => unknown) => ({
    step: label,
    ...Object.fromEntries(secrets.map((secret, i) => [`secret${i}`, of(secret, sums[i])])),
  });
  return table({
    caption: h.workbench(digest.frame),
    columns: [
      { key: "step", label: h.step, kind: "code" },
      ...secrets.map((secret, i) => ({
        key: `secret${i}`,
        label: h.withSecret(secret),
        kind: "code" as const,
      })),
    ],
    rows: [
      step("A1 = username:realm:secret", (secret) => `${username}:${realm}:${secret}`),
      step("HA1 = MD5(A1)", (_, sum) => sum?.ha1),
      step("A2 = method:uri", () => `${method}:${uri}`),
      step("HA2 = MD5(A2)", (_, sum) => sum?.ha2),
      step("nonce", () => nonce),
      step("response = MD5(HA1:nonce:HA2)", (_, sum) => sum?.response),
      step(h.responseSent, (_, sum) => sum?.sent ?? digest.response),
      step(h.sameResponse, (_, sum) => sum?.verified),
    ],
  });
}
