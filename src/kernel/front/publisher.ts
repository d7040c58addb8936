import type { StreamName } from "../pipe/protocol.js";
import type { Sockets } from "../wire/sockets.js";

/** Messages on iopub. Text is gathered for a moment, so that 20,000 lines are a few messages; order is kept. */
export interface Publisher {
  publish(type: string, parent: Uint8Array | undefined, content: object | Uint8Array): void;
  stream(name: StreamName, parent: Uint8Array | undefined, text: string): void;
  status(state: "starting" | "busy" | "idle", parent: Uint8Array | undefined): void;
  flush(): void;
}

/** Milliseconds that text may wait for more. */
const patience = 15;
/** UTF-16 units in one message, about. */
const enough = 64 * 1024;

export function createPublisher(sockets: Sockets): Publisher {
  let gathered: { name: StreamName; parent: Uint8Array | undefined; text: string } | undefined;
  let timer: NodeJS.Timeout | undefined;

  const send = (type: string, parent: Uint8Array | undefined, content: object | Uint8Array) =>
    void sockets.send("iopub", { identities: [type], type, parent, content });

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!gathered) return;
    const { name, parent, text } = gathered;
    gathered = undefined;
    send("stream", parent, { name, text });
  }

  function publish(type: string, parent: Uint8Array | undefined, content: object | Uint8Array): void {
    flush();
    send(type, parent, content);
  }

  return {
    publish,
    flush,
    stream(name, parent, text) {
      if (gathered && (gathered.name !== name || gathered.parent !== parent)) flush();
      gathered = { name, parent, text: (gathered?.text ?? "") + text };
      if (gathered.text.length >= enough) flush();
      else timer ??= setTimeout(flush, patience);
    },
    status: (state, parent) => publish("status", parent, { execution_state: state }),
  };
}
