import type { Call, Capture, Frame, ProtocolCount, Registration, SipEvent, Stream } from "../../api/index.js";

/** Frames looked through for what is rare; a capture of millions must not keep a reader waiting. */
const MOST_FRAMES = 20_000;

const shares = new WeakMap<Capture, ReadonlyMap<string, ProtocolCount>>();

/** How many frames of RTP there are, and their share; counted once a capture. */
export function rtpOf(capture: Capture): ProtocolCount | undefined {
  const found = shares.get(capture) ?? new Map(capture.protocols.map((row) => [row.protocol, row]));
  shares.set(capture, found);
  return found.get("RTP");
}

export function firstCall(capture: Capture): Call | undefined {
  return capture.calls[0];
}

/** Seconds from a call's first message to its last, as Wireshark counts them. */
export function lapseOf(call: Call | undefined): number | undefined {
  return call && call.stop - call.start;
}

/** The server's address. */
export function serverOf(capture: Capture): string | undefined {
  return capture.hosts.find(({ role }) => role === "server")?.address;
}

export function phonesOf(capture: Capture): string[] {
  return capture.hosts.filter(({ role }) => role === "phone").map(({ address }) => address);
}

/** The accounts in whose name phones write. */
export function accountsOf(capture: Capture): string[] {
  return capture.hosts.filter(({ role }) => role === "phone").flatMap(({ users }) => users);
}

/** The INVITEs of the first call, from its caller. */
export function invitesOf(capture: Capture): SipEvent[] {
  const call = firstCall(capture);
  return (
    call?.messages.filter(({ method, source }) => method === "INVITE" && source === call.initialSpeaker) ?? []
  );
}

/** The responses to the INVITEs of the first call. */
export function answersOf(capture: Capture): SipEvent[] {
  const call = firstCall(capture);
  return (
    call?.messages.filter(
      ({ status, message }) => status !== undefined && message.cseq?.method === "INVITE",
    ) ?? []
  );
}

export function answerOf(capture: Capture, wanted: (status: number) => boolean): SipEvent | undefined {
  return answersOf(capture).find(({ status = 0 }) => wanted(status));
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

export function registersOf(capture: Capture): SipEvent[] {
  return capture.sip.filter(({ method }) => method === "REGISTER");
}

export function registerAnswersOf(capture: Capture): SipEvent[] {
  return capture.sip.filter(
    ({ status, message }) => status !== undefined && message.cseq?.method === "REGISTER",
  );
}

export function firstRegistration(capture: Capture): Registration | undefined {
  return capture.registrations[0];
}

/** The first challenge of the capture: of a registration, or else of a call. */
export function challengeOf(capture: Capture): { realm: string; nonce: string; event: SipEvent } | undefined {
  for (const event of capture.sip) {
    const [challenge] = event.message.challenges;
    if (challenge?.nonce && challenge.realm) return { realm: challenge.realm, nonce: challenge.nonce, event };
  }
  return undefined;
}

/** One side's voice in the first call. */
export function voiceOf(capture: Capture, side: "caller" | "callee"): Stream | undefined {
  return firstCall(capture)?.streams.find(({ speaker }) => speaker === side);
}

/** The frames near the beginning of a capture that are wanted. */
export function framesWhere(capture: Capture, wanted: (frame: Frame) => boolean): Frame[] {
  return capture.frames.slice(0, MOST_FRAMES).filter(wanted);
}

/** The user of an address of record, `user3` of `sip:user3@192.168.187.12`. */
export function userOf(address: string | undefined): string | undefined {
  return address && /^(?:sips?:)?([^@;]+)@/.exec(address)?.[1];
}
