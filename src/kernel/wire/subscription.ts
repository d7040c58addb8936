const subscribe = 1;
/** Bytes; those of Jupyter's clients are empty, or a message type. */
const longestTopic = 255;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The topic that a subscriber asks for (ZMTP: byte 1, the topic); undefined when it is none, or gives one up. */
export function subscribedTopic(event: Uint8Array): string | undefined {
  if (event[0] !== subscribe || event.length > 1 + longestTopic) return undefined;
  try {
    return utf8.decode(event.subarray(1));
  } catch {
    return undefined;
  }
}
