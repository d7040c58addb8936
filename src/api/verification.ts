import { type Displayable, facts, jupyterDisplay, type MimeBundle } from "../display/index.js";
import { type Authentication, digestResponse } from "../dissect/sip/index.js";
import { words } from "./messages.js";

/** A digest computed from captured credentials and a secret, beside what the phone sent (RFC 2617 §3.2.2). */
export class Verification implements Displayable {
  private constructor(
    private readonly credentials: Authentication,
    private readonly method: string,
    /** H(username:realm:secret). */
    readonly ha1: string,
    /** H(method:uri). */
    readonly ha2: string,
    /** What the secret gives. */
    readonly response: string,
    /** What the phone sent. */
    readonly sent: string,
  ) {}

  /** Undefined where the credentials hold no digest, or one by an algorithm other than MD5. */
  static of(
    credentials: Authentication | undefined,
    method: string,
    secret: string,
  ): Verification | undefined {
    if (!credentials?.response) return undefined;
    const {
      username = "",
      realm = "",
      uri = "",
      nonce = "",
      qop,
      nc,
      cnonce,
      algorithm,
      response,
    } = credentials;
    const digest = digestResponse({
      username,
      realm,
      secret,
      method,
      uri,
      nonce,
      qop,
      nc,
      cnonce,
      algorithm,
    });
    if (!digest) return undefined;
    return new Verification(
      credentials,
      method,
      digest.ha1,
      digest.ha2,
      digest.response,
      response.toLowerCase(),
    );
  }

  /** Whether the phone knew this secret. */
  get verified(): boolean {
    return this.response === this.sent;
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    const { username, realm, nonce, uri } = this.credentials;
    return facts({
      facts: [
        { label: h.username, value: username },
        { label: h.realm, value: realm },
        { label: h.nonce, value: nonce },
        { label: h.method, value: this.method },
        { label: h.uri, value: uri },
        { label: "HA1 = MD5(username:realm:secret)", value: this.ha1, kind: "code" },
        { label: "HA2 = MD5(method:uri)", value: this.ha2, kind: "code" },
        { label: h.responseComputed, value: this.response, kind: "code" },
        { label: h.responseSent, value: this.sent, kind: "code" },
        { label: h.sameResponse, value: this.verified },
      ],
    });
  }
}
